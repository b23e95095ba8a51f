import { type Calendar, createCalendar } from '../reports/calendar.ts'
import type { Db, Tx } from './database.ts'

/** The working calendar with the days that duty officers have declared. */
export async function readCalendar(db: Db): Promise<Calendar> {
  const rows = await db.selectFrom('calendarOverrides').select(['date', 'working']).execute()
  return createCalendar(rows.map(({ date, working }) => ({ date, working: working === 1 })))
}

export async function overrideDay(tx: Tx, date: string, working: boolean, note: string): Promise<void> {
  const values = { working: working ? 1 : 0, note }
  await tx
    .insertInto('calendarOverrides')
    .values({ date, ...values })
    .onConflict(c => c.column('date').doUpdateSet(values))
    .execute()
}
