import type { Calendar } from '../reports/calendar.ts'
import { businessDate, businessTime, moment } from '../reports/time.ts'

/** Business time in which groups may be spoken to by themselves, HH:MM; outside it nobody is disturbed. */
export const daytime = { from: '07:30', to: '20:00' } as const

/** Whether a moment lies before the day begins, in it, or behind its end. */
export function partOfDay(at: Date): 'before' | 'day' | 'behind' {
  const time = businessTime(at)
  if (time < daytime.from) return 'before'
  return time < daytime.to ? 'day' : 'behind'
}

/** A moment, or where it lies in the night the next working morning: what a stop has held up disturbs nobody. */
export function inDaytime(at: Date, calendar: Calendar): Date {
  const [date, part] = [businessDate(at), partOfDay(at)]
  if (part === 'day') return at
  const today = part === 'before' && calendar.isWorkingDay(date)
  return moment(today ? date : calendar.nextWorkingDay(date), daytime.from)
}
