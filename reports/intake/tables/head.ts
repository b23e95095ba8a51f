import { findLabel } from '../labels/find-label.ts'
import { type LabelField, labels } from '../labels/labels.ts'

/** What a column of a table holds: what a label may say, or what only a table has a column for. */
export type TableField =
  | LabelField
  /** Grade 隐患级别 of the hazard in the same row: 重大, 一般, or 是 and 否. */
  | 'grade'
  /** Legal basis 依据 of the hazard in the same row. */
  | 'hazardBasis'
  /** 单位名称: what is in the column tells whether it inspects or is inspected. */
  | 'name'
  /** Numbers instead of what is counted: 隐患数, 检查企业（家）. */
  | 'count'

/** One column of a table as its head names it. */
export interface TableColumn {
  /** Null where the head is empty or not known. */
  field: TableField | null
  /** The head without spaces and brackets. */
  label: string
  /** What stands in brackets behind it: 元, 家. */
  unit: string
}

/** A head 表头 and how many rows it takes: two where groups of columns have a head of their own. */
export interface TableHead {
  columns: TableColumn[]
  height: 1 | 2
}

/** Heads that are labels in a table only: in a sentence these words are everywhere. */
const tableWords: Partial<Record<TableField, string>> = {
  aside:
    '序号 序 编号 项次 项目 类别 备注 说明 联系电话 电话 手机 联系方式 责任人 整改责任人 责任单位 整改责任单位 照片',
  // 县（市、区） loses its brackets.
  reportingUnit:
    '县 市 县区 市县 区县 市州 县市 县市区 市县区 地区 属地 辖区 区域 所在地区 所属地区 所属县区 所属辖区',
  grade:
    '隐患级别 隐患等级 隐患类别 隐患性质 隐患分类 隐患程度 问题级别 是否重大 是否重大隐患 是否重大事故隐患 是否为重大隐患 是否属于重大隐患',
  hazardBasis:
    '依据 法律依据 法规依据 判定依据 隐患依据 违反条款 违反法律条款 违反法规条款 违反的法律法规 违法依据',
  name: '单位 单位名称 名称',
  rectification: '是否整改 是否已整改 是否完成整改 是否整改完成 是否整改到位 整改是否完成 状态',
  case: '是否立案',
  inspectors: '检查人员签字',
}
const words: ReadonlyMap<string, TableField> = new Map([
  ...labels,
  ...Object.entries(tableWords).flatMap(([field, names]) =>
    names.split(' ').map(name => [name, field as TableField] as const),
  ),
])

/** 已整改 is a value, and one character away from 整改: only longer heads may have a slip of the pen. */
const shortestSlip = 4
/** No head is longer. */
const longestHead = 30
const bracket = /[（(【[]([^（()）【】[\]]{0,20})[)）】\]]/g
/** A column of numbers. 检查组数 and 人次 are known as such. */
const counts = /(?:数|数量|总数|率|占比)$/
const countUnit = /^(?:家|户|项|个|条|处|家次|户次|%)$/
const countable = new Set<TableField | null>(['teams', 'personTimes', 'case', 'fine', 'aside'])

const blank: TableColumn = { field: null, label: '', unit: '' }

/** Reads one cell of a head. */
export function readColumn(cell: string): TableColumn {
  const compact = cell.replace(/\s+/g, '').replace(/[：:*]+$/, '')
  if (compact === '' || compact.length > longestHead) return blank
  const unit = [...compact.matchAll(bracket)].map(([, inner]) => inner!).join('')
  const label = compact.replace(bracket, '').replace(/^[*\d.、]+/, '')
  const field =
    words.get(compact) ?? words.get(label) ?? (label.length < shortestSlip ? null : findLabel(label))
  const counted = (counts.test(label) || countUnit.test(unit)) && !countable.has(field)
  return { field: counted ? 'count' : field, label, unit }
}

/** A group's head above and the column's below: 受检单位 over 名称, 检查情况 over 检查地点. */
function combine(group: string, above: string, below: string): TableColumn {
  if (below === '') return readColumn(above)
  const whole = readColumn(`${group}${below}`)
  return whole.field !== null && group !== below ? whole : readColumn(below)
}

function readRow(above: string[], below: string[]): TableColumn[] {
  let group = ''
  return Array.from({ length: Math.max(above.length, below.length) }, (_, index) => {
    group = above[index] || group
    return combine(group, above[index] ?? '', below[index] ?? '')
  })
}

const filled = (cells: string[]) => cells.filter(cell => cell !== '')
const known = (columns: TableColumn[]) => columns.filter(({ field }) => field !== null).length

const looksLikeHead = (cells: string[]) =>
  filled(cells).length > 1 && filled(cells).every(cell => cell.length <= longestHead)

/** Half of the heads in a lower row are known, and none is as long as what stands in a table. */
function isLowerRow(cells: string[]): boolean {
  const heads = filled(cells)
  return (
    heads.length > 0 &&
    heads.every(cell => cell.length <= 12) &&
    known(heads.map(readColumn)) * 2 >= heads.length
  )
}

/** A row above one that is a head by itself belongs to it only with columns that the lower leaves blank. */
const addsTo = (lower: string[], upper: string[], accepts: (columns: TableColumn[]) => boolean): boolean =>
  !accepts(lower.map(readColumn)) ||
  upper.some((cell, at) => cell !== '' && !lower[at] && readColumn(cell).field !== null)

/**
 * Reads the head that begins in a row. `accepts` decides on the columns found; a head has at least two, and half of
 * them are known. Null where there is none.
 */
export function readHead(
  rows: string[][],
  at: number,
  accepts: (columns: TableColumn[]) => boolean,
): TableHead | null {
  const upper = rows[at] ?? []
  if (!looksLikeHead(upper)) return null
  const next = rows[at + 1] ?? []
  const heads = isLowerRow(next) && addsTo(next, upper, accepts) ? ([2, 1] as const) : ([1] as const)
  for (const height of heads) {
    const columns = readRow(upper, height === 2 ? next : [])
    const named = columns.filter(({ label }) => label !== '').length
    if (known(columns) * 2 >= named && accepts(columns)) return { columns, height }
  }
  return null
}
