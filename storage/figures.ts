import { sql } from 'kysely'
import type { Totals } from '../reports/daily/daily-report.ts'
import type { Industry } from '../reports/terms.ts'
import type { Db } from './database.ts'
import {
  enterprisesOfInspections,
  type StoredTotals,
  teamsOfInspections,
  totalsOfRound,
} from './totals-reports.ts'

/** The figures of one unit in one industry; of a unit that states totals on several days there may be more than one. */
export interface UnitFigures {
  unit: string
  industry: Industry | null
  totals: Totals
}

/** What counts in a round: inspections, and totals 合计 of which it is yet to be seen whether they count. */
const counted = (db: Db, roundId: number) =>
  db
    .selectFrom('reports')
    .where('roundId', '=', roundId)
    .where('status', '=', 'counted')
    .where('kind', 'in', ['inspection', 'totals'])

/** The totals that count; without any report of totals there is nothing to look up. */
const totalsThatCount = async (db: Db, roundId: number, any: boolean): Promise<readonly StoredTotals[]> =>
  any ? (await totalsOfRound(db, roundId)).counted : []

/**
 * The figures of a round by unit and industry: inspections that are listed, and the totals that count beside them (see
 * `totalsOfRound`; `stated` where they are known). Of inspections it reads the index `reportsForFigures` alone: the
 * counts of hazards stand with each report, so that the hazards need not be joined.
 */
export async function figuresOfRound(
  db: Db,
  roundId: number,
  stated?: readonly StoredTotals[],
): Promise<UnitFigures[]> {
  const rows = await counted(db, roundId)
    .select([
      'unit',
      'industry',
      'kind',
      teamsOfInspections.as('teams'),
      e => e.fn.sum<number>('personTimes').as('personTimes'),
      enterprisesOfInspections.as('enterprises'),
      e => e.fn.sum<number>('hazardCount').as('hazards'),
      e => e.fn.sum<number>('rectifiedCount').as('rectified'),
    ])
    .groupBy(['unit', 'industry', 'kind'])
    .execute()
  const listed = rows.filter(({ kind }) => kind === 'inspection')
  const figures = listed.map(row => ({
    unit: row.unit,
    industry: row.industry as Industry | null,
    totals: {
      teams: row.teams,
      personTimes: row.personTimes,
      enterprises: row.enterprises,
      hazards: row.hazards,
      rectified: row.rectified,
    },
  }))
  const others = stated ?? (await totalsThatCount(db, roundId, listed.length < rows.length))
  return [...figures, ...others.map(({ unit, industry, totals }) => ({ unit, industry, totals }))]
}

/** The teams of each unit: one that inspects in two industries is one team, so these are no sums of the above. */
export async function teamsOfRound(
  db: Db,
  roundId: number,
  stated?: readonly StoredTotals[],
): Promise<{ unit: string; teams: number }[]> {
  const rows = await counted(db, roundId)
    .select([
      'unit',
      teamsOfInspections.as('teams'),
      sql<number>`max(case when kind = 'totals' then 1 else 0 end)`.as('totals'),
    ])
    .groupBy('unit')
    .execute()
  const any = rows.some(({ totals }) => Number(totals) === 1)
  const others = stated ?? (await totalsThatCount(db, roundId, any))
  return [
    ...rows.map(({ unit, teams: ofInspections }) => ({ unit, teams: ofInspections })),
    ...others.map(({ unit, totals }) => ({ unit, teams: totals.teams })),
  ]
}

/** How a unit stands in a round. */
export interface UnitStanding {
  unit: string
  /** At least one report came by the due time. */
  onTime: boolean
  /** Nothing but zero reports 零报告. */
  zero: boolean
}

/** The units that reported in a round; a zero report counts, a pending one does not. */
export async function standingsOfRound(db: Db, roundId: number): Promise<UnitStanding[]> {
  const rows = await db
    .selectFrom('reports')
    .select([
      'unit',
      e => e.fn.min('late').as('late'),
      sql<number>`max(case when kind = 'zero' then 0 else 1 end)`.as('inspected'),
    ])
    .where('roundId', '=', roundId)
    .where('status', '=', 'counted')
    .groupBy('unit')
    .execute()
  return rows.map(({ unit, late, inspected }) => ({
    unit,
    onTime: Number(late) === 0,
    zero: inspected === 0,
  }))
}
