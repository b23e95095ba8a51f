import type { Selectable } from 'kysely'
import { hazardNumber, readHazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Takeover } from '../reports/hazards/takeover.ts'
import type { Db, Tx } from './database.ts'
import type { Schema } from './schema.ts'

/** What is taken over 提级 and has not been handed back, in order. */
export async function openTakeovers(db: Db): Promise<Takeover[]> {
  const rows = await db
    .selectFrom('takeovers')
    .selectAll()
    .where('handedBackAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function addTakeover(tx: Tx, takeover: Omit<Takeover, 'id'>): Promise<number> {
  const { hazard, ...rest } = takeover
  const { id } = await tx
    .insertInto('takeovers')
    .values({
      ...rest,
      hazard: hazard === null ? null : hazardNumber(hazard),
      handedBackBy: null,
      handedBackAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The unit is told at another time, or (null) has been told. */
export async function setNotice(tx: Tx, id: number, at: Date | null): Promise<void> {
  await tx
    .updateTable('takeovers')
    .set({ noticeAt: at?.toISOString() ?? null })
    .where('id', '=', id)
    .execute()
}

/** Forgets a takeover of which nobody has been told. */
export async function removeTakeover(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('takeovers').where('id', '=', id).execute()
}

/** Hands back 交回 to local supervision. */
export async function endTakeover(tx: Tx, id: number, by: string, now: Date): Promise<void> {
  await tx
    .updateTable('takeovers')
    .set({ handedBackBy: by, handedBackAt: now.toISOString() })
    .where('id', '=', id)
    .execute()
}

const fromRow = ({
  hazard,
  handedBackAt: _at,
  handedBackBy: _by,
  ...row
}: Selectable<Schema['takeovers']>): Takeover => ({
  ...row,
  hazard: hazard === null ? null : readHazardNumber(hazard),
})
