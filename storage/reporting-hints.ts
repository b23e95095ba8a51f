import type { Db, Tx } from './database.ts'

/** When a person was last shown how to report; null when never. */
export async function lastHintOf(db: Db, person: string): Promise<Date | null> {
  const row = await db
    .selectFrom('reportingHints')
    .select('shownAt')
    .where('person', '=', person)
    .executeTakeFirst()
  return row === undefined ? null : new Date(row.shownAt)
}

export async function noteHint(tx: Tx, person: string, now: Date): Promise<void> {
  const shownAt = now.toISOString()
  await tx
    .insertInto('reportingHints')
    .values({ person, shownAt })
    .onConflict(c => c.column('person').doUpdateSet({ shownAt }))
    .execute()
}
