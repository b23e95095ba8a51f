/** Sheet 工作表 as it stands: cells as text, without blank rows, rows numbered from 1 as the user sees them. */
export interface Sheet {
  name: string
  rows: { row: number; cells: string[] }[]
}

/** Table 表格: a sheet read under its header. */
export interface Table {
  sheet: string
  /** Column names, unique, in order. A column without a name is called by its number: 第3列. */
  header: string[]
  /** Rows below the header with their original numbers; every column of the header is present, '' when empty. */
  rows: { row: number; cells: Record<string, string> }[]
}

/**
 * Reads a sheet as a table. The header is the first row with two or more filled cells, since a title often
 * stands alone above it, or the first row where there is none; a sheet without rows has an empty header.
 */
export function toTable({ name, rows }: Sheet): Table {
  const filled = rows.findIndex(({ cells }) => cells.filter(Boolean).length > 1)
  const start = Math.max(filled, 0)
  const width = rows.slice(start).reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const header = nameColumns(rows[start]?.cells ?? [], width)
  return {
    sheet: name,
    header,
    rows: rows.slice(start + 1).map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])),
    })),
  }
}

/** The inverse of `toTable`, numbered from 1 without gaps. */
export const toSheet = ({ sheet, header, rows }: Table): Sheet => ({
  name: sheet,
  rows: [header, ...rows.map(({ cells }) => header.map(column => cells[column] ?? ''))].map(
    (cells, index) => ({ row: index + 1, cells }),
  ),
})

/** Names every column, also a blank or repeated one, so that no column hides another. */
function nameColumns(header: string[], width: number): string[] {
  const names = new Set<string>()
  for (let index = 0; index < width; index++) {
    const name = header[index] || `第${index + 1}列`
    names.add(names.has(name) ? `${name}（第${index + 1}列）` : name)
  }
  return [...names]
}
