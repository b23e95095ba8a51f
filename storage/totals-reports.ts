import { sql } from 'kysely'
import {
  type CountedTotals,
  chooseTotals,
  type ListedInspections,
  type SetAside,
  type TotalsReport,
} from '../reports/daily/choose-totals.ts'
import type { Industry } from '../reports/terms.ts'
import type { Db } from './database.ts'
import { prepared } from './prepared.ts'

/** A stored report of totals 合计 with its figures, what is not stated being nothing. */
export interface StoredTotals extends TotalsReport {
  inspectingUnit: string | null
  late: boolean
}

/** The reports of totals of a round: those that count, and those whose inspections count otherwise. */
export interface RoundTotals {
  counted: CountedTotals<StoredTotals>[]
  setAside: SetAside<StoredTotals>[]
}

/**
 * Reads the reports of totals of a round and chooses those that count. Which inspections are listed is looked up only
 * where there are any: of a round without totals only the index is read.
 */
export async function totalsOfRound(db: Db, roundId: number): Promise<RoundTotals> {
  const reports = await readTotalsReports(db, roundId)
  if (reports.length === 0) return { counted: [], setAside: [] }
  const units = await db.selectFrom('units').select(['name', 'parent']).execute()
  const parents = new Map(units.map(({ name, parent }) => [name, parent]))
  const isBelow = (unit: string, above: string): boolean => {
    // The count guards against a roster in which a unit stands above itself.
    for (let at = parents.get(unit) ?? null, steps = 0; at !== null && steps < 9; steps++) {
      if (at === above) return true
      at = parents.get(at) ?? null
    }
    return false
  }
  return chooseTotals(reports, await listedInRound(db, roundId), isBelow)
}

/** Whether a report is one of totals 合计 that do not count, so that the daily report stands without it. */
export async function isSetAside(
  db: Db,
  report: { id: number; roundId: number; kind: string },
): Promise<boolean> {
  if (report.kind !== 'totals') return false
  const { setAside } = await totalsOfRound(db, report.roundId)
  return setAside.some(each => each.report.number === report.id)
}

const selectTotals = prepared((db, { roundId }: { roundId: number }) =>
  db
    .selectFrom('reports')
    .select(['id', 'unit', 'industry', 'date', 'wholeJurisdiction', 'inspectingUnit', 'late'])
    .select(['teams', 'personTimes', 'enterprises', 'hazardCount', 'rectifiedCount'])
    .where('roundId', '=', roundId)
    .where('status', '=', 'counted')
    // Written out, so that the index of totals alone serves.
    .where('kind', '=', sql.lit('totals' as const))
    .orderBy('id'),
)

async function readTotalsReports(db: Db, roundId: number): Promise<StoredTotals[]> {
  const { rows } = await selectTotals(db, { roundId })
  return rows.map(row => ({
    number: row.id,
    unit: row.unit,
    industry: row.industry as Industry | null,
    date: row.date,
    wholeJurisdiction: row.wholeJurisdiction === 1,
    inspectingUnit: row.inspectingUnit,
    late: row.late === 1,
    totals: {
      teams: row.teams ?? 0,
      personTimes: row.personTimes,
      enterprises: row.enterprises ?? 0,
      hazards: row.hazardCount,
      // A slip of the pen must not rectify more than was found; the sender has been told of it.
      rectified: Math.min(row.rectifiedCount, row.hazardCount),
    },
  }))
}

/** Teams 检查组 of inspections: those stated, else each distinct list of inspectors is one. */
export const teamsOfInspections = sql<number>`sum(case when kind = 'inspection' and teams is not null then teams else 0 end)
  + count(distinct case when kind = 'inspection' and teams is null and inspectors <> '[]' then inspectors end)`

/** An enterprise counts once per unit and industry; one that was not named counts by itself. */
export const enterprisesOfInspections = sql<number>`count(distinct enterprise)
  + sum(case when enterprise is null then 1 else 0 end)`

/** What is listed by unit, industry and day. */
async function listedInRound(db: Db, roundId: number): Promise<ListedInspections[]> {
  const rows = await db
    .selectFrom('reports')
    .select([
      'unit',
      'industry',
      'date',
      teamsOfInspections.as('teams'),
      e => e.fn.sum<number>('personTimes').as('personTimes'),
      enterprisesOfInspections.as('enterprises'),
      e => e.fn.sum<number>('hazardCount').as('hazards'),
      e => e.fn.sum<number>('rectifiedCount').as('rectified'),
    ])
    .where('roundId', '=', roundId)
    .where('status', '=', 'counted')
    .where('kind', '=', 'inspection')
    .groupBy(['unit', 'industry', 'date'])
    .execute()
  return rows.map(({ unit, industry, date, ...totals }) => ({
    unit,
    industry: industry as Industry | null,
    date,
    totals,
  }))
}
