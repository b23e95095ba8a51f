import type { AnnexRow, DailyReport } from '../reports/daily/daily-report.ts'
import type { Db, Tx } from './database.ts'

/** A daily report as it is stored: its rows can be read again and again. */
export type Snapshot = DailyReport & { provincialRows: AnnexRow[]; localRows: AnnexRow[] }

/** An edition of the daily report 日报表 as issued. */
export interface Edition {
  id: number
  roundId: number
  number: number
  report: Snapshot
}

export async function saveEdition(
  tx: Tx,
  roundId: number,
  report: Snapshot,
  by: string,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('editions')
    .values({
      roundId,
      number: report.edition,
      compiledAt: now.toISOString(),
      issuedBy: by,
      snapshot: JSON.stringify(report),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The newest edition of a round. */
export async function latestEdition(db: Db, roundId: number): Promise<Edition | null> {
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where('roundId', '=', roundId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

export async function editionById(db: Db, id: number): Promise<Edition | null> {
  const row = await db.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

const fromRow = (row: { id: number; roundId: number; number: number; snapshot: string }): Edition => ({
  id: row.id,
  roundId: row.roundId,
  number: row.number,
  report: JSON.parse(row.snapshot) as Snapshot,
})
