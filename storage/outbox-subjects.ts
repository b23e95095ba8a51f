import type { Db } from './database.ts'
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

/** The conversations that were told of a subject; `%` stands for anything: `commentary:12:%`. */
export async function conversationsTold(db: Db, subject: string): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('conversation')
    .where('subject', 'like', subject)
    .groupBy('conversation')
    .execute()
  return rows.map(({ conversation }) => conversation)
}
