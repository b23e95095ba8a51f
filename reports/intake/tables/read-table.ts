import { isFigure, readTotalsTable, type TotalsTable } from '../totals/totals-table.ts'
import { type InspectionTable, readInspectionTable } from './table.ts'

/** A table that reports something: inspections, or figures only. */
export type ReadTable = ({ kind: 'inspections' } & InspectionTable) | ({ kind: 'totals' } & TotalsTable)

/** Numbers stand where enterprises and hazards are named: 检查企业 5, 发现隐患 12. */
const holdsOnlyFigures = ({ segments }: InspectionTable): boolean =>
  segments.every(({ own }) => {
    const named = own.filter(({ field }) => field === 'enterprise' || field === 'hazards')
    return named.length > 0 && named.every(({ value }) => isFigure(value))
  })

/** Reads rows of cells, as pasted or from a sheet 工作表; null for whatever reports nothing. */
export function readTable(rows: string[][]): ReadTable | null {
  const inspections = readInspectionTable(rows)
  if (inspections && !holdsOnlyFigures(inspections)) return { kind: 'inspections', ...inspections }
  const totals = readTotalsTable(rows)
  if (totals) return { kind: 'totals', ...totals }
  return inspections && { kind: 'inspections', ...inspections }
}
