import { type ListedHazard, numbered } from '../reports/daily/daily-report.ts'
import type { PlacedHazard } from '../reports/hazards/place-hazards.ts'
import type { Db } from './database.ts'
import type { ReportRow } from './report-columns.ts'

/** What a report said at an earlier time. */
export type FormerReport = ReportRow & { hazards: PlacedHazard[] }

/** What a report said before a message changed it, newest first; empty where it has always said the same. */
export async function versionsBefore(db: Db, report: ReportRow, messageId: string): Promise<FormerReport[]> {
  if (report.version === 1) return []
  const rows = await db
    .selectFrom('reportHistory')
    .select('snapshot')
    .where('reportId', '=', report.id)
    .where('version', '<', report.version)
    .orderBy('id', 'desc')
    .execute()
  return (
    rows
      .map(({ snapshot }) => JSON.parse(snapshot) as ReportRow & { hazards: ListedHazard[] })
      // One message may change a report twice.
      .filter(former => former.messageId !== messageId)
      .map(former => ({ ...former, hazards: numbered(former.hazards) }))
  )
}
