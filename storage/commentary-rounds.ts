import type { Selectable } from 'kysely'
import type { CommentaryRound } from '../reports/commentary/rounds.ts'
import { defaultTimes } from '../reports/commentary/rounds.ts'
import type { Db, Tx } from './database.ts'
import type { Schema } from './schema.ts'

/** A commentary round 点评轮次 as stored. */
export interface StoredCommentaryRound extends CommentaryRound {
  id: number
  state: 'open' | 'closed'
}

/** Times HH:MM at which the rounds of a working day end; the default where none was set. */
export async function commentaryTimes(db: Db): Promise<string[]> {
  const row = await db
    .selectFrom('commentaryPlans')
    .select('times')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? defaultTimes : (JSON.parse(row.times) as string[])
}

export async function saveCommentaryTimes(tx: Tx, times: string[], by: string, now: Date): Promise<void> {
  await tx
    .insertInto('commentaryPlans')
    .values({ times: JSON.stringify(times), setBy: by, setAt: now.toISOString() })
    .execute()
}

export async function openCommentaryRound(tx: Tx, round: CommentaryRound): Promise<StoredCommentaryRound> {
  const { id } = await tx
    .insertInto('commentaryRounds')
    .values({ ...round, endsAt: round.endsAt.toISOString(), state: 'open' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...round, id, state: 'open' }
}

/** The round that is open: there is one at a time. */
export async function openCommentaryRoundNow(db: Db): Promise<StoredCommentaryRound | null> {
  const row = await db
    .selectFrom('commentaryRounds')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

export async function commentaryRoundById(db: Db, id: number): Promise<StoredCommentaryRound | null> {
  const row = await db.selectFrom('commentaryRounds').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

/** How many rounds a date has had already. */
export async function commentaryRoundsOn(db: Db, date: string): Promise<number> {
  const row = await db
    .selectFrom('commentaryRounds')
    .select(e => e.fn.max('number').as('highest'))
    .where('date', '=', date)
    .executeTakeFirst()
  return Number(row?.highest ?? 0)
}

export async function closeCommentaryRound(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('commentaryRounds').set({ state: 'closed' }).where('id', '=', id).execute()
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

/** Moves a round that has not begun. */
export async function moveCommentaryRound(tx: Tx, id: number, round: CommentaryRound): Promise<void> {
  const { date, number, ofDay, endsAt } = round
  await tx
    .updateTable('commentaryRounds')
    .set({ date, number, ofDay, endsAt: endsAt.toISOString() })
    .where('id', '=', id)
    .execute()
}

const fromRow = (row: Selectable<Schema['commentaryRounds']>): StoredCommentaryRound => ({
  ...row,
  endsAt: new Date(row.endsAt),
})
