import type { Db } from './database.ts'
import type { OutboxRow } from './outbox.ts'

/** What stands in the outbox. */
export interface Queue {
  waiting: number
  /** When the oldest of those that wait was queued. */
  oldest: Date | null
  failed: number
  /** Nobody knows whether they went out. */
  unconfirmed: number
}

/** The outbox now; of what failed, what was queued since a time. */
export async function readQueue(db: Db, since: Date): Promise<Queue> {
  const waiting = await db
    .selectFrom('outbox')
    .select(e => [e.fn.countAll<number>().as('count'), e.fn.min('createdAt').as('oldest')])
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const lost = async (state: 'failed' | 'unconfirmed') => {
    const { count } = await db
      .selectFrom('outbox')
      .select(e => e.fn.countAll<number>().as('count'))
      .where('state', '=', state)
      .where('createdAt', '>=', since.toISOString())
      .executeTakeFirstOrThrow()
    return Number(count)
  }
  return {
    waiting: Number(waiting.count),
    oldest: waiting.oldest === null ? null : new Date(waiting.oldest),
    failed: await lost('failed'),
    unconfirmed: await lost('unconfirmed'),
  }
}

/** The last message from a chat before one; the room is null for a direct message. */
export async function lastReceived(
  db: Db,
  before: number,
): Promise<{ at: Date; room: string | null } | null> {
  const row = await db
    .selectFrom('inbox')
    .select(['receivedAt', 'room'])
    .where('origin', '=', 'chat')
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { at: new Date(row.receivedAt), room: row.room }
}

/** The last message that went out, and the conversation. */
export async function lastSent(db: Db): Promise<{ at: Date; conversation: string } | null> {
  const row = await db
    .selectFrom('outbox')
    .select(['sentAt', 'conversation'])
    .where('sentAt', 'is not', null)
    .orderBy('sentAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.sentAt == null ? null : { at: new Date(row.sentAt), conversation: row.conversation }
}

/** How many messages are kept that were said in groups that are not bound. */
export async function countHeld(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('inbox')
    .select(e => e.fn.countAll<number>().as('count'))
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Why a message was given up: nobody was there who could be written to; for one of the roster the duty group is told. */
export const notReached = {
  untold: 'not reached',
  told: 'not reached, told',
  stranger: 'stranger not reached',
}

/** Messages for those who could not be reached, of which the duty group has not been told. */
export const unreachedMessages = (db: Db): Promise<OutboxRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'failed')
    .where('error', '=', notReached.untold)
    .orderBy('id')
    .execute()

/** How many messages queued since a time each conversation did not get, as it could not be reached. */
export const unreachedConversations = (
  db: Db,
  since: Date,
): Promise<{ conversation: string; count: number }[]> =>
  db
    .selectFrom('outbox')
    .select(e => ['conversation', e.fn.countAll<number>().as('count')])
    .where('state', '=', 'failed')
    .where('error', 'in', [notReached.untold, notReached.told])
    .where('createdAt', '>=', since.toISOString())
    .groupBy('conversation')
    .orderBy('conversation')
    .execute()
