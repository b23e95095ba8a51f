import type { LabelledValue } from '../forms/labelled-value.ts'
import { type Segment, segment } from '../forms/segment.ts'
import { labelText } from '../labels/label-text.ts'
import { labels, columns as sixColumns } from '../labels/labels.ts'
import { readColumn, readHead, type TableColumn, type TableField } from './head.ts'
import { guessColumns } from './headless-table.ts'
import { lineText, readLine, readSection } from './lines.ts'
import { readRows } from './rows.ts'

/** A table 表格 of inspections. */
export interface InspectionTable {
  /** What stands above it, line by line: title, unit, date. */
  heading: string
  /** One for each inspection. */
  segments: Segment[]
}

/** A head is looked for so far down. */
export const longestHeading = 40
/** Columns beyond these are not read. */
export const widestTable = 60
/** Heads printed again, and lines between the rows: more of them are no table. */
const mostBlocks = 100
const mostLines = 100
/** A form or a table on its side has no more rows. */
const tallestForm = 60
/** Rows with sums, which are no inspections. */
const total = /^(?:合|总|小|共|累)\s*计/
/** Who filled in the form and who checked it, and what is said about the table. */
const closing =
  /^(?:填表|填报|制表|审核|审批|审签|签发|签字|签名|报送|联系|单位负责|主管|分管|负责|检查人员签|注|说明|备注|附注)[^：:]{0,10}[：:]/

const filledIn = (cells: string[]) => cells.filter(cell => cell !== '')

/** Whether the columns are those of inspections: what was found or done, and where. 值班表 and 通讯录 are not. */
export function tellsInspections(columns: TableColumn[]): boolean {
  const fields = new Set(columns.map(({ field }) => field))
  const six = Object.keys(sixColumns).filter(field => fields.has(field as keyof typeof sixColumns))
  const named = six.length + (fields.has('name') ? 1 : 0)
  return named >= 2 && (fields.has('hazards') || fields.has('rectification'))
}

/** Whether columns that name nobody, 问题隐患 and 整改情况 alone, have the enterprise above them. */
function namesEnterprise(columns: TableColumn[], heading: LabelledValue[]): boolean {
  const who = ['enterprise', 'name', 'inspectingUnit', 'place', 'reportingUnit']
  return (
    columns.some(({ field }) => field !== null && who.includes(field)) ||
    heading.some(({ field }) => field === 'enterprise')
  )
}

interface Block {
  columns: TableColumn[]
  rows: string[][]
}

/** Cuts rows at each head; the first block has none. Heads further down share a word with the first. */
function cutBlocks(rows: string[][]): Block[] {
  const blocks: Block[] = [{ columns: [], rows: [] }]
  const words = new Set<string>()
  for (let at = 0; at < rows.length; at++) {
    const mayBe =
      blocks.length > 1
        ? blocks.length < mostBlocks && rows[at]!.some(cell => words.has(cell))
        : at < longestHeading
    const head = mayBe ? readHead(rows, at, tellsInspections) : null
    if (head) {
      for (const { field, label } of head.columns) if (field !== null) words.add(label)
      blocks.push({ columns: head.columns, rows: [] })
      at += head.height - 1
    } else blocks.at(-1)!.rows.push(rows[at]!)
  }
  if (blocks.length > 1) return blocks
  const guessed = guessColumns(rows)
  if (!guessed) return blocks
  return [
    { columns: [], rows: rows.slice(0, guessed.from) },
    { columns: guessed.columns, rows: rows.slice(guessed.from) },
  ]
}

/** 检查人员：张三 in one cell. */
const saysLabel = (cell: string): boolean => {
  const colon = cell.search(/[：:]/)
  return colon > 0 && labels.has(cell.slice(0, colon).replace(/\s/g, ''))
}

/** What a row says that is not one of the table; null for one that is. */
function readAside(cells: string[], columns: TableColumn[]): LabelledValue[] | null {
  const filled = filledIn(cells)
  const first = filled[0] ?? ''
  if (filled.length === 0 || total.test(first) || (/^\d+$/.test(first) && total.test(filled[1] ?? '')))
    return []
  if (closing.test(first)) return []
  if (filled.length <= 4 && saysLabel(first)) return readLine(lineText(cells))
  if (filled.length > 1 || columns.length < 3) return null
  const at = cells.indexOf(first)
  const field = columns[at]?.field
  // Below the first column a cell alone goes on with the row above it, or opens one that nobody has filled in.
  if (at > 0 && field !== undefined && field !== null) return null
  const section = readSection(first)
  if (section) return [section]
  return field === 'hazards' && at > 0 ? null : []
}

/** Reads a form whose labels stand in cells beside their values: 检查单位 | … | 受检单位 | …. */
function readForm(all: string[][]): InspectionTable | null {
  const rows = all.slice(0, tallestForm)
  if (!tellsInspections(rows.flat().map(readColumn))) return null
  const cells = rows.map(cells =>
    cells
      .map((cell, at) => (readColumn(cell).field !== null && cells[at + 1] ? `\n${cell}：` : cell))
      .join(' '),
  )
  const labelled = labelText(cells.join('\n').slice(0, 10_000))
  const found = new Set(labelled.values.filter(({ value }) => value !== '').map(({ field }) => field))
  const six = Object.keys(sixColumns).filter(field => found.has(field as keyof typeof sixColumns))
  if (six.length < 3) return null
  return { heading: labelled.heading, segments: segment(labelled) }
}

const isSix = (field: TableField | null) => field !== null && field in sixColumns

/** A table whose heads stand in its first column, one inspection in each of the others. */
function transpose(rows: string[][]): string[][] | null {
  const form = rows.slice(0, tallestForm)
  const heads = form.map(([first = '', second]) => (second ? readColumn(first).field : null))
  const from = heads.findIndex(field => field !== null)
  if (heads.filter(isSix).length < 3) return null
  // Labels in other columns too: a form.
  if (form.some(cells => cells.slice(1).some(cell => isSix(labels.get(cell) ?? null)))) return null
  const table = form.slice(from)
  const width = Math.max(...table.map(cells => cells.length))
  const columns = Array.from({ length: width }, (_, at) => table.map(cells => cells[at] ?? ''))
  return [...rows.slice(0, from), ...columns]
}

function readUpright(rows: string[][]): InspectionTable | null {
  const [above, ...blocks] = cutBlocks(rows)
  const headingRows = above!.rows.map(lineText)
  // The last line above may already head the first part: 一、煤矿.
  const titles = headingRows.filter((line, index) => index === 0 || readSection(line) === null)
  const said = headingRows.flatMap((line, index) => {
    const section = index > 0 ? readSection(line) : null
    return section ? [section] : readLine(line)
  })
  const [first] = blocks
  if (!first || !namesEnterprise(first.columns, said)) return null
  const segments: Segment[] = []
  let section = said
  let below: LabelledValue[] = []
  for (const { columns, rows } of blocks) {
    // What was said before the block stands in a line of its own.
    const lines = new Map([[0, section]])
    below = []
    for (const [index, cells] of rows.entries()) {
      const text = lines.size >= mostLines && filledIn(cells).length === 1
      const aside = text ? [] : readAside(cells, columns)
      if (aside === null) below = []
      else if (aside.length > 0) below = [...below, ...aside]
      if (aside !== null) lines.set(index + 1, aside)
    }
    segments.push(...readRows(columns, [[], ...rows], lines))
    const said = [...lines.values()].flat()
    section = [...new Map(said.map(value => [value.field, value])).values()]
  }
  if (segments.length === 0) return null
  return { heading: titles.filter(line => line !== '').join('\n'), segments: complete(segments, below) }
}

/** What is said below the last row stands for what neither a column nor a line above says: 检查人员：张三、李四. */
const complete = (segments: Segment[], below: LabelledValue[]): Segment[] =>
  segments.map(({ own, shared }) => ({
    own: [...own, ...below.filter(({ field }) => !own.some(value => value.field === field))],
    shared,
  }))

/**
 * Reads the rows of a table: a title, unit and date above, a head of one row or two, one inspection a row or one hazard
 * a row, sums and signatures below. Also one that lies on its side, a form of labels and values in cells, and the six
 * columns in their order without a head. Null for whatever is not a table of inspections.
 */
export function readInspectionTable(written: string[][]): InspectionTable | null {
  const rows = written
    .map(cells => cells.slice(0, widestTable).map(cell => cell.trim()))
    .filter(cells => filledIn(cells).length > 0)
  const upright = readUpright(rows)
  if (upright) return upright
  const turned = transpose(rows)
  return (turned && readUpright(turned)) ?? readForm(rows)
}
