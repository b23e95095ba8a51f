import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from './database.ts'
import type { NumberedChoice } from './offers.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

export type OutboxRow = Selectable<Schema['outbox']>

/** A message to be queued; `conversation` is `room:<name>` or `person:<name>`. */
export interface Queued {
  conversation: string
  text: string | null
  /** JSON of an OutgoingFile. */
  file: string | null
  mentions: string[]
  choices: NumberedChoice[]
  /** May be sent together with others of its kind. */
  bundle: boolean
  /** 0 goes first. */
  priority: number
  /** Remark 备注 that the addressee gets before the text goes out. */
  remark: string | null
}

/** After a bundled message the next ones to the same conversation gather for so long, in milliseconds. */
const gatheringTime = 60_000

/** Queues a message behind those of its conversation. */
export async function queueMessage(tx: Tx, message: Queued, now: Date): Promise<void> {
  // What waits to be bundled goes first, at once, so that order is kept.
  if (!message.bundle) await releaseBundle(tx, message.conversation, now)
  const notBefore = message.bundle ? await gatherUntil(tx, message.conversation, now) : now
  await insertQueued(tx, {
    createdAt: now.toISOString(),
    conversation: message.conversation,
    text: message.text,
    file: message.file,
    mentions: JSON.stringify(message.mentions),
    choices: JSON.stringify(message.choices),
    bundle: message.bundle ? 1 : 0,
    priority: message.priority,
    remark: message.remark,
    notBefore: notBefore.toISOString(),
    state: 'waiting',
    attempts: 0,
  })
}

const insertQueued = prepared((db, row: Insertable<Schema['outbox']>) => db.insertInto('outbox').values(row))

const lastBundled = prepared((db, { conversation, since }: { conversation: string; since: string }) =>
  db
    .selectFrom('outbox')
    .select(e => e.fn.max('notBefore').as('notBefore'))
    .where('conversation', '=', conversation)
    .where('bundle', '=', 1)
    .where('notBefore', '>', since),
)

/** The first of several is sent at once; those that follow within the gathering time come together at its end. */
async function gatherUntil(tx: Tx, conversation: string, now: Date): Promise<Date> {
  const since = new Date(now.getTime() - gatheringTime).toISOString()
  const last = (await lastBundled(tx, { conversation, since })).rows[0]
  if (last?.notBefore == null) return now
  const until = new Date(last.notBefore)
  return until > now ? until : new Date(until.getTime() + gatheringTime)
}

async function releaseBundle(tx: Tx, conversation: string, now: Date): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ notBefore: now.toISOString() })
    .where('conversation', '=', conversation)
    .where('state', '=', 'waiting')
    .where('bundle', '=', 1)
    .where('attempts', '=', 0)
    .where('notBefore', '>', now.toISOString())
    .execute()
}

/** Messages that still have to go out, oldest first. */
export const waitingMessages = (db: Db): Promise<OutboxRow[]> =>
  db.selectFrom('outbox').selectAll().where('state', '=', 'waiting').orderBy('id').execute()

/** Messages whose sending had begun when the bot stopped: nobody knows whether they went out. */
export const interruptedMessages = (db: Db): Promise<OutboxRow[]> =>
  db.selectFrom('outbox').selectAll().where('state', '=', 'sending').orderBy('id').execute()

export const outboxMessage = async (db: Db, id: number): Promise<OutboxRow | null> =>
  (await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

/** Notes what became of a message. */
export async function updateOutbox(
  db: Db,
  ids: number[],
  change: Partial<Pick<OutboxRow, 'state' | 'attempts' | 'error' | 'sentAt' | 'notBefore'>>,
): Promise<void> {
  await db.updateTable('outbox').set(change).where('id', 'in', ids).execute()
}

/** When the next waiting message may go out; null when none waits. */
export async function nextDeliveryAt(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('outbox')
    .select(e => e.fn.min('notBefore').as('notBefore'))
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row?.notBefore == null ? null : new Date(row.notBefore)
}
