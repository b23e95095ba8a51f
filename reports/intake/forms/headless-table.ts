import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import { saysNothing } from '../fields/nothing-found.ts'
import { readStatus } from '../fields/rectification-status.ts'
import { type Column, columns } from './labels.ts'
import type { TableColumn, TableField } from './table-head.ts'

const office = /(?:局|委|厅|处|办|队|中心|政府|管委会|委员会|[省市州县区])$/
const people = /^[\p{Script=Han}·×]{2,4}(?:[、，,/\s]{1,3}[\p{Script=Han}·×]{2,4}){0,20}(?:等?\d{1,3}人)?$/u
/** 无需整改, 停产停业, a stroke: no state of a hazard, and yet what stands in the column. */
const unstated = /整改|改正|停产|^无$|^[/—-]$|^合格$/
const date = /^(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}日?(?: \d{1,2}:\d{2})?$/

/** What a cell of each of the six columns looks like. */
const looks: Record<Column, (cell: string) => boolean> = {
  inspectingUnit: cell => cell.length <= 40 && office.test(cell),
  enterprise: cell => looksLikeEnterprise(cell),
  place: cell => cell.length > 0 && cell.length <= 60,
  hazards: cell => cell.length >= 4 || saysNothing(cell),
  inspectors: cell => cell.length <= 100 && people.test(cell),
  rectification: cell => unstated.test(cell) || readStatus(cell, null).rectified !== null,
}
const six = Object.keys(columns) as Column[]
const leading: { field: TableField; looks: (cell: string) => boolean }[] = [
  { field: 'aside', looks: cell => /^\d{1,4}$/.test(cell) },
  { field: 'date', looks: cell => date.test(cell) },
]

const column = (field: TableField): TableColumn => ({
  field,
  label: columns[field as Column] ?? '',
  unit: '',
})

/** The columns before the six in a row: a number, a date. */
function readLeading(cells: string[]): TableField[] {
  const found: TableField[] = []
  for (const { field, looks } of leading) if (looks(cells[found.length] ?? '')) found.push(field)
  return found
}

/**
 * The columns of a table without a head, which has the six in their order: told by a first row in which every cell
 * looks like its column, and by rows below that do not contradict. Null where there is any doubt.
 */
export function guessColumns(rows: string[][]): { columns: TableColumn[]; from: number } | null {
  const from = rows.findIndex(cells => cells.filter(cell => cell !== '').length >= six.length)
  const first = rows[from]
  if (!first) return null
  const before = readLeading(first)
  const fits = (cells: string[], strict: boolean) =>
    six.every((field, index) => {
      const cell = cells[before.length + index] ?? ''
      return (cell === '' && !strict) || looks[field](cell)
    })
  const rest = first.slice(before.length + six.length).filter(cell => cell !== '')
  if (rest.length > 1 || !fits(first, true)) return null
  const table = rows.slice(from).filter(cells => cells.filter(cell => cell !== '').length >= 3)
  if (table.filter(cells => fits(cells, false)).length * 3 < table.length * 2) return null
  return { columns: [...before, ...six].map(column), from }
}
