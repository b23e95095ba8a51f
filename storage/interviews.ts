import type { Selectable } from 'kysely'
import type { Db, Tx } from './database.ts'
import type { Schema } from './schema.ts'

/** An interview 约谈 as it was held. */
export interface Interview {
  id: number
  /** Chain of escalation 督办 of which it is a rung; null for one outside any. */
  chain: number | null
  unit: string
  enterprise: string | null
  /** YYYY-MM-DD. */
  date: string
  place: string
  /** Who took part, as written. */
  attendees: string
  result: string
  recordedBy: string
  /** UTC ISO 8601. */
  recordedAt: string
}

export async function addInterview(tx: Tx, interview: Omit<Interview, 'id'>): Promise<number> {
  const { id } = await tx.insertInto('interviews').values(interview).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Interviews held from one date to another, both included, in order. */
export const interviewsBetween = (
  db: Db,
  from: string,
  to: string,
): Promise<Selectable<Schema['interviews']>[]> =>
  db
    .selectFrom('interviews')
    .selectAll()
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('id')
    .execute()
