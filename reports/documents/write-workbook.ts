import { PassThrough } from 'node:stream'
import type { WorkbookWriter } from './worksheet.ts'
import { forgetTimes } from './zip-times.ts'

/**
 * An .xlsx file of the sheets that `write` adds, row by row; the same sheets are the same file. `at` is when its content
 * was made. Rejects with what `write` throws.
 */
export async function writeWorkbook(
  at: Date,
  write: (workbook: WorkbookWriter) => void | Promise<void>,
): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', chunk => chunks.push(chunk))
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
    created: at,
    modified: at,
    creator: '安委日报机器人',
    lastModifiedBy: '安委日报机器人',
    // The fastest level: a file is sent once, and the bot must not stand still for it.
    zip: { zlib: { level: 1 } },
  } as ConstructorParameters<typeof exceljs.stream.xlsx.WorkbookWriter>[0])
  await write(workbook)
  await workbook.commit()
  return forgetTimes(Buffer.concat(chunks))
}
