import chineseDays from 'chinese-days'
import { addDays } from './time.ts'

/**
 * The last year whose holidays and working weekends 调休 the State Council has published and the library carries.
 * Beyond it the library answers by weekday alone and calls New Year's Day a working day, so it must not be asked.
 */
export const lastPublishedYear = 2026

/** How long before its end the calendar begins to warn, in days. */
const warningDays = 30

/** A day that a duty officer has declared working or free. */
export interface DayOverride {
  date: string
  working: boolean
}

/** Which days are working days 工作日. Dates are YYYY-MM-DD. */
export interface Calendar {
  isWorkingDay(date: string): boolean
  nextWorkingDay(date: string): string
  previousWorkingDay(date: string): string
  /** What the duty group should be told of the calendar's end on this date, or null. */
  warning(date: string): string | null
}

export function createCalendar(overrides: DayOverride[]): Calendar {
  const declared = new Map(overrides.map(({ date, working }) => [date, working]))
  const isWorkingDay = (date: string): boolean =>
    declared.get(date) ?? (isPublished(date) ? chineseDays.isWorkday(date) : isWeekday(date))
  const step = (date: string, days: 1 | -1): string => {
    // A year is far beyond any holiday; a table of overrides that frees a whole year is a mistake.
    for (let day = addDays(date, days), tries = 0; tries < 366; day = addDays(day, days), tries++)
      if (isWorkingDay(day)) return day
    throw new Error(`no working day within a year of ${date}`)
  }
  return {
    isWorkingDay,
    nextWorkingDay: date => step(date, 1),
    previousWorkingDay: date => step(date, -1),
    warning(date) {
      if (!isPublished(date))
        return `【日历已到期】法定节假日安排只录入到${lastPublishedYear}年底，现按周一至周五为工作日推算，可能有误。请更新程序，或用“/日历 日期 休”“/日历 日期 班”逐日登记。`
      if (isPublished(addDays(date, warningDays))) return null
      return `【日历将到期】法定节假日安排只录入到${lastPublishedYear}年12月31日。请更新程序，或用“/日历 日期 休”“/日历 日期 班”登记${lastPublishedYear + 1}年的放假与调休。`
    },
  }
}

/** The date so many working days on; 0 is the date itself. */
export function workingDaysAfter(date: string, days: number, calendar: Calendar): string {
  let day = date
  for (let i = 0; i < days; i++) day = calendar.nextWorkingDay(day)
  return day
}

/** The date so many working days before. */
export function workingDaysBefore(date: string, days: number, calendar: Calendar): string {
  let day = date
  for (let i = 0; i < days; i++) day = calendar.previousWorkingDay(day)
  return day
}

const isPublished = (date: string): boolean => Number(date.slice(0, 4)) <= lastPublishedYear

const isWeekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
