import type { Selectable } from 'kysely'
import type { Db, Tx } from './database.ts'
import type { Schema } from './schema.ts'

/** An interview 约谈 as it was held. */
export type Interview = Selectable<Schema['interviews']>

export async function addInterview(tx: Tx, interview: Omit<Interview, 'id'>): Promise<number> {
  const { id } = await tx.insertInto('interviews').values(interview).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function interviewById(db: Db, id: number): Promise<Interview | null> {
  return (await db.selectFrom('interviews').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

export async function saveInterview(tx: Tx, { id, ...interview }: Interview): Promise<void> {
  await tx.updateTable('interviews').set(interview).where('id', '=', id).execute()
}

export async function deleteInterview(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('interviews').where('id', '=', id).execute()
}

/** The number of the record of the same interview: that of a chain, or of a unit, at the same place on the same day. */
export async function sameInterview(
  db: Db,
  { chain, unit, date, place }: Pick<Interview, 'chain' | 'unit' | 'date' | 'place'>,
): Promise<number | null> {
  const ofDay = await db.selectFrom('interviews').selectAll().where('date', '=', date).execute()
  const same = ofDay.find(each => each.chain === chain && each.unit === unit && each.place === place)
  return same?.id ?? null
}

/** Those of some chains of escalation, in order. */
export const interviewsOf = async (db: Db, ...chains: number[]): Promise<Interview[]> =>
  chains.length === 0
    ? []
    : db
        .selectFrom('interviews')
        .selectAll()
        .where('chain', 'in', chains)
        .orderBy('date')
        .orderBy('id')
        .execute()

/** Interviews held from one date to another, both included, in order. */
export const interviewsBetween = (db: Db, from: string, to: string): Promise<Interview[]> =>
  db
    .selectFrom('interviews')
    .selectAll()
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('id')
    .execute()
