import type { Insertable } from 'kysely'
import type { ReportedHazard } from '../reports/intake/parsed-message.ts'
import type { Db, Tx } from './database.ts'
import { addHazards, hazardsOf, replaceHazards } from './hazards.ts'
import { prepared } from './prepared.ts'
import {
  columnsOf,
  contentOf,
  type ReportContent,
  type ReportRow,
  type TotalsContent,
  totalsOf,
  zeroColumns,
} from './report-columns.ts'
import type { Schema } from './schema.ts'

export type { ReportContent, ReportRow, TotalsContent } from './report-columns.ts'

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

const insertReport = prepared((db, row: Insertable<Schema['reports']>) =>
  db.insertInto('reports').values(row).returning('id'),
)

/** Stores an inspection, totals 合计 or a zero report, and returns its number. */
export async function addReport(
  tx: Tx,
  submission: Submission,
  content: ReportContent | TotalsContent | { zeroOn: string },
): Promise<number> {
  const { receivedAt, late, ...rest } = submission
  const { rows } = await insertReport(tx, {
    ...rest,
    receivedAt: receivedAt.toISOString(),
    late: late ? 1 : 0,
    version: 1,
    ...('zeroOn' in content ? zeroColumns(content.zeroOn) : columnsOf(content)),
  })
  const { id } = rows[0]!
  if ('hazards' in content) await addHazards(tx, id, content.hazards)
  return id
}

/** Replaces what a report says and keeps its number, and those of its hazards; what it said before goes to its history, with the reason. */
export async function reviseReport(
  tx: Tx,
  report: ReportRow,
  content: ReportContent | TotalsContent,
  messageId: string,
  by: string,
  now: Date,
  reason = '更正',
): Promise<void> {
  await noteHistory(tx, report, by, reason, now)
  await tx
    .updateTable('reports')
    .set({ ...columnsOf(content), messageId, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
  await replaceHazards(tx, report.id, 'hazards' in content ? content.hazards : [])
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
  await noteHistory(tx, report, by, reason, now)
  await tx
    .updateTable('reports')
    .set({ status, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
}

/** Notes in a report's history what was done about it, with what it has said until then. */
export async function noteHistory(
  tx: Tx,
  report: ReportRow,
  by: string,
  reason: string,
  now: Date,
): Promise<void> {
  const hazards = await hazardsOf(tx, report.id)
  await tx
    .insertInto('reportHistory')
    .values({
      reportId: report.id,
      version: report.version,
      at: now.toISOString(),
      by,
      reason,
      snapshot: JSON.stringify({ ...report, hazards }),
    })
    .execute()
}

const reports = (db: Db) => db.selectFrom('reports').selectAll()

const selectReport = prepared((db, at: { id: number }) => reports(db).where('id', '=', at.id))

export const reportById = async (db: Db, id: number): Promise<ReportRow | null> =>
  (await selectReport(db, { id })).rows[0] ?? null

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

/** The messages that were recalled where they had been said, by whoever had said them. */
async function recalledAmong(db: Db, messageIds: string[]): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('inbox as recall')
    .innerJoin('inbox as said', 'said.messageId', 'recall.recall')
    .select('said.messageId')
    .where('said.messageId', 'in', [...new Set(messageIds)])
    .whereRef('said.sender', '=', 'recall.sender')
    .whereRef('said.room', 'is', 'recall.room')
    .execute()
  return new Set(rows.map(({ messageId }) => messageId))
}

/**
 * What a report said before the message that it stands for now, and the message that said so; null where nothing stood
 * before. A message that its sender has recalled 撤回 is not gone back to.
 */
export async function formerVersion(
  db: Db,
  report: ReportRow,
): Promise<{ content: ReportContent | TotalsContent; messageId: string } | null> {
  const rows = await db
    .selectFrom('reportHistory')
    .select('snapshot')
    .where('reportId', '=', report.id)
    .orderBy('version')
    .execute()
  const versions = rows.map(row => JSON.parse(row.snapshot) as ReportRow & { hazards: ReportedHazard[] })
  const since = versions.findIndex(({ messageId }) => messageId === report.messageId)
  const before = since < 0 ? versions : versions.slice(0, since)
  const recalled = await recalledAmong(
    db,
    before.map(({ messageId }) => messageId),
  )
  const former = before.findLast(({ messageId }) => !recalled.has(messageId))
  if (former === undefined || former.kind === 'zero') return null
  const content = former.kind === 'totals' ? totalsOf(former) : contentOf(former, former.hazards)
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

/** Inspections that a person has sent since a moment, as they stand, newest first. */
export const inspectionsSince = (db: Db, sender: string, since: Date): Promise<ReportRow[]> =>
  reports(db)
    .where('sender', '=', sender)
    .where('receivedAt', '>=', since.toISOString())
    .where('kind', '=', 'inspection')
    .where('status', '!=', 'withdrawn')
    .orderBy('id', 'desc')
    .execute()

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
