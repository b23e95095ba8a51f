import type { LocatedHazard } from '../reports/commentary/look-back.ts'
import { type ListedHazard, numbered } from '../reports/daily/daily-report.ts'
import type { Industry } from '../reports/terms.ts'
import type { Db } from './database.ts'

/** Numbers of the rounds that were compiled before one, newest first. */
export async function roundsBefore(db: Db, roundId: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('rounds')
    .select('id')
    .where('state', '=', 'compiled')
    .where('id', '<', roundId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

const located = (db: Db) =>
  db
    .selectFrom('reports')
    .innerJoin('hazards', 'hazards.reportId', 'reports.id')
    .select(['reports.id as report', 'unit', 'enterprise', 'industry', 'position'])
    .select(['text', 'major', 'hazards.rectified as rectified', 'deadline'])
    .where('status', '=', 'counted')

/**
 * Hazards found in rounds before one and since a date, both of which their reports state, whose deadline has passed on
 * `date` and that are not called rectified.
 */
export async function hazardsPastDeadline(
  db: Db,
  { date, since, roundId }: { date: string; since: string; roundId: number },
): Promise<LocatedHazard[]> {
  const rows = await located(db)
    .where('roundId', 'in', q =>
      q.selectFrom('rounds').select('id').where('id', '<', roundId).where('date', '>=', since),
    )
    .where('deadline', '<', date)
    .where(e => e.or([e('hazards.rectified', 'is', null), e('hazards.rectified', '=', 0)]))
    .execute()
  return rows.map(toHazard)
}

/** All hazards found since a date, up to a round and in it, in the order of their reports. */
export async function hazardsSince(
  db: Db,
  { since, roundId }: { since: string; roundId: number },
): Promise<LocatedHazard[]> {
  const rows = await located(db)
    .where('roundId', 'in', q =>
      q.selectFrom('rounds').select('id').where('id', '<=', roundId).where('date', '>=', since),
    )
    .orderBy('reports.id')
    .orderBy('hazards.id')
    .execute()
  return rows.map(toHazard)
}

/** Those of the hazards up to a round that were reported before it, as they stood when the round before it was compiled. */
export async function asBefore(
  db: Db,
  hazards: LocatedHazard[],
  { roundId, previous }: { roundId: number; previous: number },
): Promise<LocatedHazard[]> {
  const current = await db.selectFrom('reports').select('id').where('roundId', '=', roundId).execute()
  const ids = new Set(current.map(({ id }) => id))
  const changes = await db
    .selectFrom('reportHistory')
    .select(['reportId', 'snapshot'])
    .where('at', '>', q =>
      q
        .selectFrom('editions')
        .select(e => e.fn.min('compiledAt').as('at'))
        .where('roundId', '=', previous),
    )
    .orderBy('id', 'desc')
    .execute()
  // The first change since then keeps what a report said then.
  const said = new Map(changes.map(({ reportId, snapshot }) => [reportId, snapshot]))
  return hazards.flatMap(hazard => {
    if (ids.has(hazard.report)) return []
    const snapshot = said.get(hazard.report)
    if (snapshot === undefined) return [hazard]
    const { hazards: then } = JSON.parse(snapshot) as { hazards: ListedHazard[] }
    const same = numbered(then).find(({ position }) => position === hazard.position)
    return [{ ...hazard, rectified: (same ?? hazard).rectified }]
  })
}

type Row = Awaited<ReturnType<ReturnType<typeof located>['execute']>>[number]

const toHazard = ({ industry, major, rectified, ...row }: Row): LocatedHazard => ({
  ...row,
  industry: industry as Industry | null,
  major: major === 1,
  rectified: rectified === null ? null : rectified === 1,
})
