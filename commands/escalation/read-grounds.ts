import { type GroundFacts, groundsOf, groundsOfUnit } from '../../reports/escalation/grounds.ts'
import type { Ground } from '../../reports/escalation/ladder.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { addDays, businessDate, moment } from '../../reports/time.ts'
import { earlierCases, failedVerifications, silentRounds } from '../../storage/grounds.ts'
import { currentPolicy } from '../../storage/policies.ts'
import type { Context } from '../command.ts'

/** Days back in which verifications count. */
const verificationDays = 30

/** The grounds 事由 that hold for hazards; without hazards, for the unit itself. In the order of `grounds`. */
export async function readGrounds(
  { unit, hazards }: { unit: string; hazards: TrackedHazard[] },
  context: Context,
): Promise<Ground[]> {
  const facts = await readGroundFacts(hazards, context)
  return (hazards.length === 0 ? groundsOfUnit(unit, facts) : groundsOf(hazards, facts)).grounds
}

/** What the grounds for these hazards, and for all units, are judged by now. */
export async function readGroundFacts(
  hazards: readonly TrackedHazard[],
  { db, now, directory }: Pick<Context, 'db' | 'now' | 'directory'>,
): Promise<GroundFacts> {
  const today = businessDate(now)
  return {
    policy: await currentPolicy(db),
    today,
    earlier: await earlierCases(db, hazards),
    silentRounds: await silentRounds(
      db,
      directory.expected.map(({ name }) => name),
    ),
    failedVerifications: await failedVerifications(db, moment(addDays(today, -verificationDays), '00:00')),
  }
}
