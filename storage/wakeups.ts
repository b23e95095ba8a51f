import type { Selectable } from 'kysely'
import type { Db, Tx } from './database.ts'
import type { Schema } from './schema.ts'

export type Wakeup = Selectable<Schema['wakeups']>

/** Has a command run at a time; `attempts` counts those that failed before. */
export async function scheduleWakeup(tx: Tx, dueAt: Date, command: string, attempts = 0): Promise<void> {
  await tx.insertInto('wakeups').values({ dueAt: dueAt.toISOString(), command, attempts }).execute()
}

/** Has a command run at a time, once: not at the times for which it was planned before. */
export async function moveWakeup(tx: Tx, dueAt: Date, command: string): Promise<void> {
  await cancelWakeup(tx, command)
  await scheduleWakeup(tx, dueAt, command)
}

/** Has a command run at none of the times for which it was planned. */
export async function cancelWakeup(tx: Tx, command: string): Promise<void> {
  await tx.deleteFrom('wakeups').where('command', '=', command).execute()
}

/** What is due by now, earliest first. */
export const dueWakeups = (db: Db, now: Date): Promise<Wakeup[]> =>
  db
    .selectFrom('wakeups')
    .selectAll()
    .where('dueAt', '<=', now.toISOString())
    .orderBy('dueAt')
    .orderBy('id')
    .execute()

/** When the next wake-up is due; null when none is planned. */
export async function nextWakeupAt(db: Db): Promise<Date | null> {
  const row = await db.selectFrom('wakeups').select('dueAt').orderBy('dueAt').limit(1).executeTakeFirst()
  return row === undefined ? null : new Date(row.dueAt)
}

export async function removeWakeup(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('wakeups').where('id', '=', id).execute()
}

/** When a command is planned to run, earliest first. */
export async function plannedTimes(db: Db, command: string): Promise<Date[]> {
  const rows = await db
    .selectFrom('wakeups')
    .select('dueAt')
    .where('command', '=', command)
    .orderBy('dueAt')
    .execute()
  return rows.map(({ dueAt }) => new Date(dueAt))
}
