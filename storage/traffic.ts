import type { Db } from './database.ts'

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
