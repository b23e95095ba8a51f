import { addDays, businessDate, isDate, moment } from '../reports/time.ts'
import { timeOf } from './arguments.ts'

const dayWords: Record<string, number> = { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2 }
/** A day without a time means when the office is at work. */
const usualTime = '10:00'

/** A time to come as people write it: 16:00, 明天10:00, 5月19日 9点, 2022-05-19; null when it is none. It may be past. */
export function comingMoment(written: string, now: Date): Date | null {
  const text = written.normalize('NFKC').trim()
  const [, day = '', rest = ''] =
    /^([今明][天日]|后天|(?:\d{4}[-.年/])?\d{1,2}[-.月/]\d{1,2}日?)?\s*(.*)$/u.exec(text)!
  const date = day === '' ? businessDate(now) : dateToCome(day, now)
  const time = rest === '' && day !== '' ? usualTime : timeOf(rest)
  return date === null || time === null ? null : moment(date, time)
}

/** Without a year the one of today; in the last months January and February are the next year's. */
function dateToCome(written: string, now: Date): string | null {
  const today = businessDate(now)
  const days = dayWords[written]
  if (days !== undefined) return addDays(today, days)
  const [, year, month, day] = /^(?:(\d{4})\D)?(\d{1,2})\D(\d{1,2})/.exec(written)!
  const next = year === undefined && Number(month) <= 2 && Number(today.slice(5, 7)) >= 11
  const inYear = year ?? String(Number(today.slice(0, 4)) + (next ? 1 : 0))
  const date = `${inYear}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return isDate(date) ? date : null
}
