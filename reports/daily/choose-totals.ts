import type { Industry } from '../terms.ts'

/** A report of totals 合计, as far as it decides what counts. */
export interface TotalsReport {
  number: number
  unit: string
  industry: Industry | null
  /** YYYY-MM-DD. */
  date: string
  /** It speaks for all units of its jurisdiction 属地. */
  wholeJurisdiction: boolean
}

/** Totals that do not count: the same inspections are listed, or stand in other totals. */
export interface SetAside<Report> {
  report: Report
  /** Number of the totals that count in its place; null where the inspections are listed one by one. */
  instead: number | null
}

/** An inspection speaks for one industry, totals that name none for all of them. */
const sharesIndustry = (one: { industry: Industry | null }, other: { industry: Industry | null }): boolean =>
  one.industry === null || other.industry === null || one.industry === other.industry

/**
 * Chooses the totals 合计 that count beside the inspections that are listed one by one, so that nothing counts twice:
 * listed inspections come before totals, totals of a whole jurisdiction before those of a unit in it, totals of all
 * industries before those of one, and what came later before what came earlier. `isBelow` tells whether a unit is below
 * another.
 */
export function chooseTotals<Report extends TotalsReport>(
  reports: readonly Report[],
  listed: readonly { unit: string; industry: Industry | null }[],
  isBelow: (unit: string, above: string) => boolean,
): { counted: Report[]; setAside: SetAside<Report>[] } {
  const speaksFor = (report: Report, unit: string) =>
    report.unit === unit || (report.wholeJurisdiction && isBelow(unit, report.unit))
  const overlap = (one: Report, other: Report) =>
    one.date === other.date &&
    sharesIndustry(one, other) &&
    (speaksFor(one, other.unit) || speaksFor(other, one.unit))
  const counted: Report[] = []
  const setAside: SetAside<Report>[] = []
  for (const report of [...reports].sort(byReach)) {
    const isListed = listed.some(each => speaksFor(report, each.unit) && sharesIndustry(report, each))
    const other = isListed ? undefined : counted.find(each => overlap(each, report))
    if (isListed || other) setAside.push({ report, instead: other?.number ?? null })
    else counted.push(report)
  }
  const byNumber = (a: Report, b: Report) => a.number - b.number
  return {
    counted: counted.sort(byNumber),
    setAside: setAside.sort((a, b) => byNumber(a.report, b.report)),
  }
}

/** What reaches further first, then what came later. */
const byReach = (a: TotalsReport, b: TotalsReport): number =>
  Number(b.wholeJurisdiction) - Number(a.wholeJurisdiction) ||
  Number(b.industry === null) - Number(a.industry === null) ||
  b.number - a.number
