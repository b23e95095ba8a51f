import { Writable } from 'node:stream'
import { type Table, toSheet } from './table.ts'

/** Tables as an .xlsx workbook, one sheet each, all cells as text and the header kept in view. */
export async function tablesToWorkbook(tables: Table[]): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: stream as never, useSharedStrings: true })
  for (const table of tables) {
    const sheet = workbook.addWorksheet(table.sheet, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = table.header.map(() => ({ width: 24 }))
    for (const { cells } of toSheet(table).rows) sheet.addRow(cells.map(cell => cell || null)).commit()
    sheet.commit()
  }
  await workbook.commit()
  return Buffer.concat(chunks)
}
