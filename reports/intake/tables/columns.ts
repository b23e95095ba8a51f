import type { TableColumn, TableField } from './head.ts'

/** Columns as the rows below them show them to be meant. */

const office = /(?:局|委|厅|处|办|队|中心|政府|管委会|[省市州县区])$/
/** What stands under 重大隐患 where it asks whether the hazard is one. */
const grade = /^(?:是|否|√|×|✓|✔|有|无|重大|一般|较大|[\d/—-]{1,3})$/

/** Weaker words for a column, which give way to a stronger one beside them. */
const weak: Partial<Record<TableField, RegExp>> = {
  hazards: /^(?:检查情况|检查结果|检查内容|隐患情况|安全隐患)$/,
  rectification: /措施|要求|意见|建议|方案/,
}

const has = (columns: TableColumn[], field: TableField) => columns.some(column => column.field === field)

/** 单位名称 is the enterprise beside another unit, else what most of its cells are. */
function nameColumn(columns: TableColumn[], values: string[]): TableField | null {
  if (has(columns, 'enterprise')) return has(columns, 'inspectingUnit') ? null : 'inspectingUnit'
  if (has(columns, 'inspectingUnit')) return 'enterprise'
  const offices = values.filter(value => office.test(value)).length
  return offices * 2 > values.length ? 'inspectingUnit' : 'enterprise'
}

/** Settles what a head alone leaves open, by the other columns and by what stands below. */
export function settleColumns(columns: TableColumn[], rows: string[][]): TableColumn[] {
  const below = (index: number) => rows.map(cells => cells[index] ?? '').filter(cell => cell !== '')
  const stronger = (field: TableField) =>
    columns.some(column => column.field === field && !weak[field]?.test(column.label))
  return columns.map((column, index) => {
    const { field, label } = column
    if (field === null) return column
    if (field === 'name') return { ...column, field: nameColumn(columns, below(index)) }
    if (field === 'hazards' && /^重大/.test(label)) {
      const cells = below(index)
      const others = columns.some(other => other.field === 'hazards' && other !== column)
      return others && cells.every(cell => grade.test(cell)) ? { ...column, field: 'grade' } : column
    }
    return weak[field]?.test(label) && stronger(field) ? { ...column, field: 'aside' } : column
  })
}

const yes = /^(?:是|√|✓|✔|[Yy])$/
const no = /^(?:否|×|✗|✘|[Nn])$/

/** A cell in the words that its column stands for: 是 under 是否整改 is 已整改, 20000 under 罚款（元） is 20000元. */
export function cellValue({ field, label, unit }: TableColumn, cell: string): string {
  switch (field) {
    case 'rectification':
      return yes.test(cell) ? '已整改' : no.test(cell) ? '未整改' : cell
    case 'case':
      return yes.test(cell) ? '立案' : no.test(cell) ? '未立案' : cell
    case 'production':
      return yes.test(cell) ? label.replace(/^是否|情况$/g, '') : cell
    case 'fine':
      return /^[\d.,]+$/.test(cell) && /元$/.test(unit) ? `${cell}${unit}` : cell
    case 'date':
      return serialDate(cell) ?? cell
    case 'inspectors':
      return cell.replace(/\s*\n\s*/g, '、')
    case 'enterprise':
    case 'place':
    case 'inspectingUnit':
    case 'reportingUnit':
      return cell.replace(/\s*\n\s*/g, '')
    default:
      return cell
  }
}

/** Whether a cell under 隐患级别 or 是否重大 says that the hazard is a major one. */
export const saysMajor = (label: string, cell: string): boolean =>
  /^(?:属于?)?(?:重大|特大)/.test(cell) || (/重大/.test(label) && (yes.test(cell) || cell === '有'))

/** A date that lost its format: days since the last day of 1899, as spreadsheets count. */
function serialDate(cell: string): string | null {
  if (!/^[45]\d{4}(?:\.\d{1,12})?$/.test(cell)) return null
  return new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(cell)))).toISOString().slice(0, 10)
}
