import type { Borders, Style, stream, Worksheet } from 'exceljs'
import { cellText } from './cell-text.ts'
import { colours } from './colours.ts'
import { rowHeight } from './row-height.ts'

export type WorkbookWriter = stream.xlsx.WorkbookWriter

const line = { style: 'thin', color: { argb: `FF${colours.line}` } } as const
const border: Partial<Borders> = { top: line, left: line, bottom: line, right: line }
const font = { name: '宋体', size: 10 }

/** Cell styles, made once: the writer knows a style that it has seen by the object. */
export const styles = {
  title: { font: { name: '黑体', size: 16 }, alignment: { horizontal: 'center', vertical: 'middle' } },
  note: { font, alignment: { horizontal: 'center', vertical: 'middle' } },
  head: {
    font: { name: '黑体', size: 10 },
    border,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colours.paper}` } },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  },
  text: { font, border, alignment: { vertical: 'middle', wrapText: true } },
  centre: { font, border, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } },
  sum: { font: { ...font, bold: true }, border, alignment: { horizontal: 'center', vertical: 'middle' } },
} satisfies Record<string, Partial<Style>>

export interface Column {
  head: string
  /** In characters of the standard font; a Chinese character takes two. */
  width: number
  style: Partial<Style>
}

/** An empty text leaves the cell empty. */
export type CellValue = string | number

/**
 * A sheet that prints on A4 landscape, as wide as the page, with title, note and head on every page. There
 * are one or two rows of column heads; the columns stay in place with the first one when the sheet is scrolled.
 */
export function openSheet(
  workbook: WorkbookWriter,
  {
    name,
    title,
    note,
    columns,
    headRows = 1,
  }: { name: string; title: string; note: string; columns: Column[]; headRows?: number },
): Worksheet {
  const lastHead = 2 + headRows
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: lastHead }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `1:${lastHead}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  for (const [i, text] of [title, note].entries()) {
    const row = sheet.getRow(i + 1)
    row.height = i === 0 ? 30 : 18
    put(row.getCell(1), text, i === 0 ? styles.title : styles.note)
    sheet.mergeCells(i + 1, 1, i + 1, columns.length)
    row.commit()
  }
  return sheet
}

/** Writes the row of column heads. */
export function writeHeads(sheet: Worksheet, columns: Column[]): void {
  writeRow(
    sheet,
    columns.map(({ head }) => head),
    columns.map(() => styles.head),
  )
}

/** Writes the rows of a list, each in the styles of its columns and as high as its texts need when they wrap. */
export function createListWriter(sheet: Worksheet, columns: Column[]): (values: CellValue[]) => void {
  const widths = columns.map(({ width }) => width)
  const rowStyles = columns.map(({ style }) => style)
  return values => writeRow(sheet, values, rowStyles, rowHeight(values, widths))
}

/** The style of rows themselves: one object, as the writer would build and file a style for each new one. */
const plain: Partial<Style> = {}

/** Writes the next row and lets go of it; `height` in points. */
export function writeRow(
  sheet: Worksheet,
  values: CellValue[],
  rowStyles: Partial<Style>[],
  height?: number,
): void {
  const row = sheet.addRow([])
  Object.assign(row, { style: plain })
  if (height !== undefined) row.height = height
  for (let i = 0; i < values.length; i++) put(row.getCell(i + 1), values[i]!, rowStyles[i]!)
  row.commit()
}

function put(cell: { value: unknown; style: Partial<Style> }, value: CellValue, style: Partial<Style>): void {
  cell.value = typeof value === 'string' ? cellText(value) || null : value
  cell.style = style
}
