import type { StatedHazard } from '../../../reports/hazards/correct-hazard.ts'
import { isOpen, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { isSameHazard } from '../../../reports/hazards/same-hazard.ts'
import { addDays } from '../../../reports/time.ts'
import { hazardsUntil } from '../../../storage/earlier-cases.ts'
import type { ReportRow } from '../../../storage/reports.ts'
import type { Context } from '../../command.ts'
import type { Directory } from '../../directory.ts'
import { formerCity } from '../standing-to.ts'

/** A hazard that was closed longer ago is no earlier case of another, in days. */
const memory = 365
/** A report that lists the same as rectified within so many days tells of a re-inspection 复查. */
const reinspectionDays = 7

/** Hazards that earlier reports found at the enterprise of a report and that still say something, earliest first. */
export async function casesBefore(
  report: ReportRow,
  { db, directory }: Pick<Context, 'db' | 'directory'>,
): Promise<TrackedHazard[]> {
  if (report.enterprise === null) return []
  const { id, date } = report
  const cases = await hazardsUntil(db, report.enterprise, { date, since: addDays(date, -memory) })
  return cases.filter(
    each =>
      (each.foundOn < date ? each.report !== id : each.report < id) && isSameArea(each, report, directory),
  )
}

type Site = Pick<TrackedHazard, 'unit' | 'enterprise' | 'place'>

/** Enterprises of one name in two cities are two: a county and its city mean the same one. */
function isSameArea(a: Site, b: Site, directory: Directory): boolean {
  const [city, other] = [cityOf(a, directory), cityOf(b, directory)]
  return city === null || other === null ? a.unit === b.unit : city === other
}

/** The city in which a site lies; for an inspection by the province the one that its name or place tells. */
function cityOf({ unit, enterprise, place }: Site, directory: Directory): string | null {
  const { gazetteer } = directory
  const city = directory.cityOf(unit) ?? formerCity(unit, directory)
  if (city !== null) return city
  for (const text of [place, enterprise]) {
    const mention = gazetteer.findMention(text ?? '')
    const found = mention === null ? null : gazetteer.resolve(mention, null)
    if (found?.kind === 'found') return directory.cityOf(found.unit)
  }
  return null
}

/** What a hazard is to those found before: a report that the earlier one is rectified, or another case of it. */
type Recognition = { followsUp: TrackedHazard } | { recurs: TrackedHazard } | null

/**
 * Recognises 识别 a hazard of a unit's report among those found before at the enterprise. A county and its city may have
 * found the same on one visit: each says of its own that it is rectified.
 */
export function recognise(
  { text, rectified, foundOn }: Pick<StatedHazard, 'text' | 'rectified' | 'foundOn'>,
  unit: string,
  cases: TrackedHazard[],
): Recognition {
  // What two have found on one day each reports of its own.
  const alike = cases.filter(each => each.foundOn < foundOn && isSameHazard(each.text, text))
  const stillOpen = rectified === true ? alike.filter(isOpen) : []
  const open = stillOpen.findLast(each => each.unit === unit) ?? stillOpen.at(-1)
  if (open !== undefined) return { followsUp: open }
  const last = alike.at(-1)
  if (last === undefined) return null
  // What is called rectified so soon after its closure has been looked at again, not found again.
  const isLookedAt = rectified === true && last.foundOn >= addDays(foundOn, -reinspectionDays)
  return isLookedAt ? { followsUp: last } : { recurs: last }
}
