import type { Tx } from './database.ts'
import { noteHistory, reportById } from './reports.ts'

/**
 * Has the reports of a round say which of their hazards are rectified as the ledger 台账 does, at the moment it is
 * compiled: the daily report must not call unrectified what was mended before. Until then they say what was written, so
 * that a report that comes again is recognised; what is out already stays as it is.
 */
export async function keepRectified(tx: Tx, roundId: number, now: Date): Promise<void> {
  const rows = await tx
    .selectFrom('reports')
    .innerJoin('hazards', 'hazards.reportId', 'reports.id')
    .innerJoin('trackedHazards', join =>
      join
        .onRef('trackedHazards.report', '=', 'hazards.reportId')
        .onRef('trackedHazards.position', '=', 'hazards.position'),
    )
    .select(['hazards.id', 'hazards.reportId', 'hazards.rectified', 'trackedHazards.state'])
    .where('roundId', '=', roundId)
    .where('reports.status', '=', 'counted')
    .where('state', '!=', 'void')
    .execute()
  const changed = rows.filter(({ rectified, state }) => (rectified === 1) === (state === 'rectifying'))
  for (const [id, hazards] of Map.groupBy(changed, ({ reportId }) => reportId)) {
    const report = (await reportById(tx, id))!
    await noteHistory(tx, report, '系统', '台账', now)
    for (const { id, state } of hazards)
      await tx
        .updateTable('hazards')
        .set({ rectified: state === 'rectifying' ? 0 : 1 })
        .where('id', '=', id)
        .execute()
    const mended = hazards.filter(({ state }) => state !== 'rectifying').length
    await tx
      .updateTable('reports')
      .set({
        rectifiedCount: report.rectifiedCount + mended - (hazards.length - mended),
        version: report.version + 1,
      })
      .where('id', '=', id)
      .execute()
  }
}
