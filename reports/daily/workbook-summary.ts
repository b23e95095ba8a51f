import type { Worksheet } from 'exceljs'
import { percent } from '../documents/percent.ts'
import {
  type Column,
  openSheet,
  styles,
  type WorkbookWriter,
  writeHeads,
  writeRow,
} from '../documents/worksheet.ts'
import { industries, provincialLevel, unstatedIndustry } from '../terms.ts'
import { type DailyReport, rectificationRate, type Totals } from './daily-report.ts'
import { noteOf, reportTitle } from './phrases.ts'
import { cellsOf, overall, sumTotals } from './totals.ts'

const groups = [...industries, null]
const figure = (head: string, width = 6): Column => ({ head, width, style: styles.centre })
const allFigures = [
  figure('检查组', 7.5),
  figure('人次', 7.5),
  figure('企业', 7.5),
  figure('隐患', 7.5),
  figure('已整改', 7.5),
  figure('整改率', 8.5),
]
const figuresOf = (totals: Totals) => [
  totals.teams,
  totals.personTimes,
  totals.enterprises,
  totals.hazards,
  totals.rectified,
  percent(rectificationRate(totals)),
]

/** 省本级, the cities and their sum, each with its total and the figures of one industry or all. */
const lines = (report: DailyReport): { name: string; totals: Totals }[] => [
  { name: provincialLevel, totals: report.provincial },
  ...report.cities.map(({ city, totals }) => ({ name: city, totals })),
  { name: '合计', totals: overall(report) },
]

/**
 * Sheet 汇总: a line for 省本级, each city and the sum; the total first, then the industries with the three figures
 * that fit on a page's width. The other figures by industry stand in sheet 分行业.
 */
export function writeSummary(workbook: WorkbookWriter, report: DailyReport): void {
  const columns: Column[] = [
    { head: '地区', width: 10, style: styles.centre },
    ...allFigures,
    ...groups.flatMap(() => [figure('企业'), figure('隐患'), figure('已整改', 7.5)]),
  ]
  const sheet = openSheet(workbook, {
    note: noteOf(report),
    name: '汇总',
    title: reportTitle,
    columns,
    headRows: 2,
  })
  writeGroupHeads(sheet, columns)
  for (const { name, totals } of lines(report)) {
    const style = name === '合计' ? styles.sum : styles.centre
    const cells = name === '合计' ? report.summary : report.summary.filter(({ city }) => city === name)
    const byIndustry = groups.flatMap(industry => {
      const own = sumTotals(cellsOf(cells, [industry]).map(cell => cell.totals))
      return [own.enterprises, own.hazards, own.rectified]
    })
    const values = [name, ...figuresOf(totals), ...byIndustry]
    writeRow(
      sheet,
      values,
      values.map(() => style),
    )
  }
  sheet.commit()
}

/** Two rows of heads: the groups over their figures. Merged before they are committed, as the writer wants it. */
function writeGroupHeads(sheet: Worksheet, columns: Column[]): void {
  const upper = sheet.getRow(3)
  const lower = sheet.getRow(4)
  for (const [i, { head }] of columns.entries()) {
    upper.getCell(i + 1).style = styles.head
    lower.getCell(i + 1).style = styles.head
    if (i > 0) lower.getCell(i + 1).value = head
  }
  const merge = (value: string, top: number, left: number, bottom: number, right: number) => {
    upper.getCell(left).value = value
    sheet.mergeCells(top, left, bottom, right)
  }
  merge('地区', 3, 1, 4, 1)
  merge('合计', 3, 2, 3, 7)
  for (const [i, industry] of groups.entries())
    merge(industry ?? unstatedIndustry, 3, 8 + i * 3, 3, 10 + i * 3)
  upper.commit()
  lower.commit()
}

/** Sheet 分行业: every figure of each place and industry that has inspections. */
export function writeByIndustry(workbook: WorkbookWriter, report: DailyReport): void {
  const columns: Column[] = [
    { head: '地区', width: 20, style: styles.centre },
    { head: '行业', width: 20, style: styles.centre },
    ...allFigures.map(column => ({ ...column, width: 14 })),
  ]
  const title = `${reportTitle}（分行业，跨行业的检查组分别计数）`
  const sheet = openSheet(workbook, { note: noteOf(report), name: '分行业', title, columns })
  writeHeads(sheet, columns)
  for (const { city, industry, totals } of report.summary)
    writeRow(
      sheet,
      [city, industry ?? unstatedIndustry, ...figuresOf(totals)],
      columns.map(({ style }) => style),
    )
  const values = ['合计', '', ...figuresOf(overall(report))]
  writeRow(
    sheet,
    values,
    values.map(() => styles.sum),
  )
  sheet.commit()
}
