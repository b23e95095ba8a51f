import type { Db, Tx } from './database.ts'
import type { OutboxRow } from './outbox.ts'

/** The messages about a subject, such as `commentary:12:1`, in the order in which they were queued. */
export const messagesAbout = (
  db: Db,
  subject: string,
): Promise<Pick<OutboxRow, 'conversation' | 'state' | 'attempts' | 'sentAt'>[]> =>
  db
    .selectFrom('outbox')
    .select(['conversation', 'state', 'attempts', 'sentAt'])
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()

/** The conversations that were told of a subject. */
export const conversationsTold = (db: Db, subject: string): Promise<string[]> =>
  conversationsBetween(db, subject, `${subject}\0`)

/** The conversations that were told of any subject that begins so, such as all versions: `commentary:12:`. */
export const conversationsToldOfAny = (db: Db, beginning: string): Promise<string[]> =>
  conversationsBetween(db, beginning, `${beginning}\uffff`)

async function conversationsBetween(db: Db, from: string, to: string): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('conversation')
    .where('subject', '>=', from)
    .where('subject', '<', to)
    .groupBy('conversation')
    .execute()
  return rows.map(({ conversation }) => conversation)
}

/**
 * Takes the messages about a subject out of the outbox, so that nobody can send them again; false, and nothing is
 * changed, where any of them may have gone out already.
 */
export async function dropUnsent(tx: Tx, subject: string): Promise<boolean> {
  const messages = await messagesAbout(tx, subject)
  if (messages.some(({ state }) => state !== 'waiting')) return false
  await tx.deleteFrom('outbox').where('subject', '=', subject).execute()
  return true
}

/** Takes back what is about a subject and has not gone out yet. */
export async function withdrawWaiting(tx: Tx, subject: string): Promise<void> {
  await tx.deleteFrom('outbox').where('subject', '=', subject).where('state', '=', 'waiting').execute()
}
