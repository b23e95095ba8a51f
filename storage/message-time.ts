import type { Db } from './database.ts'

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
