import { readCsvSheet } from './csv.ts'
import type { Sheet } from './table.ts'
import { looksLikeWorkbook, readSheets } from './workbook.ts'
import { UnreadableWorkbook, type WorkbookLimits } from './workbook-archive.ts'

/**
 * What a workbook of reports may ask for: a province's year does not come near it, and whatever is within is read in
 * about a second.
 */
export const attachmentLimits = {
  bytes: 5 * 2 ** 20,
  inflated: 32 * 2 ** 20,
  parts: 500,
  rows: 2_000,
  columns: 100,
  characters: 1_000_000,
} satisfies Partial<WorkbookLimits>

const csvName = /\.(?:csv|tsv)$/i
/** Control characters that no text has: a picture or a program under the name of a table. */
const binary = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/

/** Whether an attachment is, or claims to be, a table: by its name, or by what is in it whatever its name. */
export const looksLikeTable = (name: string, bytes?: Uint8Array): boolean =>
  csvName.test(name) || looksLikeWorkbook(name, bytes)

/**
 * Reads the sheets of an attached workbook or CSV file; formulas give their last result. Throws `UnreadableWorkbook`,
 * with what to do instead, for all that cannot be read or goes beyond the limits.
 */
export async function readAttachedSheets(
  name: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<Sheet[]> {
  const limits = { ...attachmentLimits, ...(signal && { signal }) }
  if (bytes.length === 0) throw new UnreadableWorkbook('文件为空')
  if (looksLikeWorkbook('', bytes) || !csvName.test(name)) return readSheets(bytes, limits)
  return [readCsvAttachment(name, bytes)]
}

function readCsvAttachment(name: string, bytes: Uint8Array): Sheet {
  const { bytes: most, rows, columns, characters } = attachmentLimits
  if (bytes.length > most) throw new UnreadableWorkbook(`文件超过 ${most / 2 ** 20} MB`)
  const sheet = readCsvSheet(name, bytes, { rows: rows + 1 })
  const cells = sheet.rows.flatMap(row => row.cells)
  if (cells.some(cell => binary.test(cell))) throw new UnreadableWorkbook('不是有效的 .csv 文件')
  if (sheet.rows.length > rows) throw new UnreadableWorkbook(`行数超过 ${rows} 行`)
  if (sheet.rows.some(row => row.cells.length > columns))
    throw new UnreadableWorkbook(`列数超过 ${columns} 列`)
  if (cells.reduce((length, cell) => length + cell.length, 0) > characters)
    throw new UnreadableWorkbook('文件内容过大')
  return sheet
}
