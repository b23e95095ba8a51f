import type { Insertable } from 'kysely'
import type { ReportedHazard } from '../reports/intake/parsed-message.ts'
import type { Db, Tx } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

/** The hazards 隐患 of reports, in their order, by report number. */
export async function readHazards(db: Db, reportIds: number[]): Promise<Map<number, ReportedHazard[]>> {
  const found = new Map<number, ReportedHazard[]>()
  // SQLite takes 32,766 values in a query; in blocks of one size the statement is prepared once.
  for (let i = 0; i < reportIds.length; i += 500) {
    const rows = await db
      .selectFrom('hazards')
      .selectAll()
      .where('reportId', 'in', reportIds.slice(i, i + 500))
      .orderBy('reportId')
      .orderBy('position')
      .execute()
    for (const { reportId, text, major, rectified, deadline, basis } of rows) {
      const hazards = found.get(reportId) ?? []
      hazards.push({
        text,
        major: major === 1,
        rectified: rectified === null ? null : rectified === 1,
        deadline,
        basis,
      })
      found.set(reportId, hazards)
    }
  }
  return found
}

export async function removeHazards(tx: Tx, reportId: number): Promise<void> {
  await tx.deleteFrom('hazards').where('reportId', '=', reportId).execute()
}

const insertHazard = prepared((db, row: Insertable<Schema['hazards']>) =>
  db.insertInto('hazards').values(row),
)

export async function addHazards(tx: Tx, reportId: number, hazards: ReportedHazard[]): Promise<void> {
  for (const [position, { text, major, rectified, deadline, basis }] of hazards.entries())
    await insertHazard(tx, {
      reportId,
      position,
      text,
      major: major ? 1 : 0,
      rectified: rectified === null ? null : rectified ? 1 : 0,
      deadline,
      basis,
    })
}
