import {
  type Column,
  createListWriter,
  openSheet,
  styles,
  type WorkbookWriter,
  writeHeads,
} from '../documents/worksheet.ts'
import type { DailyReport } from './daily-report.ts'
import { cityOf, noteOf, reportTitle } from './phrases.ts'

const columns: Column[] = [
  { head: '序号', width: 12, style: styles.centre },
  { head: '市（州）', width: 30, style: styles.centre },
  { head: '报送单位', width: 44, style: styles.centre },
  { head: '情况', width: 30, style: styles.centre },
]

/** Sheet 缺报: the units that did not report, reported late 迟报 or reported no inspection 零报告. */
export function writeReporting(workbook: WorkbookWriter, report: DailyReport): void {
  const sheet = openSheet(workbook, {
    note: noteOf(report),
    name: '缺报',
    title: `${reportTitle}（缺报、迟报、零报告）`,
    columns,
  })
  writeHeads(sheet, columns)
  const write = createListWriter(sheet, columns)
  let number = 0
  for (const [unit, states] of statesByUnit(report))
    write([++number, cityOf(report, unit), unit, states.join('、')])
  if (number === 0) write(['', '', '无', ''])
  sheet.commit()
}

/** A unit has one line, also where its zero report came late. */
function statesByUnit({ reporting }: DailyReport): Map<string, string[]> {
  const states = new Map<string, string[]>()
  for (const [state, units] of [
    ['缺报', reporting.missing],
    ['迟报', reporting.late],
    ['零报告', reporting.zero],
  ] as const)
    for (const unit of units) states.set(unit, [...(states.get(unit) ?? []), state])
  return states
}
