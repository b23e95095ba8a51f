import Papa from 'papaparse'
import { type Sheet, type Table, toSheet, toTable } from './table.ts'

/**
 * Reads a CSV file. Text is UTF-8, with or without a byte order mark, or else GB18030, in which Excel saves
 * on a Chinese Windows. Cells are trimmed; blank lines are left out but counted.
 */
export function readCsv(name: string, bytes: Uint8Array): Table {
  const { data } = Papa.parse<string[]>(decode(bytes), { delimiter: ',' })
  const rows: Sheet['rows'] = data.map((cells, index) => ({
    row: index + 1,
    cells: cells.map(cell => unguard(cell.trim())),
  }))
  return toTable({ name, rows: rows.filter(({ cells }) => cells.some(Boolean)) })
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

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
