import type { Insertable, Selectable } from 'kysely'
import type { Inspection } from '../reports/intake/parsed-message.ts'
import type { Industry } from '../reports/terms.ts'
import type { Db, Tx } from './database.ts'
import { addHazards, readHazards, removeHazards } from './hazards.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

/** An inspection report 检查报告 or zero report 零报告 without its hazards. */
export type ReportRow = Selectable<Schema['reports']>

/** Where, when and by whom a report came in. */
export interface Submission {
  roundId: number
  unit: string
  status: 'counted' | 'pending'
  inboxId: number
  messageId: string
  room: string | null
  sender: string
  receivedAt: Date
  late: boolean
}

/** What a report says: an inspection with its date known, and the fields that it lacks. */
export type ReportContent = Inspection & { date: string; missing: string[] }

const insertReport = prepared((db, row: Insertable<Schema['reports']>) =>
  db.insertInto('reports').values(row).returning('id'),
)

/** Stores a report and returns its number. */
export async function addReport(
  tx: Tx,
  submission: Submission,
  content: ReportContent | { zeroOn: string },
): Promise<number> {
  const { receivedAt, late, ...rest } = submission
  const zero = 'zeroOn' in content
  const { rows } = await insertReport(tx, {
    ...rest,
    kind: zero ? 'zero' : 'inspection',
    receivedAt: receivedAt.toISOString(),
    late: late ? 1 : 0,
    version: 1,
    ...(zero ? zeroColumns(content.zeroOn) : columnsOf(content)),
  })
  const { id } = rows[0]!
  if (!zero) await addHazards(tx, id, content.hazards)
  return id
}

/** Replaces what a report says and keeps its number; what it said before goes to its history. */
export async function reviseReport(
  tx: Tx,
  report: ReportRow,
  content: ReportContent,
  messageId: string,
  by: string,
  now: Date,
): Promise<void> {
  await keepHistory(tx, report, by, '更正', now)
  await tx
    .updateTable('reports')
    .set({ ...columnsOf(content), kind: 'inspection', messageId, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
  await removeHazards(tx, report.id)
  await addHazards(tx, report.id, content.hazards)
}

/** Takes a report back, lets a pending one count, or puts one aside; the history tells who and why. */
export async function setReportStatus(
  tx: Tx,
  report: ReportRow,
  status: ReportRow['status'],
  by: string,
  reason: string,
  now: Date,
): Promise<void> {
  await keepHistory(tx, report, by, reason, now)
  await tx
    .updateTable('reports')
    .set({ status, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
}

async function keepHistory(tx: Tx, report: ReportRow, by: string, reason: string, now: Date): Promise<void> {
  const hazards = await readHazards(tx, [report.id])
  await tx
    .insertInto('reportHistory')
    .values({
      reportId: report.id,
      version: report.version,
      at: now.toISOString(),
      by,
      reason,
      snapshot: JSON.stringify({ ...report, hazards: hazards.get(report.id) ?? [] }),
    })
    .execute()
}

const columnsOf = (content: ReportContent) => ({
  inspectingUnit: content.inspectingUnit,
  enterprise: content.enterprise,
  place: content.place,
  industry: content.industry,
  date: content.date,
  inspectors: JSON.stringify(content.inspectors),
  teams: content.teams,
  personTimes: content.personTimes ?? content.inspectors.length,
  hazardCount: content.hazards.length,
  rectifiedCount: content.hazards.filter(hazard => hazard.rectified === true).length,
  rectification: content.rectification,
  missing: JSON.stringify(content.missing),
  level: content.level,
  manners: JSON.stringify(content.manners),
  basis: content.basis,
  documents: JSON.stringify(content.documents),
  cases: content.cases,
  fine: content.fine,
  production: content.production,
})

const zeroColumns = (date: string) => ({
  inspectingUnit: null,
  enterprise: null,
  place: null,
  industry: null as Industry | null,
  date,
  inspectors: '[]',
  teams: null,
  personTimes: 0,
  hazardCount: 0,
  rectifiedCount: 0,
  rectification: null,
  missing: '[]',
})

const reports = (db: Db) => db.selectFrom('reports').selectAll()

export const reportById = async (db: Db, id: number): Promise<ReportRow | null> =>
  (await reports(db).where('id', '=', id).executeTakeFirst()) ?? null

/** The last report of a sender that was not taken back. */
export const lastReportOf = async (db: Db, sender: string): Promise<ReportRow | null> =>
  (await reports(db)
    .where('sender', '=', sender)
    .where('status', '!=', 'withdrawn')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

/** Reports that a message brought or last revised, as they stand. */
export const reportsOfMessage = (db: Db, messageId: string): Promise<ReportRow[]> =>
  reports(db).where('messageId', '=', messageId).where('status', '!=', 'withdrawn').orderBy('id').execute()

/** Reports that a message brought first, whatever has revised them since, as they stand. */
export const reportsFirstBroughtBy = (db: Db, messageId: string): Promise<ReportRow[]> =>
  reports(db)
    .where('inboxId', 'in', q =>
      q.selectFrom('inbox').select('id').where('messageId', '=', messageId).where('origin', '=', 'chat'),
    )
    .where('status', '!=', 'withdrawn')
    .orderBy('id')
    .execute()

/** What a report said before its last correction, and the message that said so; null where it was not corrected. */
export async function formerVersion(
  db: Db,
  report: ReportRow,
): Promise<{ content: ReportContent; messageId: string } | null> {
  const row = await db
    .selectFrom('reportHistory')
    .select('snapshot')
    .where('reportId', '=', report.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const former = JSON.parse(row.snapshot) as ReportRow & Pick<ReportContent, 'hazards'>
  if (former.messageId === report.messageId || former.kind !== 'inspection') return null
  const content: ReportContent = {
    ...former,
    industry: former.industry as Industry | null,
    inspectors: JSON.parse(former.inspectors) as string[],
    missing: JSON.parse(former.missing) as string[],
    level: former.level as ReportContent['level'],
    manners: JSON.parse(former.manners) as ReportContent['manners'],
    documents: JSON.parse(former.documents) as string[],
  }
  return { content, messageId: former.messageId }
}

const selectAt = prepared((db, at: { unit: string; date: string; enterprise: string }) =>
  reports(db)
    .where('unit', '=', at.unit)
    .where('date', '=', at.date)
    .where('enterprise', '=', at.enterprise)
    .where('kind', '=', 'inspection')
    .where('status', '!=', 'withdrawn'),
)

/** Inspections of an enterprise by a unit on a date that stand, newest first. */
export async function reportsAt(
  db: Db,
  unit: string,
  date: string,
  enterprise: string | null,
): Promise<ReportRow[]> {
  if (enterprise === null) return []
  const { rows } = await selectAt(db, { unit, date, enterprise })
  // Mostly none: setting up a sort in SQL takes longer than the search.
  return rows.sort((a, b) => b.id - a.id)
}

/** Reports of a unit that count in a round, of one kind. */
export const countedReportsOf = (
  db: Db,
  roundId: number,
  unit: string,
  kind: ReportRow['kind'],
): Promise<ReportRow[]> =>
  reports(db)
    .where('roundId', '=', roundId)
    .where('unit', '=', unit)
    .where('kind', '=', kind)
    .where('status', '=', 'counted')
    .execute()

/** Reports that wait until a duty officer admits them 采信. */
export const pendingReports = (db: Db, roundId: number): Promise<ReportRow[]> =>
  reports(db).where('roundId', '=', roundId).where('status', '=', 'pending').orderBy('id').execute()

/** All counted inspections of a round, by number. */
export const inspectionsOfRound = (db: Db, roundId: number): Promise<ReportRow[]> =>
  reports(db)
    .where('roundId', '=', roundId)
    .where('status', '=', 'counted')
    .where('kind', '=', 'inspection')
    .orderBy('id')
    .execute()
