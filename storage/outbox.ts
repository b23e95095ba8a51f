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
  /** What it is about, for those who follow it. */
  subject: string | null
}

/** After a bundled message the next ones to the same conversation gather for so long, in milliseconds. */
const gatheringTime = 60_000

/** Every priority is at least as urgent. */
const leastUrgent = Number.MAX_SAFE_INTEGER

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
    subject: message.subject,
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

/** What waits in a conversation: its oldest message, and the most urgent priority of all. */
export interface Waiting extends Pick<OutboxRow, 'conversation' | 'id' | 'notBefore'> {
  urgency: number
}

/** Conversations in which messages wait that are at least as urgent as `lowest`; by default all. */
export const waitingConversations = (db: Db, lowest = leastUrgent): Promise<Waiting[]> =>
  db
    .selectFrom('outbox')
    .innerJoin(
      db
        .selectFrom('outbox')
        .select(e => [e.fn.min('id').as('oldest'), e.fn.min('priority').as('urgency')])
        .where('state', '=', 'waiting')
        .where('priority', '<=', lowest)
        .groupBy('conversation')
        .as('heads'),
      'heads.oldest',
      'outbox.id',
    )
    .select(['outbox.conversation', 'outbox.id', 'outbox.notBefore', 'heads.urgency'])
    .orderBy('outbox.id')
    .execute()

/** Messages of a conversation that still have to go out, at least as urgent as `lowest`, oldest first. */
export const waitingMessages = (db: Db, conversation: string, lowest = leastUrgent): Promise<OutboxRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('conversation', '=', conversation)
    .where('priority', '<=', lowest)
    .orderBy('id')
    .execute()

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

/** How many messages went out between two times; several that were sent as one count once. */
export async function sentBetween(db: Db, from: Date, to: Date): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select(e => e.fn.countAll().as('count'))
    .where('sentAt', '>=', from.toISOString())
    .where('sentAt', '<', to.toISOString())
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Gives up what waits for conversations whose name ends so. */
export async function giveUpNamed(tx: Tx, ending: string, error: string): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'failed', error })
    .where('state', '=', 'waiting')
    .where('conversation', 'like', `%${ending}`)
    .execute()
}

/**
 * Gives up the messages of a priority that wait and neither ask anybody for anything nor set a remark, outside the
 * conversations named. Returns how many.
 */
export async function giveUpReceipts(
  tx: Tx,
  priority: number,
  outside: string[],
  error: string,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ state: 'failed', error })
    .where('state', '=', 'waiting')
    .where('priority', '=', priority)
    .where('mentions', '=', '[]')
    .where('choices', '=', '[]')
    .where('remark', 'is', null)
    .$if(outside.length > 0, query => query.where('conversation', 'not in', outside))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
