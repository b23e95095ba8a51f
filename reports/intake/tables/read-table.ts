import { readTotalsTable, type TotalsTable } from '../totals/totals-table.ts'
import { type InspectionTable, readInspectionTable } from './table.ts'

/** A table that reports something: inspections, or figures only. */
export type ReadTable = ({ kind: 'inspections' } & InspectionTable) | ({ kind: 'totals' } & TotalsTable)

/** Reads rows of cells, as pasted or from a sheet 工作表; null for whatever reports nothing. */
export function readTable(rows: string[][]): ReadTable | null {
  const inspections = readInspectionTable(rows)
  if (inspections) return { kind: 'inspections', ...inspections }
  const totals = readTotalsTable(rows)
  return totals && { kind: 'totals', ...totals }
}
