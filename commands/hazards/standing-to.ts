import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import type { Standing } from '../../reports/hazards/life.ts'
import { reportById } from '../../storage/reports.ts'
import type { Context, Sender } from '../command.ts'
import type { Directory } from '../directory.ts'

/**
 * How the sender stands to a hazard: an officer of its unit or of the city above, the head of a division in charge of
 * its industry, or a leader; null where it is none of his business. For a unit that the roster does not know any more,
 * such as one that was renamed or merged, the officers of its former city count, and those of the group in which it
 * was reported.
 */
export async function standingTo(
  hazard: Pick<TrackedHazard, 'unit' | 'industry' | 'report'>,
  { db, sender, directory }: Pick<Context, 'db' | 'sender' | 'directory'>,
): Promise<Standing | null> {
  if (sender.role === 'leader') return 'province'
  if (sender.role === 'divisionHead') return isInCharge(sender, hazard, directory) ? 'province' : null
  if (sender.role !== 'reporter' || sender.unit === null) return null
  if (sender.unit === hazard.unit) return 'unit'
  const { isWithin } = directory.gazetteer
  if (isWithin(hazard.unit, sender.unit)) return 'city'
  if (directory.unit(hazard.unit) !== null) return null
  if (formerCity(hazard.unit, directory) === sender.unit) return 'unit'
  const reported = (await reportById(db, hazard.report))?.room ?? null
  const jurisdiction = reported === null ? null : (directory.room(reported)?.jurisdiction ?? null)
  return jurisdiction !== null && isWithin(sender.unit, jurisdiction) ? 'unit' : null
}

/** The city with whose name that of a unit begins which the roster does not know; null where there is none. */
export const formerCity = (unit: string, { roster }: Directory): string | null =>
  roster.units.find(({ name, level }) => level === 'city' && unit.startsWith(name))?.name ?? null

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

/** 危化一处、危化二处; 分管处室 where the industry is not known. */
export const divisionsText = ({ industry }: Pick<TrackedHazard, 'industry'>, directory: Directory): string =>
  industry === null ? '分管处室' : divisionsInCharge(industry, directory).join('、') || '分管处室'
