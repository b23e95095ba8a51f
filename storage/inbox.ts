import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

/** A file that arrived, stored by the SHA-256 of its content. */
export interface StoredFile {
  name: string
  sha256: string
  size: number
  /** Why it was not kept, in Chinese; then the hash is empty. */
  refused?: string
}

export type InboxRow = Selectable<Schema['inbox']>

/** The file that came with a message; null where there is none. */
export const storedFile = ({ file }: Pick<InboxRow, 'file'>): StoredFile | null =>
  file === null ? null : (JSON.parse(file) as StoredFile)

const insertMessage = prepared((db, message: Insertable<Schema['inbox']>) =>
  db
    .insertInto('inbox')
    .values(message)
    .onConflict(c => c.columns(['messageId', 'origin']).doNothing()),
)

/** Keeps a raw message; false when its id was here before from the same origin. */
export async function keepMessage(db: Db, message: Insertable<Schema['inbox']>): Promise<boolean> {
  const { numAffectedRows } = await insertMessage(db, message)
  return (numAffectedRows ?? 0n) > 0n
}

/**
 * Whether the same words or file came from the same sender in the same room at the same second, under another id: the
 * platform gives new ids at each login.
 */
export async function wasKept(db: Db, message: Insertable<Schema['inbox']>): Promise<boolean> {
  const row = await db
    .selectFrom('inbox')
    .select('id')
    .where('at', '=', message.at)
    .where('sender', '=', message.sender)
    .where('text', '=', message.text)
    .where('room', 'is', message.room ?? null)
    .where('recall', 'is', message.recall ?? null)
    .where('file', 'is', message.file ?? null)
    .executeTakeFirst()
  return row !== undefined
}

/** Lets messages be handled that were held in a group, as said in the room that is bound to it now; how many. */
export async function releaseHeld(tx: Tx, place: string, room: string, since: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('inbox')
    .set({ state: 'new', room })
    .where('state', '=', 'held')
    .where('place', '=', place)
    .where('receivedAt', '>=', since.toISOString())
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Messages that are held can be told to no group any more; how many there were of each. */
export async function giveUpHeld(tx: Tx): Promise<{ room: string; messages: number }[]> {
  const rows = await tx
    .selectFrom('inbox')
    .select(['room', e => e.fn.countAll().as('messages')])
    .where('state', '=', 'held')
    .groupBy('room')
    .execute()
  await tx
    .updateTable('inbox')
    .set({ state: 'handled', error: 'login renewed' })
    .where('state', '=', 'held')
    .execute()
  return rows.map(({ room, messages }) => ({ room: room ?? '', messages: Number(messages) }))
}

/** Deletes messages that have been held since before a time: nobody bound the group, and it may be anybody's. */
export async function forgetHeld(tx: Tx, before: Date): Promise<void> {
  await tx
    .deleteFrom('inbox')
    .where('state', '=', 'held')
    .where('receivedAt', '<', before.toISOString())
    .execute()
}

/** The first of some ids under which a chat message was kept; null where there is none. */
export async function keptId(db: Db, ids: string[]): Promise<string | null> {
  if (ids.length === 0) return null
  const rows = await db
    .selectFrom('inbox')
    .select('messageId')
    .where('messageId', 'in', ids)
    .where('origin', '=', 'chat')
    .execute()
  return ids.find(id => rows.some(({ messageId }) => messageId === id)) ?? null
}

/** Id of the newest message of a room that begins with some words, since a time; null where there is none. */
export async function idOfWords(
  db: Db,
  { room, words, since }: { room: string | null; words: string; since: Date },
): Promise<string | null> {
  const rows = await db
    .selectFrom('inbox')
    .select(['messageId', 'text'])
    .where('at', '>=', since.toISOString())
    .where('room', 'is', room)
    .where('origin', '=', 'chat')
    .orderBy('id', 'desc')
    .execute()
  return rows.find(({ text }) => text.trim().startsWith(words))?.messageId ?? null
}

/** The oldest messages that nothing has handled yet. */
export const unhandledMessages = (db: Db, limit: number): Promise<InboxRow[]> =>
  db.selectFrom('inbox').selectAll().where('state', '=', 'new').orderBy('id').limit(limit).execute()

export async function markHandled(tx: Tx, ids: number[], now: Date): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ state: 'handled', handledAt: now.toISOString() })
    .where('id', 'in', ids)
    .execute()
}

export async function markFailed(tx: Tx, id: number, now: Date, error: string): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ state: 'failed', handledAt: now.toISOString(), error })
    .where('id', '=', id)
    .execute()
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

/** When a chat message was received; null where it is not known. */
export async function receivedAt(db: Db, messageId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('inbox')
    .select('receivedAt')
    .where('messageId', '=', messageId)
    .where('origin', '=', 'chat')
    .executeTakeFirst()
  return row === undefined ? null : new Date(row.receivedAt)
}
