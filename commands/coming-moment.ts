import { addDays, businessDate, isDate, moment } from '../reports/time.ts'
import { timeOf } from './arguments.ts'

const dayWords: Record<string, number> = { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2 }
/** A day without a time means when the office is at work. */
const usualTime = '10:00'

/** A time to come as people write it: 16:00, 明天10:00, 5月19日 9点, 2022-05-19; null when it is none. It may be past. */
export function comingMoment(written: string, now: Date): Date | null {
  const text = written.normalize('NFKC').trim()
  const { day, rest } = leadingDay(text, now) ?? { day: businessDate(now), rest: text }
  const time = rest === '' && text !== '' ? usualTime : timeOf(rest)
  return day === null || time === null ? null : moment(day, time)
}

/**
 * A day to come in front of a text: 明天, 6月1日, 2022-06-01; and what follows. `day` is null where no such day stands on
 * the calendar; null where no day is written. It may be past.
 */
export function leadingDay(text: string, now: Date): { day: string | null; rest: string } | null {
  // Full width is as long as half width, so that what follows stays as it was written.
  const narrow = text.replace(/[！-～]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
  const found = /^(?:[今明][天日]|后天|(?:\d{4}[-.年/])?\d{1,2}[-.月/]\d{1,2}[日号]?)/u.exec(narrow)?.[0]
  return found === undefined
    ? null
    : { day: dateToCome(found, now), rest: text.slice(found.length).trimStart() }
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
