import type { Insertable, Selectable } from 'kysely'
import { type PlacedHazard, placeHazards } from '../reports/hazards/place-hazards.ts'
import type { ReportedHazard } from '../reports/intake/parsed-message.ts'
import type { Db, Tx } from './database.ts'
import { prepared, preparedRows } from './prepared.ts'
import type { Schema } from './schema.ts'
import { trackedHazardsOf } from './tracked-hazards.ts'

/** The hazards 隐患 of reports with their positions, in the order in which each report lists them, by report number. */
export async function readHazards(db: Db, reportIds: number[]): Promise<Map<number, PlacedHazard[]>> {
  const found = new Map<number, PlacedHazard[]>()
  // SQLite takes 32,766 values in a query; in blocks of one size the statement is prepared once.
  for (let i = 0; i < reportIds.length; i += 500) {
    const rows = await db
      .selectFrom('hazards')
      .selectAll()
      .where('reportId', 'in', reportIds.slice(i, i + 500))
      .orderBy('reportId')
      .orderBy('id')
      .execute()
    for (const row of rows) {
      const hazards = found.get(row.reportId) ?? []
      hazards.push(fromRow(row))
      found.set(row.reportId, hazards)
    }
  }
  return found
}

const selectHazards = prepared((db, of: { reportId: number }) =>
  db.selectFrom('hazards').selectAll().where('reportId', '=', of.reportId),
)

/** The hazards of one report likewise. */
export async function hazardsOf(db: Db, reportId: number): Promise<PlacedHazard[]> {
  const { rows } = await selectHazards(db, { reportId })
  return rows.sort((a, b) => a.id - b.id).map(fromRow)
}

const fromRow = ({ text, major, rectified, deadline, basis, position }: Selectable<Schema['hazards']>) => ({
  text,
  major: major === 1,
  rectified: rectified === null ? null : rectified === 1,
  deadline,
  basis,
  position,
})

const insertRows = preparedRows((db, rows: Insertable<Schema['hazards']>[]) =>
  db.insertInto('hazards').values(rows),
)

/** Stores the hazards of a new report, in their order. */
export const addHazards = (tx: Tx, reportId: number, hazards: ReportedHazard[]): Promise<void> =>
  insertHazards(tx, reportId, placeHazards([], 0, hazards))

/** Stores what a corrected report lists in place of what it listed; hazards that remain keep their positions. */
export async function replaceHazards(tx: Tx, reportId: number, hazards: ReportedHazard[]): Promise<void> {
  const before = await hazardsOf(tx, reportId)
  await tx.deleteFrom('hazards').where('reportId', '=', reportId).execute()
  // The ledger knows all that ever were, the report only those that it lists.
  const ever = await trackedHazardsOf(tx, reportId)
  const removed = ever.filter(({ position }) => before.every(hazard => hazard.position !== position))
  const highest = Math.max(0, ...ever.map(({ position }) => position))
  const settled = new Set(ever.filter(({ state }) => state !== 'rectifying').map(({ position }) => position))
  const listed = before.map(hazard => ({ ...hazard, settled: settled.has(hazard.position) }))
  await insertHazards(tx, reportId, placeHazards(listed, highest, hazards, removed))
}

async function insertHazards(tx: Tx, reportId: number, hazards: PlacedHazard[]): Promise<void> {
  const rows = hazards.map(({ position, text, major, rectified, deadline, basis }) => ({
    reportId,
    position,
    text,
    major: major ? 1 : 0,
    rectified: rectified === null ? null : rectified ? 1 : 0,
    deadline,
    basis,
  }))
  await insertRows(tx, rows)
}
