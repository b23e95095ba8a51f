import { isOpen, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { isSameHazard } from '../../reports/hazards/same-hazard.ts'
import { addDays } from '../../reports/time.ts'
import { hazardsBefore } from '../../storage/earlier-cases.ts'
import type { ReportRow } from '../../storage/reports.ts'
import type { Context } from '../command.ts'
import type { Directory } from '../directory.ts'
import { formerCity } from './standing-to.ts'

/** A hazard that was closed longer ago is no earlier case of another, in days. */
const memory = 365

/** Hazards that were found at the enterprise of a report on earlier dates and still say something, earliest first. */
export async function earlierCases(
  report: ReportRow,
  { db, directory }: Pick<Context, 'db' | 'directory'>,
): Promise<TrackedHazard[]> {
  if (report.enterprise === null) return []
  const { date } = report
  const cases = await hazardsBefore(db, report.enterprise, { date, since: addDays(date, -memory) })
  return cases.filter(each => each.report !== report.id && isSameArea(each, report, directory))
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
export type Recognition = { followsUp: TrackedHazard } | { recurs: TrackedHazard } | null

/** Recognises 识别 a hazard among those found before at the enterprise. */
export function recognise(
  { text, rectified }: { text: string; rectified: boolean | null },
  cases: TrackedHazard[],
): Recognition {
  const alike = cases.filter(each => isSameHazard(each.text, text))
  const open = rectified === true ? alike.findLast(isOpen) : undefined
  if (open !== undefined) return { followsUp: open }
  const last = alike.at(-1)
  return last === undefined ? null : { recurs: last }
}
