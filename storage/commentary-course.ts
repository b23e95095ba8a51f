import type { CommentaryRound } from '../reports/commentary/rounds.ts'
import type { Db, Tx } from './database.ts'

/*
 * What the end of a commentary round 点评轮次 asks of the rest: what is on its way, what the day's reports were, whether
 * the bot was there.
 */

/** When the last of a round's commentaries and corrections goes out, or went; null where none was published. */
export async function lastReleaseOf(db: Db, round: number): Promise<Date | null> {
  const row = await db
    .selectFrom('commentaries')
    .select(e => e.fn.max('releaseAt').as('at'))
    .where('commentaryRoundId', '=', round)
    .executeTakeFirst()
  return row?.at == null ? null : new Date(row.at)
}

/** Numbers of the reporting rounds 报送批次 of a business date whose daily report is out, in their order. */
export async function compiledRoundsOn(db: Db, date: string): Promise<number[]> {
  const rows = await db
    .selectFrom('rounds')
    .select('id')
    .where('date', '=', date)
    .where('state', '=', 'compiled')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** End of the commentary round before another; null for the first. */
export async function endOfRoundBefore(db: Db, id: number): Promise<Date | null> {
  const row = await db
    .selectFrom('commentaryRounds')
    .select(e => e.fn.max('endsAt').as('endsAt'))
    .where('id', '<', id)
    .executeTakeFirst()
  return row?.endsAt == null ? null : new Date(row.endsAt)
}

/** Whether anything was handled after a time and up to another: the clock's own commands count. */
export async function wasAwake(db: Db, after: Date, to: Date): Promise<boolean> {
  const row = await db
    .selectFrom('inbox')
    .select('id')
    .where('handledAt', '>', after.toISOString())
    .where('handledAt', '<=', to.toISOString())
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Moves a round that has not begun. */
export async function moveCommentaryRound(tx: Tx, id: number, round: CommentaryRound): Promise<void> {
  const { date, number, ofDay, endsAt } = round
  await tx
    .updateTable('commentaryRounds')
    .set({ date, number, ofDay, endsAt: endsAt.toISOString() })
    .where('id', '=', id)
    .execute()
}
