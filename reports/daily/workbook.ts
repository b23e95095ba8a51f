import { PassThrough } from 'node:stream'
import { forgetTimes } from '../documents/zip-times.ts'
import type { DailyReport } from './daily-report.ts'
import { writeAnnex } from './workbook-annex.ts'
import { writeReporting } from './workbook-reporting.ts'
import { writeByIndustry, writeSummary } from './workbook-summary.ts'

/**
 * The daily report 日报表 as an .xlsx file to print: 汇总, 分行业, annexes 附表1 and 附表2, and 缺报. Annex rows are
 * read once, in order, and never held together. Rejects with what an annex throws while it is read.
 */
export async function renderWorkbook(report: DailyReport): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', chunk => chunks.push(chunk))
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
    created: new Date(report.compiledAt),
    modified: new Date(report.compiledAt),
    creator: '安委日报机器人',
    lastModifiedBy: '安委日报机器人',
    // The fastest level: a daily file is sent once, and the bot must not stand still for it.
    zip: { zlib: { level: 1 } },
  } as ConstructorParameters<typeof exceljs.stream.xlsx.WorkbookWriter>[0])
  writeSummary(workbook, report)
  writeByIndustry(workbook, report)
  await writeAnnex(workbook, report, '附表1', '省本级', report.provincialRows)
  await writeAnnex(workbook, report, '附表2', '各市（州）、县（市、区）', report.localRows)
  writeReporting(workbook, report)
  await workbook.commit()
  return forgetTimes(Buffer.concat(chunks))
}
