import { type Industry, industries, provincialLevel, unstatedIndustry } from '../terms.ts'
import { clearanceLines } from './clearance-lines.ts'
import type {
  AnnexRow,
  DailyReport,
  OpenHazard,
  Reporting,
  StatedReport,
  SummaryCell,
} from './daily-report.ts'
import {
  briefPhrase,
  datePhrase,
  groupByCity,
  noHazards,
  numberedHazardPhrase,
  openHazardPhrase,
  placeName,
  ratesOf,
  remarks,
  reportTitle,
  totalsPhrase,
} from './phrases.ts'
import { statedEnterprises, statedLines, unlistedLine } from './stated-phrases.ts'
import { cellsOf, isEmpty, overall, sumTotals } from './totals.ts'

/** How many hazards or inspections a text lists; the rest stands in the workbook. */
const listLimit = 60

/** The whole daily report 日报表 as text, for the leaders. May be long: see `splitText`. */
export function renderText(report: DailyReport): string {
  const [provincialCells, localCells] = byLevel(report.summary)
  const cities = report.cities.filter(({ totals }) => !isEmpty(totals))
  return [
    reportTitle,
    datePhrase(report),
    ...remarks(report),
    ...correctionLines(report),
    overallLine(report),
    '',
    `一、${provincialLevel}`,
    `${totalsPhrase(report.provincial)}。`,
    ...industryLines(provincialCells),
    '',
    '二、各市（州）、县（市、区）',
    `${totalsPhrase(report.local)}。`,
    ...(cities.length > 0 ? ['（一）分市（州）'] : []),
    ...cities.map(({ city, totals }) => `${city}：${totalsPhrase(totals)}。`),
    ...(localCells.length > 0
      ? [`（二）分行业${teamsOverlap(report, localCells) ? '（跨行业的检查组分别计数）' : ''}`]
      : []),
    ...industryLines(localCells),
    '',
    '三、报送情况',
    ...reportingLines(report),
    '',
    '四、本批次未整改隐患',
    ...openHazardLines(report, report.openHazards, openCount(report), report.stated ?? [], listedPhrase),
    ...clearanceLines(report),
  ].join('\n')
}

/** The totals of the province; major hazards 重大隐患 belong where a leader looks first. */
const overallLine = (report: DailyReport) =>
  `全省合计：${totalsPhrase(overall(report))}${report.majorHazards > 0 ? `，其中重大隐患${report.majorHazards}条` : ''}。`

/** What a corrected edition corrects. */
const correctionLines = ({ corrections }: DailyReport) =>
  corrections.length === 0 ? [] : [`更正内容：${corrections.join('；')}。`]

/** Whether a team inspected in several industries, so that the lines add up to more than the total. */
const teamsOverlap = (report: DailyReport, cells: SummaryCell[]) =>
  sumTotals(cells.map(cell => cell.totals)).teams !== report.local.teams

/** The summary 汇总 for the committee group: one short message of figures and the units that are missing. */
export function renderSummary(report: DailyReport): string {
  const { missing } = report.reporting
  const [idle, active] = [true, false].map(empty => report.cities.filter(c => isEmpty(c.totals) === empty))
  return [
    reportTitle,
    datePhrase(report),
    ...remarks(report),
    ...correctionLines(report),
    overallLine(report),
    `${provincialLevel}：${briefPhrase(report.provincial)}。`,
    ...active!.map(({ city, totals }) => `${city}：${briefPhrase(totals)}。`),
    ...(idle!.length > 0 ? [`无检查：${idle!.map(({ city }) => city).join('、')}。`] : []),
    ratesLine(report.reporting),
    missing.length > 0 ? `缺报${missing.length}家：${missing.join('、')}。` : '无缺报。',
  ].join('\n')
}

/** The slice of the daily report for one division 处室, or for divisions that share their industries. */
export function renderDivision(
  report: DailyReport,
  division: { names: string[]; industries: Industry[] },
): string {
  const { names, industries: chosen } = division
  const cells = cellsOf(report.summary, chosen)
  const open = report.openHazards.filter(({ industry }) => industry && chosen.includes(industry))
  const stated = (report.stated ?? []).filter(({ industry }) => industry && chosen.includes(industry))
  const head = [
    `${reportTitle}（${names.join('、')}）`,
    datePhrase(report),
    ...remarks(report, stated),
    `行业：${chosen.join('、')}`,
  ]
  if (cells.length === 0 && open.length === 0) return [...head, '今日无本行业检查。'].join('\n')
  const [provincialCells, localCells] = byLevel(cells)
  const cities = Map.groupBy(localCells, ({ city }) => city)
  const totals = sumTotals(cells.map(cell => cell.totals))
  return [
    ...head,
    ...levelLines(provincialLevel, provincialCells),
    ...levelLines('各市（州）、县（市、区）', localCells),
    ...[...cities].map(
      ([city, own]) => `${city}：${totalsPhrase(sumTotals(own.map(cell => cell.totals)))}。`,
    ),
    '',
    '检查清单',
    ...inspectionLines(report, chosen),
    '',
    '未整改隐患',
    ...openHazardLines(report, open, totals.hazards - totals.rectified, stated, numberedHazardPhrase),
  ].join('\n')
}

const byLevel = (cells: SummaryCell[]): [SummaryCell[], SummaryCell[]] => [
  cells.filter(({ city }) => city === provincialLevel),
  cells.filter(({ city }) => city !== provincialLevel),
]

/** One line per industry that has inspections. */
const industryLines = (cells: SummaryCell[]) =>
  [...industries, null].flatMap(industry => {
    const own = cellsOf(cells, [industry])
    return own.length === 0
      ? []
      : [`${industry ?? unstatedIndustry}：${totalsPhrase(sumTotals(own.map(cell => cell.totals)))}。`]
  })

/** A level's total, and its industries where there are several. */
function levelLines(level: string, cells: SummaryCell[]): string[] {
  const lines = industryLines(cells)
  return [
    `${level}：${totalsPhrase(sumTotals(cells.map(cell => cell.totals)))}。`,
    ...(lines.length > 1 ? lines.map(line => `　${line}`) : []),
  ]
}

const ratesLine = (reporting: Reporting) => {
  const { expected, actual, onTime } = reporting
  const rates = ratesOf(reporting)
  return `应报${expected}家，实报${actual}家，按时${onTime}家；报送率${rates.reporting}，及时率${rates.onTime}。`
}

function reportingLines(report: DailyReport): string[] {
  const { missing, late, zero } = report.reporting
  const units = (label: string, names: string[]) =>
    names.length === 0
      ? []
      : [
          `${label}（${names.length}家）：`,
          ...groupByCity(report, names, name => name).map(([, group]) => `　${group.join('、')}`),
        ]
  const pending = report.pending.map(({ number, unit }) => `${unit}（编号${number}）`)
  return [
    ratesLine(report.reporting),
    ...(missing.length > 0 ? units('缺报', missing) : ['无缺报。']),
    ...units('迟报', late),
    ...units('零报告', zero),
    ...statedLines(report),
    ...(report.verified ?? []).map(({ said }) => `${said}。`),
    ...(pending.length > 0 ? [`待采信（${pending.length}份，未计入）：${pending.join('、')}`] : []),
  ]
}

/** Hazards found and not rectified; reports that state only totals count here too, though their hazards cannot be listed. */
const openCount = (report: DailyReport) => {
  const { hazards, rectified } = overall(report)
  return hazards - rectified
}

/** 3. … for the third of a list. */
const listedPhrase = (hazard: OpenHazard, index: number) => `${index + 1}. ${openHazardPhrase(hazard)}`

/** The open hazards by city; where they do not all fit, major ones stay. */
function openHazardLines(
  report: DailyReport,
  open: OpenHazard[],
  count: number,
  stated: StatedReport[],
  phrase: (hazard: OpenHazard, index: number) => string,
): string[] {
  const remark = unlistedLine(count - open.length, stated)
  if (open.length === 0) return remark.length > 0 ? remark : ['无。']
  const majors = open.filter(({ hazard }) => hazard.major)
  const shown = new Set([...majors, ...open.filter(({ hazard }) => !hazard.major)].slice(0, listLimit))
  const listed = open.filter(hazard => shown.has(hazard))
  let number = 0
  return [
    `共${open.length}条${majors.length > 0 ? `，其中重大隐患${majors.length}条` : ''}：`,
    ...groupByCity(report, listed, ({ unit }) => unit).flatMap(([city, group]) => [
      `${city}：`,
      ...group.map(hazard => phrase(hazard, number++)),
    ]),
    ...(open.length > shown.size ? [`其余${open.length - shown.size}条见工作簿。`] : []),
    ...remark,
  ]
}

/** The inspections of the industries, by report number; the annexes are read once and not kept. */
function inspectionLines(report: DailyReport, chosen: Industry[]): string[] {
  const lines: string[] = []
  let count = 0
  for (const rows of [report.provincialRows, report.localRows])
    for (const row of rows)
      if (row.industry && chosen.includes(row.industry) && ++count <= listLimit)
        lines.push(inspectionPhrase(row))
  if (count > listLimit) lines.push(`其余${count - listLimit}条见工作簿。`)
  return count > 0 ? lines : ['仅报数字，未列明细。']
}

const inspectionPhrase = (row: AnnexRow) => {
  const { number, unit, enterprise, hazards, late, totals } = row
  const mark = late ? '（迟报）' : ''
  if (totals !== undefined)
    return `编号${number} ${placeName(unit)}｜${statedEnterprises(totals)}｜${totals.hazards === 0 ? noHazards : `隐患${totals.hazards}条，已整改${totals.rectified}条`}${mark}`
  const rectified = hazards.filter(hazard => hazard.rectified === true).length
  const majors = hazards.filter(hazard => hazard.major).length
  const found =
    hazards.length === 0
      ? noHazards
      : `隐患${hazards.length}条${majors > 0 ? `（重大${majors}条）` : ''}，已整改${rectified}条`
  return `编号${number} ${placeName(unit)}｜${enterprise ?? '企业未注明'}｜${found}${mark}`
}
