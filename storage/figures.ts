import { sql } from 'kysely'
import type { Totals } from '../reports/daily/daily-report.ts'
import type { Industry } from '../reports/terms.ts'
import type { Db } from './database.ts'

/** The figures of one unit in one industry. */
export interface UnitFigures {
  unit: string
  industry: Industry | null
  totals: Totals
}

/** Teams 检查组: those stated, else each distinct list of inspectors is one. */
const teams = sql<number>`sum(case when teams is null then 0 else teams end)
  + count(distinct case when teams is null and inspectors <> '[]' then inspectors end)`

/** Inspections that count in a round. */
const inspections = (db: Db, roundId: number) =>
  db
    .selectFrom('reports')
    .where('roundId', '=', roundId)
    .where('status', '=', 'counted')
    .where('kind', '=', 'inspection')

/**
 * The figures of a round by unit and industry. Reads the index `reportsForFigures` alone: the counts of hazards stand
 * with each report, so that the hazards need not be joined. An enterprise counts once per unit and industry; one that
 * was not named counts by itself.
 */
export async function figuresOfRound(db: Db, roundId: number): Promise<UnitFigures[]> {
  const rows = await inspections(db, roundId)
    .select([
      'unit',
      'industry',
      teams.as('teams'),
      e => e.fn.sum<number>('personTimes').as('personTimes'),
      sql<number>`count(distinct enterprise)`.as('enterprises'),
      sql<number>`sum(case when enterprise is null then 1 else 0 end)`.as('unnamed'),
      e => e.fn.sum<number>('hazardCount').as('hazards'),
      e => e.fn.sum<number>('rectifiedCount').as('rectified'),
    ])
    .groupBy(['unit', 'industry'])
    .execute()
  return rows.map(row => ({
    unit: row.unit,
    industry: row.industry as Industry | null,
    totals: {
      teams: row.teams,
      personTimes: row.personTimes,
      enterprises: row.enterprises + row.unnamed,
      hazards: row.hazards,
      rectified: row.rectified,
    },
  }))
}

/** The teams of each unit: one that inspects in two industries is one team, so these are no sums of the above. */
export const teamsOfRound = (db: Db, roundId: number): Promise<{ unit: string; teams: number }[]> =>
  inspections(db, roundId)
    .select(['unit', teams.as('teams')])
    .groupBy('unit')
    .execute()

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
      sql<number>`max(case when kind = 'inspection' then 1 else 0 end)`.as('inspected'),
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
