import {
  type Column,
  createListWriter,
  openSheet,
  styles,
  type WorkbookWriter,
  writeHeads,
} from '../documents/worksheet.ts'
import type { DailyReport } from './daily-report.ts'
import { noteOf, reportTitle } from './phrases.ts'

const columns: Column[] = [
  { head: '提级编号', width: 12, style: styles.centre },
  { head: '提级事项', width: 56, style: styles.text },
  { head: '提级日期', width: 16, style: styles.centre },
  { head: '未销号隐患', width: 16, style: styles.centre },
  { head: '原因', width: 50, style: styles.text },
]

/** Sheet 提级管理: what is under the province; there is none where nothing is. */
export function writeTakeovers(workbook: WorkbookWriter, report: DailyReport): void {
  const { takenOver = [] } = report
  if (takenOver.length === 0) return
  const title = `${reportTitle}（提级管理）`
  const sheet = openSheet(workbook, { name: '提级管理', title, note: noteOf(report), columns })
  writeHeads(sheet, columns)
  const write = createListWriter(sheet, columns)
  for (const { number, subject, since, open, reason } of takenOver)
    write([number, subject, since, open, reason])
  sheet.commit()
}
