import type { Industry } from '../terms.ts'
import type { DailyReport, SummaryCell, Totals } from './daily-report.ts'

/** Adds totals of units that do not overlap, so that enterprises stay distinct. */
export function sumTotals(parts: Iterable<Totals>): Totals {
  const sum: Totals = { teams: 0, personTimes: 0, enterprises: 0, hazards: 0, rectified: 0 }
  for (const part of parts) {
    sum.teams += part.teams
    sum.personTimes += part.personTimes
    sum.enterprises += part.enterprises
    sum.hazards += part.hazards
    sum.rectified += part.rectified
  }
  return sum
}

/** The whole province 全省: 省本级 with all cities and counties. */
export const overall = (report: DailyReport): Totals => sumTotals([report.provincial, report.local])

/** Whether nothing was inspected. */
export const isEmpty = (totals: Totals): boolean => Object.values(totals).every(figure => figure === 0)

/** The summary cells of the chosen industries. */
export const cellsOf = (cells: SummaryCell[], chosen: readonly (Industry | null)[]): SummaryCell[] =>
  cells.filter(cell => chosen.includes(cell.industry))
