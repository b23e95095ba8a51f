import { createCalendar } from '../../calendar.ts'
import { shift, weekdayOf } from './dates.ts'
import { readNumeral } from './numerals.ts'

const number = '(\\d{1,3}|[一二两三四五六七八九十廿卅]{1,3}|半)'
/** 3日内, 两周内, 三个工作日内, 半个月内, 24小时内, 限期15日, 限7天: the unit of the span follows the number. */
const span = new RegExp(
  `${number} ?个?(工作日|日历天|自然日|日|天|周|星期|礼拜|月|小时)(?:[以之]?内|的?期限|为限|后复查)|限期?(?:整改)?(?:为|在)?${number} ?(?:个(?=工|周|月)|(?!月))(工作日|日|天|周|月)(?![前底初中末内以之])`,
)
/** 月底前, 6月底, 下月底, 6月中旬, 年底, 季度末, 本周内. */
const endOf = /(?:(\d{1,2}|[一二三四五六七八九十]{1,2})|([本当下这])个?)?月(底|末|内|上旬|中旬|下旬)/
const endOfYear = /(?:年底|年末|年内)/
const endOfQuarter = /季度?[末底]|本季度内/
const endOfWeek = /([本这下])个?周(?:内|末|底)/

const workingDays = createCalendar([])

/** The day after so many working days 工作日, as the State Council's calendar has them. */
function addWorkingDays(day: string, count: number): string {
  let date = day
  for (let left = Math.min(count, 250); left > 0; left--) date = workingDays.nextWorkingDay(date)
  return date
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = lastDay(year, month + months)
  return `${last.slice(0, 8)}${String(Math.min(date, Number(last.slice(8)))).padStart(2, '0')}`
}

function addSpan(today: string, written: string, unit: string): string {
  if (written === '半') return shift(today, unit === '月' ? 15 : 1)
  const count = readNumeral(written) ?? 0
  if (unit === '工作日') return addWorkingDays(today, count)
  if (unit === '月') return addMonths(today, count)
  if (unit === '小时') return shift(today, Math.ceil(count / 24))
  return shift(today, /周|星期|礼拜/.test(unit) ? count * 7 : count)
}

const endOfTenDays = { 上旬: '10', 中旬: '20' } as Record<string, string>

/**
 * A deadline as a span or an end, from today, YYYY-MM-DD: 3日内, 三个工作日内, 一周内, 月底前, 6月底前, 下月底, 年底前. Null
 * where the text has none.
 */
export function findSpan(text: string, today: string): string | null {
  const found = span.exec(text)
  if (found) return addSpan(today, found[1] ?? found[3]!, found[2] ?? found[4]!)
  const year = Number(today.slice(0, 4))
  const thisMonth = Number(today.slice(5, 7))
  const month = endOf.exec(text)
  if (month) {
    const named = month[1] === undefined ? null : readNumeral(month[1])
    if (named !== null && (named > 12 || named === 0)) return null
    const meant = named ?? thisMonth + (month[2] === '下' ? 1 : 0)
    const last = lastDay(named !== null && named < thisMonth ? year + 1 : year, meant)
    const day = endOfTenDays[month[3]!]
    return day === undefined ? last : last.slice(0, 8) + day
  }
  if (endOfYear.test(text)) return `${year}-12-31`
  if (endOfQuarter.test(text)) return lastDay(year, Math.ceil(thisMonth / 3) * 3)
  const week = endOfWeek.exec(text)
  if (week) return shift(today, 7 - weekdayOf(today) + (week[1] === '下' ? 7 : 0))
  return null
}
