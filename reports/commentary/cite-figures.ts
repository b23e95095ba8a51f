import type { AnnexRow, DailyReport } from '../daily/daily-report.ts'
import { cellsOf, sumTotals } from '../daily/totals.ts'
import type { Industry } from '../terms.ts'
import type { CitedFigures } from './commentary.ts'

/** The figures of some industries in a daily report; null where none of them was inspected. */
export function citeFigures(report: DailyReport, industries: Industry[]): CitedFigures | null {
  const cells = cellsOf(report.summary, industries)
  if (cells.length === 0) return null
  const { enterprises, hazards, rectified } = sumTotals(cells.map(({ totals }) => totals))
  let majorHazards = 0
  for (const rows of [report.provincialRows, report.localRows])
    for (const row of rows) if (isOf(industries, row)) majorHazards += row.hazards.filter(h => h.major).length
  return { date: report.date, enterprises, hazards, rectified, majorHazards }
}

const isOf = (industries: Industry[], { industry }: AnnexRow): boolean =>
  industry !== null && industries.includes(industry)
