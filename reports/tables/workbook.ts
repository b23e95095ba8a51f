import { posix } from 'node:path'
import { Readable } from 'node:stream'
import type { Row } from 'exceljs'
import { cellText } from './cell-text.ts'
import { type Sheet, type Table, toTable } from './table.ts'
import {
  checkTime,
  invalid,
  openWorkbook,
  UnreadableWorkbook,
  type WorkbookArchive,
  type WorkbookLimits,
  workbookLimits,
} from './workbook-archive.ts'
import { withReferences, withRelations } from './workbook-markup.ts'

/**
 * Whether a file claims to be a workbook, by its name or by being a zip that lists one. Old formats claim it
 * too: `readWorkbook` then tells the sender what to do.
 */
export const looksLikeWorkbook = (name: string, bytes: Uint8Array = new Uint8Array()): boolean => {
  if (/\.(xlsx|xlsm|xls|et)$/i.test(name)) return true
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.toString('latin1', 0, 4) === 'PK\x03\x04' && buffer.includes('xl/workbook.xml')
}

/**
 * Reads the visible sheets of an .xlsx workbook as tables, see `toTable`. Throws `UnreadableWorkbook` for
 * whatever is not a workbook or goes beyond the limits, hostile files included.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  limits: Partial<WorkbookLimits> = {},
): Promise<Table[]> => (await readSheets(bytes, limits)).map(toTable)

/** As `readWorkbook`, but with the rows above the header too. */
export async function readSheets(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<Sheet[]> {
  try {
    const all = { ...workbookLimits, ...limits }
    return await parseSheets(await openWorkbook(bytes, all), all)
  } catch (error) {
    // The libraries answer a malformed file with errors of every kind.
    throw error instanceof UnreadableWorkbook ? error : invalid(error)
  }
}

async function parseSheets(archive: WorkbookArchive, limits: WorkbookLimits): Promise<Sheet[]> {
  if (!archive.has('xl/workbook.xml')) throw invalid()
  const parser = await openParser(archive)
  const sheets: Sheet[] = []
  const left = { rows: limits.rows, characters: limits.characters }
  for (const { name, state, rId } of parser.model.sheets) {
    const target = parser.workbookRels.find(({ Id }) => Id === rId)?.Target
    const path = posix.resolve('/xl', target ?? '').slice(1)
    if ((state ?? 'visible') !== 'visible' || !archive.has(path)) continue
    const sheet: Sheet = { name: name.trim(), rows: [] }
    for (const { value } of parser._parseWorksheet(withReferences(archive.read(path)), sheets.length + 1)) {
      for await (const row of value) {
        checkTime(limits)
        const cells = readCells(row, limits)
        if (cells.length === 0) continue
        sheet.rows.push({ row: row.number, cells })
        left.characters -= cells.join('').length
        if (--left.rows < 0) throw new UnreadableWorkbook(`行数超过 ${limits.rows} 行`)
        if (left.characters < 0) throw new UnreadableWorkbook('文件内容展开后过大')
      }
    }
    sheets.push(sheet)
  }
  return sheets
}

/** The texts of a row up to its last filled cell. */
function readCells(row: Row, { columns }: WorkbookLimits): string[] {
  const cells: string[] = []
  row.eachCell((cell, column) => {
    const text = cellText(cell.value)
    if (text === '') return
    if (column > columns) throw new UnreadableWorkbook(`列数超过 ${columns} 列`)
    cells[column - 1] = text
  })
  return Array.from(cells, text => text ?? '')
}

/** The steps of the exceljs streaming reader, which its types leave out. */
interface Parser {
  model: { sheets: { name: string; state?: string; rId: string }[] }
  workbookRels: { Id: string; Target: string }[]
  _parseRels(part: Readable): Promise<void>
  _parseWorkbook(part: Readable): Promise<void>
  _parseStyles(part: Readable): Promise<void>
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>
  _parseWorksheet(part: AsyncIterable<string>, id: number): Iterable<{ value: AsyncIterable<Row> }>
}

/**
 * Takes the streaming reader through its steps by hand, with text instead of bytes. Its own loop decodes each
 * chunk by itself, which breaks a Chinese character that lies across two; it spools sheets into temporary files
 * where the shared strings come after them; and it walks the local headers of the zip, which need not be what
 * the guard has seen.
 */
async function openParser(archive: WorkbookArchive): Promise<Parser> {
  const { default: exceljs } = await import('exceljs')
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  } as const
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from([]), { ...options, entries: 'ignore' })
  const parser = reader as unknown as Parser
  const open = (path: string) => Readable.from(archive.read(path))
  await parser._parseRels(open('xl/_rels/workbook.xml.rels'))
  await parser._parseWorkbook(Readable.from(withRelations(archive.read('xl/workbook.xml'))))
  if (archive.has('xl/styles.xml')) await parser._parseStyles(open('xl/styles.xml'))
  for await (const _ of parser._parseSharedStrings(open('xl/sharedStrings.xml')));
  return parser
}
