import type { Calendar } from '../../reports/calendar.ts'
import { businessDate, businessTime, moment } from '../../reports/time.ts'

/** Between publishing and sending out, in milliseconds: so long recalling the message takes the commentary back. */
export const holdTime = 45_000

/** What a stop has held up goes to nobody outside these hours, HH:MM. */
const daytime = { from: '07:30', to: '20:00' }

/** A moment, or where it lies in the night the next working morning. */
export function inDaytime(at: Date, calendar: Calendar): Date {
  const [date, time] = [businessDate(at), businessTime(at)]
  if (time >= daytime.from && time < daytime.to) return at
  const today = time < daytime.from && calendar.isWorkingDay(date)
  return moment(today ? date : calendar.nextWorkingDay(date), daytime.from)
}
