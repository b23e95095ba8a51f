import type { Calendar } from '../calendar.ts'
import { businessDate, moment } from '../time.ts'

/** Commentary round 点评轮次: until its end each division owes a commentary 必答题. */
export interface CommentaryRound {
  /** Business date, YYYY-MM-DD. */
  date: string
  /** 1, 2 … within the day, and how many the day has. */
  number: number
  ofDay: number
  endsAt: Date
}

/** One a day, an hour after the daily report. */
export const defaultTimes = ['17:30']

/** End times of so many rounds a day: one by default, three in the closed-office months. */
const usualTimes: Record<number, string[]> = {
  1: defaultTimes,
  2: ['12:00', '17:30'],
  3: ['10:30', '14:00', '17:30'],
}

/** The end times of so many rounds a day; null where there are no usual ones. */
export const usualTimesOf = (rounds: number): string[] | null => usualTimes[rounds] ?? null

/** What is wrong with end times, in Chinese; null when they can be used. */
export function faultOfTimes(times: string[]): string | null {
  if (times.length === 0 || times.length > 6) return '每日点评应为1至6轮'
  return times.every((time, i) => i === 0 || time > times[i - 1]!) ? null : '截止时间应由早到晚，不得重复'
}

/** The first round that ends after a moment. */
export function nextCommentaryRound(times: string[], calendar: Calendar, after: Date): CommentaryRound {
  let date = businessDate(after)
  if (!calendar.isWorkingDay(date)) date = calendar.nextWorkingDay(date)
  for (;;) {
    const index = times.findIndex(time => moment(date, time) > after)
    if (index >= 0)
      return { date, number: index + 1, ofDay: times.length, endsAt: moment(date, times[index]!) }
    date = calendar.nextWorkingDay(date)
  }
}
