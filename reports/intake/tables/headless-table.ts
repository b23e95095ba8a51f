import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import { statesFault } from '../fields/faults.ts'
import { readIndustry } from '../fields/industries.ts'
import { saysNothing } from '../fields/nothing-found.ts'
import { readStatus } from '../fields/rectification-status.ts'
import { type Column, columns } from '../labels/labels.ts'
import type { TableColumn, TableField } from './head.ts'

const office = /(?:局|委|厅|处|办|队|中心|政府|管委会|委员会|[省市州县区])(?:本级)?$/
/** 四平铁东: a place, and no more; a township and a street are where, not who. */
const placeName = /^\p{Script=Han}{2,12}(?<![镇乡村街路巷]|街道|社区)$/u
/** An enterprise by any name, where all around it leaves no doubt: 宏远精密铸造. */
const anyName = /^[\p{Script=Han}\w（）()·.-]{4,40}(?<![镇乡村街路巷号]|街道|社区)$/u
/** 张三（07030012）、李四 等5人 */
const people =
  /^[\p{Script=Han}·×]{2,4}(?:[（(][^（()）]{1,20}[)）])?(?:[、，,/\s]{1,3}[\p{Script=Han}·×]{2,4}(?:[（(][^（()）]{1,20}[)）])?){0,20}(?: ?等?\d{1,3}人)?$/u
/** No state of a hazard, and yet what stands in the column: 无需整改, 停产停业, a stroke. */
const unstated = /^(?:无|不涉及|[/—-])$|(?:无需|不需要?)整改|停产|停业|改正/
const date = /^(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}日?(?: \d{1,2}:\d{2})?$/

/** What a cell of each of the six columns looks like. */
const looks: Record<Column, (cell: string) => boolean> = {
  inspectingUnit: cell =>
    cell.length <= 40 && (office.test(cell) || (placeName.test(cell) && !looksLikeEnterprise(cell))),
  enterprise: looksLikeEnterprise,
  place: cell => cell.length > 0 && cell.length <= 60,
  hazards: cell => statesFault(cell) || saysNothing(cell) || cell.length >= 4,
  inspectors: cell => cell.length <= 100 && people.test(cell) && !statesFault(cell),
  rectification: cell => unstated.test(cell) || readStatus(cell, null).rectified !== null,
}
const six = Object.keys(columns) as Column[]

/** What may stand beside the six wherever it is: it is known by itself. */
const beside: { field: TableField; looks: (cell: string) => boolean }[] = [
  { field: 'aside', looks: cell => /^\d{1,4}$|^1\d{10}$|^\d{3,4}-\d{7,8}$/.test(cell) },
  { field: 'date', looks: cell => date.test(cell) },
  {
    field: 'level',
    looks: cell => /^(?:省级?|市级?|州级?|县级?|区级?|企业)(?:抽查|督查|自查|检查)$/.test(cell),
  },
  {
    field: 'manner',
    looks: cell =>
      /^(?:线[上下]|现场|夜查|夜间|四不两直|双随机|干部\+专家|[、，,+]|检查|抽查|执法){1,6}$/.test(cell),
  },
  {
    field: 'industry',
    looks: cell => cell.length <= 8 && !looksLikeEnterprise(cell) && readIndustry(cell) !== null,
  },
]

/** The orders in which the six stand: as in the daily report, inspectors before the hazards, the place before its enterprise. */
const orders: Column[][] = [
  six,
  ['inspectingUnit', 'enterprise', 'place', 'inspectors', 'hazards', 'rectification'],
  ['inspectingUnit', 'place', 'enterprise', 'hazards', 'inspectors', 'rectification'],
]
/** Without these a row still tells an inspection. */
const dispensable: Column[][] = [
  [],
  ['inspectingUnit'],
  ['place'],
  ['inspectors'],
  ['rectification'],
  ['inspectingUnit', 'place'],
]
const layouts = orders.flatMap(order =>
  dispensable.map(missing => order.filter(field => !missing.includes(field))),
)
const fewest = 4

const column = (field: TableField | null): TableColumn => ({
  field,
  label: columns[field as Column] ?? '',
  unit: '',
})

const tellsFinding = (cell: string) => statesFault(cell) || saysNothing(cell)
const mayBeNamed = (cell: string) => anyName.test(cell) && !tellsFinding(cell)

/** Whether cells are the columns of a layout; what is lacking or is no usual name must be made up for by a fault in so many words. */
function isLaidOut(cells: string[], layout: Column[]): boolean {
  const named = (cell: string) =>
    looksLikeEnterprise(cell) || (layout.length === six.length && office.test(cells[0]!) && mayBeNamed(cell))
  const fits = layout.every((field, at) => (field === 'enterprise' ? named : looks[field])(cells[at]!))
  if (!fits) return false
  const sure = layout.length === six.length && looksLikeEnterprise(cells[layout.indexOf('enterprise')]!)
  return sure || tellsFinding(cells[layout.indexOf('hazards')]!)
}

/** The field of each column in a row that leaves no doubt; null where any does. */
export function readRow(cells: string[]): (TableField | null)[] | null {
  const fields: (TableField | null)[] = cells.map(
    cell => beside.find(({ looks }) => looks(cell))?.field ?? null,
  )
  // Cells with something in them that is not known by itself. One remark may stand behind the six.
  const open = cells.flatMap((cell, at) => (cell !== '' && fields[at] === null ? [at] : []))
  if (open.length < fewest || open.length > six.length + 1) return null
  const values = open.map(at => cells[at]!)
  const layout = layouts.find(
    each => (open.length === each.length || open.length === each.length + 1) && isLaidOut(values, each),
  )
  if (!layout) return null
  for (const [index, field] of layout.entries()) fields[open[index]!] = field
  // A day behind what is still to be done is when it is due.
  const done = fields.indexOf('rectification')
  const due = done === -1 ? -1 : fields.indexOf('date', done)
  if (due !== -1 && readStatus(cells[done]!, null).rectified === false) fields[due] = 'deadline'
  return fields
}

/** Whether a row below has nothing that contradicts: blanks repeat what is above. */
const fits = (cells: string[], fields: (TableField | null)[]): boolean =>
  fields.every((field, at) => {
    const cell = cells[at] ?? ''
    if (cell === '' || field === null || !(field in looks)) return true
    return looks[field as Column](cell) || (field === 'enterprise' && mayBeNamed(cell))
  })

const filledIn = (cells: string[]) => cells.filter(cell => cell !== '').length

/**
 * The columns of a table without a head, which has the six in their order: told by a first row in which every cell
 * looks like its column, and by rows below that do not contradict. Null where there is any doubt.
 */
export function guessColumns(rows: string[][]): { columns: TableColumn[]; from: number } | null {
  const from = rows.findIndex(cells => filledIn(cells) >= fewest)
  const fields = from === -1 ? null : readRow(rows[from]!)
  if (fields === null) return null
  const table = rows.slice(from).filter(cells => filledIn(cells) >= 3)
  if (table.filter(cells => fits(cells, fields)).length * 3 < table.length * 2) return null
  return { columns: fields.map(column), from }
}
