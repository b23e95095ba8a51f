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
