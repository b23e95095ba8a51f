import type { Db } from './database.ts'

/**
 * Topic of a group of the platform, by its id: as bound, else as it was when something from there
 * was received since a time; null if nothing was.
 */
export async function topicOf(db: Db, place: string, since: Date): Promise<string | null> {
  const bound = await db
    .selectFrom('roomBindings')
    .select('topic')
    .where('place', '=', place)
    .executeTakeFirst()
  if (bound !== undefined) return bound.topic
  const said = await db
    .selectFrom('inbox')
    .select('room')
    .where('place', '=', place)
    .where('receivedAt', '>=', since.toISOString())
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return said?.room ?? null
}
