import type { Calendar } from '../../reports/calendar.ts'
import { businessDate, moment } from '../../reports/time.ts'
import { daytime, partOfDay } from '../daytime.ts'

/** Between publishing and sending out, in milliseconds: so long recalling the message takes the commentary back. */
export const holdTime = 45_000

/** A moment, or where it lies in the night the next working morning: what a stop has held up disturbs nobody. */
export function inDaytime(at: Date, calendar: Calendar): Date {
  const [date, part] = [businessDate(at), partOfDay(at)]
  if (part === 'day') return at
  const today = part === 'before' && calendar.isWorkingDay(date)
  return moment(today ? date : calendar.nextWorkingDay(date), daytime.from)
}
