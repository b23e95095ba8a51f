import type { TrackedHazard } from '../reports/hazards/hazard.ts'
import type { Db } from './database.ts'
import { prepared } from './prepared.ts'
import { fromRow } from './tracked-hazards.ts'

const selectCases = prepared(
  (db, at: { written: string; narrow: string; wide: string; date: string; since: string }) =>
    db
      .selectFrom('trackedHazards')
      .selectAll()
      .where('enterprise', 'in', [at.written, at.narrow, at.wide])
      .where('foundOn', '<', at.date)
      .where('state', '!=', 'void')
      .where(e => e.or([e('foundOn', '>=', at.since), e('state', '!=', 'closed')])),
)

/**
 * Hazards that were found before a date at enterprises of one name, whatever the width of its brackets, earliest first:
 * closed ones since a date, and all that are open. Which enterprise each of them is at, only the unit or place tells.
 */
export async function hazardsBefore(
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

/** The hazard as it stood before its last step, such as before it was struck off; null where it has had one step. */
export async function beforeLastStep(db: Db, hazardId: number): Promise<TrackedHazard | null> {
  const rows = await db
    .selectFrom('hazardEvents')
    .select('hazard')
    .where('hazardId', '=', hazardId)
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  return rows[1] === undefined ? null : (JSON.parse(rows[1].hazard) as TrackedHazard)
}
