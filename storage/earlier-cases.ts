import type { TrackedHazard } from '../reports/hazards/hazard.ts'
import { type HazardNumber, hazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Db } from './database.ts'
import { prepared } from './prepared.ts'
import { fromRow } from './tracked-hazards.ts'

const selectCases = prepared(
  (db, at: { written: string; narrow: string; wide: string; date: string; since: string }) =>
    db
      .selectFrom('trackedHazards')
      .selectAll()
      .where('enterprise', 'in', [at.written, at.narrow, at.wide])
      .where('foundOn', '<=', at.date)
      .where('state', '!=', 'void')
      .where(e => e.or([e('foundOn', '>=', at.since), e('state', '!=', 'closed')])),
)

/**
 * Hazards that were found until a date at enterprises of one name, whatever the width of its brackets, earliest first:
 * closed ones since a date, and all that are open. Which enterprise each of them is at, only the unit or place tells.
 */
export async function hazardsUntil(
  db: Db,
  enterprise: string,
  { date, since }: { date: string; since: string },
): Promise<TrackedHazard[]> {
  const written = enterprise.trim()
  const narrow = written.normalize('NFKC')
  const wide = narrow.replaceAll('(', '（').replaceAll(')', '）')
  const { rows } = await selectCases(db, { written, narrow, wide, date, since })
  return rows
    .map(fromRow)
    .sort((a, b) => order(a.foundOn, b.foundOn) || a.report - b.report || a.position - b.position)
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The hazards that stand closed 销号 on what a report of another says 据报告. */
export async function closedOnReport(db: Db, report: number): Promise<TrackedHazard[]> {
  const rows = await db
    .selectFrom('hazardEvents')
    .innerJoin('trackedHazards', 'trackedHazards.id', 'hazardEvents.hazardId')
    .selectAll('trackedHazards')
    .where('step', '=', 'close')
    .where('evidence', '=', JSON.stringify([{ report }]))
    .where('trackedHazards.report', '!=', report)
    .where('state', '=', 'closed')
    // It may have been closed again on something else.
    .where('hazardEvents.id', '=', e =>
      e
        .selectFrom('hazardEvents as last')
        .select(({ fn }) => fn.max('last.id').as('id'))
        .whereRef('last.hazardId', '=', 'trackedHazards.id')
        .where('last.step', '=', 'close'),
    )
    .execute()
  return rows.map(fromRow)
}

/** What the note of a follow-up says that was not counted beside an earlier hazard. */
export const mergedNote = (earlier: HazardNumber): string => `并入${hazardNumber(earlier)}`

/** The hazards that were merged 并入 into one, with the sender of the report of each. */
export async function mergedInto(
  db: Db,
  earlier: HazardNumber,
): Promise<(TrackedHazard & { reportedBy: string })[]> {
  const rows = await db
    .selectFrom('hazardEvents')
    .innerJoin('trackedHazards', 'trackedHazards.id', 'hazardEvents.hazardId')
    .innerJoin('reports', 'reports.id', 'trackedHazards.report')
    .selectAll('trackedHazards')
    .select('reports.sender')
    .where('step', '=', 'void')
    .where('note', '=', mergedNote(earlier))
    .where('state', '=', 'void')
    .where('status', '=', 'counted')
    .execute()
  return rows.map(({ sender, ...row }) => ({ ...fromRow(row), reportedBy: sender }))
}
