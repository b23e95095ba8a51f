import type { StatedTotals } from '../parsed-message.ts'
import { readColumn, readHead, type TableColumn } from '../tables/head.ts'
import { lineText } from '../tables/lines.ts'

/** Totals of one row: those of a unit, or of the whole table. */
export interface TotalsRow {
  /** As written; null in the row of sums. */
  unit: string | null
  totals: StatedTotals
}

/** A table of figures 统计表: one unit a row, numbers instead of inspections. */
export interface TotalsTable {
  heading: string
  rows: TotalsRow[]
  /** The row 合计, where there is one. */
  sum: StatedTotals | null
}

/** Which figure a column has, by the words in its head; the first that fits. */
const figures: [keyof StatedTotals, RegExp][] = [
  ['personTimes', /人次|检查人数|出动人数|执法人员数/],
  ['teams', /(?:检查|执法|工作)?组(?:数|个数|数量)?$/],
  [
    'rectified',
    /^(?!.*(?:未|率|正在|待)).*(?:已(?:完成)?(?:整改|改)|整改(?:完成)?(?:数|数量|项数)|完成整改)/,
  ],
  ['hazards', /^(?!.*(?:未|率|整改|重大|一般)).*(?:隐患|问题)/],
  ['enterprises', /^(?!.*率).*(?:检查|受检).*(?:企业|单位|家|户)|^(?:企业|单位)(?:数|家数)$/],
]
const unitWords = new Set(['name', 'inspectingUnit', 'reportingUnit'])
const sumRow = /^(?:合|总|共|累)\s*计/

const figureOf = ({ label }: TableColumn): keyof StatedTotals | null =>
  figures.find(([, words]) => words.test(label))?.[0] ?? null

function isTotals(columns: TableColumn[]): boolean {
  const found = new Set(columns.map(figureOf).filter(figure => figure !== null))
  return found.size >= 2 && (found.has('enterprises') || found.has('hazards'))
}

/** A number with or without its measure word: 5, 5家, 12项, 9人次. */
export const isFigure = (cell: string): boolean =>
  /^\d{1,9} ?(?:[家户企人个]次|[家户人名位个支组项条处起])?$/.test(cell)

/** Reads a table of figures; null where a cell below a figure's head is no number. */
export function readTotalsTable(written: string[][]): TotalsTable | null {
  const rows = written
    .map(cells => cells.map(cell => cell.trim()))
    .filter(cells => cells.some(cell => cell !== ''))
  for (let at = 0; at < Math.min(rows.length, 40); at++) {
    const head = readFigureHead(rows, at)
    if (!head) continue
    const found: TotalsRow[] = []
    for (const cells of rows.slice(at + head.height)) {
      const row = readTotalsRow(cells, head.columns)
      if (row === 'notFigures') return null
      if (row) found.push(row)
    }
    const heading = rows.slice(0, at).map(lineText).join('\n')
    const units = found.filter(({ unit }) => unit !== null)
    const sum = found.find(({ unit }) => unit === null)?.totals ?? null
    return found.length === 0 ? null : { heading, rows: units, sum }
  }
  return null
}

/** A head of figures need not have labels in half of its cells. */
function readFigureHead(rows: string[][], at: number) {
  const head = readHead(rows, at, isTotals)
  if (head) return head
  const columns = rows[at]!.map(readColumn)
  return isTotals(columns) ? { columns, height: 1 } : null
}

function readTotalsRow(cells: string[], columns: TableColumn[]): TotalsRow | 'notFigures' | null {
  const filled = cells.filter(cell => cell !== '')
  if (filled.length < 2) return null
  const totals: StatedTotals = {
    teams: null,
    personTimes: null,
    enterprises: null,
    hazards: null,
    rectified: null,
  }
  for (const [index, column] of columns.entries()) {
    const figure = figureOf(column)
    const cell = cells[index] ?? ''
    if (figure === null || cell === '' || /^[/—-]+$/.test(cell)) continue
    if (!isFigure(cell)) return /^[^\d]{1,8}[：:]/.test(filled[0]!) ? null : 'notFigures'
    totals[figure] ??= Number.parseInt(cell, 10)
  }
  if (Object.values(totals).every(figure => figure === null)) return null
  const at = columns.findIndex(({ field }) => field !== null && unitWords.has(field))
  const unit = cells[at]?.replace(/\s/g, '') || null
  return { unit: filled.some(cell => sumRow.test(cell)) ? null : unit, totals }
}
