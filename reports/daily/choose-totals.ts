import type { Industry } from '../terms.ts'
import type { Totals } from './daily-report.ts'
import { sumTotals } from './totals.ts'

/** A report of totals 合计, as far as it decides what counts. */
export interface TotalsReport {
  number: number
  unit: string
  industry: Industry | null
  /** YYYY-MM-DD. */
  date: string
  /** It speaks for all units of its jurisdiction 属地. */
  wholeJurisdiction: boolean
  totals: Totals
}

/** What a unit listed one by one 逐家 of one industry on one day. */
export interface ListedInspections {
  unit: string
  industry: Industry | null
  /** YYYY-MM-DD. */
  date: string
  totals: Totals
}

/** Totals that count. Where some of what they state is `listed`, their figures are what remains beside it. */
export type CountedTotals<Report> = Report & { listed: Totals | null }

/** Totals that do not count: the same inspections are listed, or stand in other totals. */
export interface SetAside<Report> {
  report: Report
  /** Number of the totals that count in its place; null where the inspections are listed one by one. */
  instead: number | null
}

/** An inspection speaks for one industry, totals that name none for all of them. */
const sharesIndustry = (one: { industry: Industry | null }, other: { industry: Industry | null }): boolean =>
  one.industry === null || other.industry === null || one.industry === other.industry

/** Totals of one industry do not speak for an inspection of which the industry is not known. */
export const speaksForDayAndIndustry = (
  totals: { industry: Industry | null; date: string },
  inspection: { industry: string | null; date: string },
): boolean =>
  totals.date === inspection.date && (totals.industry === null || totals.industry === inspection.industry)

/**
 * Chooses the totals 合计 that count beside the inspections that are listed one by one, so that nothing counts twice.
 * Listed inspections of the same day come before totals: those of a unit give way to what it lists, those of a whole
 * jurisdiction count with what remains, for one county that lists does not speak for the others. Totals of a whole
 * jurisdiction come before those of a unit in it, totals of all industries before those of one, and what came later
 * before what came earlier. `isBelow` tells whether a unit is below another.
 */
export function chooseTotals<Report extends TotalsReport>(
  reports: readonly Report[],
  listed: readonly ListedInspections[],
  isBelow: (unit: string, above: string) => boolean,
): { counted: CountedTotals<Report>[]; setAside: SetAside<Report>[] } {
  const speaksFor = (report: Report, unit: string) =>
    report.unit === unit || (report.wholeJurisdiction && isBelow(unit, report.unit))
  const overlap = (one: Report, other: Report) =>
    one.date === other.date &&
    sharesIndustry(one, other) &&
    (speaksFor(one, other.unit) || speaksFor(other, one.unit))
  const counted: CountedTotals<Report>[] = []
  const setAside: SetAside<Report>[] = []
  for (const report of [...reports].sort(byReach)) {
    const within = listed.filter(
      each => speaksFor(report, each.unit) && speaksForDayAndIndustry(report, each),
    )
    const remaining = within.length === 0 ? { ...report, listed: null } : beside(report, within)
    const other = remaining && counted.find(each => overlap(each, report))
    if (remaining === null || other) setAside.push({ report, instead: other?.number ?? null })
    else counted.push(remaining)
  }
  const byNumber = (a: Report, b: Report) => a.number - b.number
  return {
    counted: counted.sort(byNumber),
    setAside: setAside.sort((a, b) => byNumber(a.report, b.report)),
  }
}

/** What totals add to the inspections listed within them; null where that is nothing. */
function beside<Report extends TotalsReport>(
  report: Report,
  within: ListedInspections[],
): CountedTotals<Report> | null {
  if (!report.wholeJurisdiction) return null
  const { totals: stated } = report
  const listed = sumTotals(within.map(({ totals }) => totals))
  const rest = (figure: keyof Totals) => Math.max(0, stated[figure] - listed[figure])
  // Teams without an enterprise that they inspected would be a row of nothing.
  if (rest(stated.enterprises > 0 ? 'enterprises' : 'hazards') === 0) return null
  const hazards = rest('hazards')
  const totals = {
    teams: rest('teams'),
    personTimes: rest('personTimes'),
    enterprises: rest('enterprises'),
    hazards,
    rectified: Math.min(rest('rectified'), hazards),
  }
  return { ...report, totals, listed }
}

/** What reaches further first, then what came later. */
const byReach = (a: TotalsReport, b: TotalsReport): number =>
  Number(b.wholeJurisdiction) - Number(a.wholeJurisdiction) ||
  Number(b.industry === null) - Number(a.industry === null) ||
  b.number - a.number
