import type { LabelledValue } from '../forms/labelled-value.ts'
import type { Segment } from '../forms/segment.ts'
import type { LabelField } from '../labels/labels.ts'
import { cellValue, saysMajor, settleColumns } from './columns.ts'
import { type Finding, labelFindings } from './findings.ts'
import type { TableColumn, TableField } from './head.ts'

/** The same as in the cell above. */
const ditto = /^(?:同上|同前|〃|″|"|〞|“|”|－〃－)$/
/** Where there is no enterprise, the first of these that the table has opens an inspection. */
const keys: TableField[] = ['enterprise', 'place', 'inspectingUnit', 'reportingUnit']
/** What a blank cell repeats from above, besides what stands left of the enterprise and so groups the rows. */
const repeated = new Set<TableField>(['inspectingUnit', 'reportingUnit', 'date', 'inspectors'])
const grouping = new Set<TableField>(['industry', 'level', 'manner', 'basis'])
/** Not a value by itself: it goes with the hazard of its row, or says nothing. */
const unsaid = new Set<TableField>([
  'hazards',
  'rectification',
  'deadline',
  'grade',
  'hazardBasis',
  'aside',
  'count',
])
/** Several of them are all said. */
const many = new Set<TableField>(['inspectors', 'document'])
const most = 50
/** A place within a firm, which tells where the hazard of the row is: 一车间, 2号库, 配电室. */
const withinFirm =
  /(?:车间|工段|生产线|岗位|工作面|[仓油冷]?库房?|罐区|机房|厨房|室|楼|层|[东西南北]侧|门口|厂区|院内)$/
const betweenNames = /[、，,；;/\s]+/
/** What a spreadsheet shows for a formula that comes to nothing, or the formula itself. */
const noResult = /^(?:#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)|=.*)$/i

type Row = Map<TableField, LabelledValue>

interface Group {
  values: Map<TableField, LabelledValue[]>
  findings: Finding[]
}

/** Reads the rows below one head; what lines above or below say stands for what no column says. */
export function readRows(
  written: TableColumn[],
  rows: string[][],
  lines: ReadonlyMap<number, LabelledValue[]>,
): Segment[] {
  const columns = settleColumns(
    written,
    rows.filter((_, index) => !lines.has(index)),
  )
  const has = (field: TableField) => columns.some(column => column.field === field)
  const one = !has('enterprise') && lines.get(0)?.some(({ field }) => field === 'enterprise')
  const key = one ? undefined : keys.find(has)
  const enterpriseAt = columns.findIndex(({ field }) => field === 'enterprise')
  const carries = ({ field }: TableColumn, index: number) =>
    field !== null && (repeated.has(field) || (grouping.has(field) && index < enterpriseAt))
  const carried: Row = new Map()
  const section = new Map<LabelField, LabelledValue>()
  const segments: { group: Group; section: LabelledValue[] }[] = []
  let above: string[] = []
  let next = true

  for (const [index, written] of rows.entries()) {
    const line = lines.get(index)
    if (line) {
      for (const value of line) section.set(value.field, value)
      if (line.some(({ field }) => field === 'inspectingUnit')) carried.clear()
      next ||= line.some(({ field }) => field === 'inspectingUnit' || field === 'enterprise')
      continue
    }
    const cells = columns.map((column, at) => {
      const cell = written[at] ?? ''
      return ditto.test(cell) ? (above[at] ?? '') : cellValue(column, cell)
    })
    above = cells
    const row = readRow(columns, cells)
    const current = segments.at(-1)
    const lost = columns.some(({ field }, at) => field === key && noResult.test(cells[at]!))
    if (!current || next || lost || opens(row, current.group, key)) {
      next = false
      if (changes(row, carried, 'inspectingUnit')) carried.delete('inspectors')
      segments.push({ group: { values: new Map(), findings: [] }, section: [...section.values()] })
      for (const [at, { field }] of columns.entries()) {
        if (!carries(columns[at]!, at)) continue
        const value = row.get(field!) ?? carried.get(field!)
        if (value === undefined) continue
        carried.set(field!, value)
        row.set(field!, value)
      }
    }
    add(segments.at(-1)!.group, row, readFindings(columns, cells))
  }
  const label = columns.find(({ field }) => field === 'rectification')?.label ?? '整改情况'
  return segments.map(({ group, section }) => toSegment(group, section, label))
}

function readRow(columns: TableColumn[], cells: string[]): Row {
  const row: Row = new Map()
  for (const [at, { field, label }] of columns.entries()) {
    const value = cells[at]!
    if (field === null || value === '' || unsaid.has(field) || row.has(field) || noResult.test(value))
      continue
    row.set(field, { field: field as LabelField, label, value })
  }
  return row
}

const changes = (row: Row, before: Row | Group['values'], field: TableField): boolean => {
  const value = row.get(field)?.value
  const earlier = before.get(field)
  return value !== undefined && value !== (Array.isArray(earlier) ? earlier[0]?.value : earlier?.value)
}

/** Nobody says which enterprise, but it was at another place, or others were there, two of them or more. */
function isElsewhere(row: Row, values: Group['values']): boolean {
  const inside = withinFirm.test(row.get('place')?.value ?? '')
  if (changes(row, values, 'place') && !inside) return true
  const people = (row.get('inspectors')?.value ?? '').split(betweenNames).filter(name => name !== '')
  const before = (values.get('inspectors') ?? []).flatMap(({ value }) => value.split(betweenNames))
  return before.length > 0 && people.length > 1 && people.every(name => !before.includes(name))
}

/** Another enterprise opens the next inspection; the same again, or none, tells more of the one above. */
function opens(row: Row, { values }: Group, key: TableField | undefined): boolean {
  if (key === undefined) return false
  if (changes(row, values, key) || changes(row, values, 'inspectingUnit')) return true
  if (row.has(key)) return changes(row, values, 'date')
  return key === 'enterprise' && isElsewhere(row, values)
}

/** The hazards of one row: one column for each kind, or one for all. */
function readFindings(columns: TableColumn[], cells: string[]): Finding[] {
  const all = (field: TableField) =>
    columns.flatMap((column, at) =>
      column.field === field && cells[at] !== '' ? [{ label: column.label, text: cells[at]! }] : [],
    )
  const first = (field: TableField) => all(field)[0]?.text ?? ''
  const common = {
    rectification: all('rectification')
      .map(({ text }) => text)
      .join('；'),
    deadline: first('deadline'),
    major: all('grade').some(({ label, text }) => saysMajor(label, text)),
    basis: first('hazardBasis'),
  }
  const hazards = all('hazards')
  const none = { label: '', text: '', rectification: '', deadline: '', major: false, basis: '' }
  return (hazards.length > 0 ? hazards : [{ label: '', text: '' }]).map((hazard, index) =>
    index === 0 ? { ...common, ...hazard } : { ...none, ...hazard },
  )
}

function add(group: Group, row: Row, findings: Finding[]): void {
  for (const [field, value] of row) {
    const before = group.values.get(field) ?? []
    const isNew =
      before.length === 0 ||
      (many.has(field) && before.length < most && before.every(each => each.value !== value.value))
    if (isNew) group.values.set(field, [...before, value])
  }
  group.findings.push(...findings)
}

function toSegment({ values, findings }: Group, section: LabelledValue[], label: string): Segment {
  const inspectors = values.get('inspectors')
  if (inspectors && inspectors.length > 1) {
    const all = inspectors.map(({ value }) => value).join('、')
    values.set('inspectors', [{ ...inspectors[0]!, value: all }])
  }
  const own = [...[...values.values()].flat(), ...labelFindings(findings, label)]
  const unsaid = section.filter(({ field }) => !own.some(value => value.field === field))
  return { own: [...own, ...unsaid], shared: [] }
}
