import Papa from 'papaparse'
import { type Sheet, type Table, toSheet, toTable } from './table.ts'

/**
 * Reads a CSV file. Text is UTF-8, with or without a byte order mark, or else GB18030, in which Excel saves
 * on a Chinese Windows. Cells are trimmed; blank lines are left out but counted.
 */
export const readCsv = (name: string, bytes: Uint8Array): Table =>
  toTable(readCsvSheet(name, bytes, { delimiter: ',' }))

/** As `readCsv`, but with the rows above the header too; the delimiter is guessed where none is given. */
export function readCsvSheet(
  name: string,
  bytes: Uint8Array,
  { delimiter, rows: most = 0 }: { delimiter?: string; rows?: number } = {},
): Sheet {
  const text = decode(bytes)
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiter ?? guessDelimiter(text), preview: most })
  const rows: Sheet['rows'] = data.map((cells, index) => ({
    row: index + 1,
    cells: cells.map(cell => unguard(cell.trim())),
  }))
  return { name, rows: rows.filter(({ cells }) => cells.some(Boolean)) }
}

/** One CSV text per table, in order, with a byte order mark so that Excel reads it as UTF-8. */
export const tablesToCsv = (tables: Table[]): { sheet: string; csv: string }[] =>
  tables.map(table => ({
    sheet: table.sheet,
    csv: `\uFEFF${Papa.unparse(
      toSheet(table).rows.map(({ cells }) => cells),
      { newline: '\n', escapeFormulae: formula },
    )}\n`,
  }))

// A spreadsheet would run such a cell: it is written with an apostrophe in front, and one is taken off again.
const formula = /^'*[=+\-@]/
const unguard = (cell: string) => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell)

/** The mark that is seen most where the table begins; in Chinese text none of them stands for anything else. */
function guessDelimiter(text: string): string {
  const seen = (mark: string) => text.slice(0, 5_000).split(mark).length
  return ['\t', ';', '|'].reduce((best, mark) => (seen(mark) > seen(best) ? mark : best), ',')
}

function decode(bytes: Uint8Array): string {
  // Excel saves “Unicode 文本” so, with a mark in front.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
