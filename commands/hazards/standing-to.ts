import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import type { Standing } from '../../reports/hazards/life.ts'
import type { Context, Sender } from '../command.ts'
import type { Directory } from '../directory.ts'

/**
 * How the sender stands to a hazard: an officer of its unit or of the city above, the head of a division in charge of
 * its industry, or a leader; null where it is none of his business.
 */
export function standingTo(
  hazard: Pick<TrackedHazard, 'unit' | 'industry'>,
  { sender, directory }: Pick<Context, 'sender' | 'directory'>,
): Standing | null {
  if (sender.role === 'leader') return 'province'
  if (sender.role === 'divisionHead') return isInCharge(sender, hazard, directory) ? 'province' : null
  if (sender.role !== 'reporter' || sender.unit === null) return null
  if (sender.unit === hazard.unit) return 'unit'
  return directory.gazetteer.isWithin(hazard.unit, sender.unit) ? 'city' : null
}

/** Whether a head's division is in charge of a hazard; of one without a known industry all are. */
const isInCharge = (
  { division }: Sender,
  { industry }: Pick<TrackedHazard, 'industry'>,
  directory: Directory,
): boolean => industry === null || divisionsInCharge(industry, directory).includes(division ?? '')

/** Names of the divisions in charge of an industry; of one that is not known, all. */
export const divisionsInCharge = (industry: TrackedHazard['industry'], { roster }: Directory): string[] =>
  roster.divisions
    .filter(({ industries }) => industry === null || industries.includes(industry))
    .map(({ name }) => name)
