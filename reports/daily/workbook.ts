import { writeWorkbook } from '../documents/write-workbook.ts'
import type { DailyReport } from './daily-report.ts'
import { writeAnnex } from './workbook-annex.ts'
import { writeReporting } from './workbook-reporting.ts'
import { writeByIndustry, writeSummary } from './workbook-summary.ts'
import { writeTakeovers } from './workbook-takeovers.ts'

/**
 * The daily report 日报表 as an .xlsx file to print: 汇总, 分行业, annexes 附表1 and 附表2, 缺报, and 提级管理 where
 * anything is. Annex rows are
 * read once, in order, and never held together. Rejects with what an annex throws while it is read.
 */
export const renderWorkbook = (report: DailyReport): Promise<Buffer> =>
  writeWorkbook(new Date(report.compiledAt), async workbook => {
    writeSummary(workbook, report)
    writeByIndustry(workbook, report)
    await writeAnnex(workbook, report, '附表1', '省本级', report.provincialRows)
    await writeAnnex(workbook, report, '附表2', '各市（州）、县（市、区）', report.localRows)
    writeReporting(workbook, report)
    writeTakeovers(workbook, report)
  })
