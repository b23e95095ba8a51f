import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { isTold, type Takeover, takeoverOf } from '../../../reports/hazards/takeover.ts'
import type { Context } from '../../command.ts'
import { addresseeOf } from '../../escalation/addressee.ts'
import { unitOfficers } from '../tell-about.ts'

/** Who is called when a unit is spoken to about hazards: its officers; where one is taken over 提级, those of its city too. */
export function answerableFor(
  unit: string,
  hazards: readonly TrackedHazard[],
  takeovers: Takeover[],
  { directory }: Pick<Context, 'directory'>,
): string[] {
  const told = takeovers.filter(isTold)
  const withCity = hazards.some(hazard => hazard.unit === unit && takeoverOf(hazard, told) !== null)
  return [
    ...new Set([
      ...unitOfficers({ unit }, { directory }),
      ...(withCity ? addresseeOf(unit, 'city', directory).officers : []),
    ]),
  ]
}
