// The package's root loads the whole library, 400 MB at its peak.
import { addDays as addDaysTo } from 'date-fns/addDays'

/*
 * Business time is Asia/Shanghai whatever the machine's zone: UTC+8 the whole year since 1992, so an offset says all.
 */
const offset = 8 * 3_600_000
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** The business date YYYY-MM-DD of a moment. */
export const businessDate = (at: Date): string => shifted(at).slice(0, 10)

/** The business time of day HH:MM of a moment. */
export const businessTime = (at: Date): string => shifted(at).slice(11, 16)

const shifted = (at: Date): string => new Date(at.getTime() + offset).toISOString()

/** The moment of a business date and a time of day HH:MM. */
export const moment = (date: string, time: string): Date => new Date(`${date}T${time}:00+08:00`)

/** The date that lies so many days after (or, negative, before). */
export const addDays = (date: string, days: number): string =>
  // From noon, so that no zone's summer time can push the result over midnight.
  addDaysTo(new Date(`${date}T12:00:00Z`), days)
    .toISOString()
    .slice(0, 10)

/** 周一 … 周日. */
export const weekday = (date: string): string => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]!

/** 2022年5月18日. */
export const longDate = (date: string): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`

/** 5月18日. */
export const shortDate = (date: string): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`

/** A date as it reads on a day: 5月18日, with the year where it is another. */
export const dayText = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? shortDate(date) : longDate(date)

/** Whether YYYY-MM-DD stands on the calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The moment as ISO 8601 in business time: 2022-05-18T14:20:00+08:00. */
export const businessIso = (at: Date): string => `${shifted(at).slice(0, 19)}+08:00`
