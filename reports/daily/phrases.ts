import { percent } from '../documents/percent.ts'
import { province, provincialLevel } from '../terms.ts'
import { businessDate, businessTime, longDate, shortDate, weekday } from '../time.ts'
import {
  type DailyReport,
  type OpenHazard,
  type Reporting,
  rectificationRate,
  reportingRates,
  type StatedReport,
  type Totals,
} from './daily-report.ts'
import { isEmpty, sumTotals } from './totals.ts'

/** What the daily report is called on every form of it. */
export const reportTitle = '全省应急管理系统直接监管检查日报表'

/** What stands where an inspection found nothing. */
export const noHazards = '未发现问题隐患'

/** Date with weekday; round 批次 and edition 更正版 only where there is more than one. */
export const datePhrase = ({ date, round, rounds, edition }: DailyReport): string =>
  [
    `${longDate(date)}（${weekday(date)}）`,
    rounds > 1 && `第${round}次/共${rounds}次`,
    edition > 1 && `更正第${edition - 1}版`,
  ]
    .filter(Boolean)
    .join(' ')

/**
 * What else the reader must know: the period 检查日期 when it is not the one day, a late compilation 迟编, and totals
 * 合计 among the figures, of all reports or of those `stated`.
 */
export function remarks(report: DailyReport, stated = report.stated ?? []): string[] {
  const { date, periodFrom, periodTo, compileAt, compiledAt } = report
  const lines: string[] = []
  if (periodFrom !== periodTo) lines.push(`检查日期：${shortDate(periodFrom)}至${shortDate(periodTo)}`)
  else if (periodFrom !== date) lines.push(`检查日期：${shortDate(periodFrom)}`)
  if (report.compiledLate)
    lines.push(`迟编：应于${timeText(compileAt, date)}编制，实际于${timeText(compiledAt, date)}编制`)
  lines.push(...statedRemark(stated))
  return lines
}

/** Date and remarks in one line, as they stand under the title of a sheet. */
export const noteOf = (report: DailyReport): string => [datePhrase(report), ...remarks(report)].join('　')

/** 含合计报送2份（企业24家、隐患15条未逐家列明）; nothing where all inspections are listed. */
function statedRemark(stated: readonly StatedReport[]): string[] {
  if (stated.length === 0) return []
  const { enterprises, hazards } = sumTotals(stated.map(({ totals }) => totals))
  const found = hazards > 0 ? `、隐患${hazards}条` : ''
  return [`含合计报送${stated.length}份（企业${enterprises}家${found}未逐家列明）`]
}

/** The time of day of an instant; on another day than `date`, with its day. */
function timeText(instant: string, date: string): string {
  const at = new Date(instant)
  const day = businessDate(at)
  return `${day === date ? '' : shortDate(day)}${businessTime(at)}`
}

/** 派出x个检查组、y人次，检查企业z家，…; 无检查 where nothing was inspected. */
export const totalsPhrase = (totals: Totals): string => {
  const crew = crewPhrase(totals)
  return isEmpty(totals) || crew === '' ? briefPhrase(totals) : `派出${crew}，${briefPhrase(totals)}`
}

/** x个检查组、y人次; totals may state only one of them, or none. */
export const crewPhrase = ({ teams, personTimes }: Totals): string =>
  [teams > 0 && `${teams}个检查组`, personTimes > 0 && `${personTimes}人次`].filter(Boolean).join('、')

/** 检查企业z家，发现隐患…: the totals in short. */
export const briefPhrase = (totals: Totals): string =>
  isEmpty(totals) ? '无检查' : `检查企业${totals.enterprises}家，${hazardsPhrase(totals)}`

/** 发现隐患a条，已整改b条，整改率c%; 未发现问题隐患 without any. */
const hazardsPhrase = (totals: Totals): string =>
  totals.hazards === 0
    ? noHazards
    : `发现隐患${totals.hazards}条，已整改${totals.rectified}条，整改率${percent(rectificationRate(totals))}`

/** Reporting rate 报送率 and rate on time 及时率 as percentages; “—” where no report is expected. */
export function ratesOf(reporting: Reporting): { reporting: string; onTime: string } {
  const rates = reporting.expected === 0 ? { reporting: null, onTime: null } : reportingRates(reporting)
  return { reporting: percent(rates.reporting), onTime: percent(rates.onTime) }
}

/** The city that a unit belongs to; 省本级 for the province, its own name for a unit below no city. */
export const cityOf = (report: DailyReport, unit: string): string =>
  unit === province
    ? provincialLevel
    : (report.cities.find(({ city }) => unit.startsWith(city))?.city ?? unit)

/** Groups what belongs to units by city, in the order of the units. */
export const groupByCity = <T>(
  report: DailyReport,
  items: T[],
  unitOf: (item: T) => string,
): [string, T[]][] => [...Map.groupBy(items, item => cityOf(report, unitOf(item)))]

/** A unit in a list; the province stands for its own inspections. */
export const placeName = (unit: string): string => (unit === province ? provincialLevel : unit)

/** One line for an open hazard 未整改隐患; long descriptions stand in full in the workbook only. */
export const openHazardPhrase = (open: OpenHazard): string => `${openHazardWords(open)}（编号${open.number}）`

/** One line for an open hazard, by the number 12-1 that a division head refers to. */
export const numberedHazardPhrase = (open: OpenHazard): string =>
  `${open.position === undefined ? `编号${open.number}` : `${open.number}-${open.position}`} ${openHazardWords(open)}`

function openHazardWords({ unit, enterprise, hazard }: OpenHazard): string {
  const text = shorten(hazard.text.replace(/\s+/g, ' ').trim(), 100)
  const deadline = hazard.deadline ? `限${shortDate(hazard.deadline)}前` : '未注明期限'
  return `${hazard.major ? '【重大】' : ''}${placeName(unit)}｜${enterprise ?? '企业未注明'}｜${text}｜${deadline}`
}

/** A text cut to so many characters. */
export const shorten = (text: string, length: number) => {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : text
}
