import type { Selectable } from 'kysely'
import { holdTime } from '../reports/escalation/chain-steps.ts'
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
  return withUnits(db, rows)
}

/** Those that were in force at a moment, and of which local supervision had been told by then. */
export async function takeoversBefore(db: Db, end: string): Promise<Takeover[]> {
  const rows = await db
    .selectFrom('takeovers')
    .selectAll()
    .where('noticeAt', 'is', null)
    .where('at', '<', new Date(Date.parse(end) - holdTime).toISOString())
    .where(e => e.or([e('handedBackAt', 'is', null), e('handedBackAt', '>=', end)]))
    .execute()
  return withUnits(db, rows)
}

export async function addTakeover(tx: Tx, takeover: Omit<Takeover, 'id' | 'units'>): Promise<number> {
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

const withUnits = async (db: Db, rows: Selectable<Schema['takeovers']>[]): Promise<Takeover[]> =>
  Promise.all(
    rows.map(async ({ hazard, handedBackAt: _at, handedBackBy: _by, ...row }) => ({
      ...row,
      hazard: hazard === null ? null : readHazardNumber(hazard),
      units: row.kind === 'unit' ? await unitsUnder(db, row.unit) : [],
    })),
  )

/** A unit and all below it; with them those of the ledger that the roster does not have any more and that bear its name. */
async function unitsUnder(db: Db, unit: string): Promise<string[]> {
  const all = await db.selectFrom('units').select(['name', 'parent']).execute()
  const found = [unit]
  // Grows while it is walked: a level at a time.
  for (const above of found)
    found.push(
      ...all.filter(({ name, parent }) => parent === above && !found.includes(name)).map(u => u.name),
    )
  const known = new Set(all.map(({ name }) => name))
  const ledger = await db.selectFrom('trackedHazards').select('unit').distinct().execute()
  const former = ledger.map(row => row.unit).filter(name => !known.has(name) && name.startsWith(unit))
  return [...new Set([...found, ...former])]
}
