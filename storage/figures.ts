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

/**
 * The figures of a round by unit and industry. Reads the index `reportsForFigures` alone: the counts of hazards stand
 * with each report, so that the hazards need not be joined.
 *
 * An enterprise counts once per unit and industry; one that was not named counts by itself. Teams 检查组 are those
 * stated, else each distinct list of inspectors of the unit is one.
 */
export async function figuresOfRound(db: Db, roundId: number): Promise<UnitFigures[]> {
  const rows = await db
    .selectFrom('reports')
    .select([
      'unit',
      'industry',
      sql<number>`sum(case when teams is null then 0 else teams end)`.as('statedTeams'),
      sql<number>`count(distinct case when teams is null and inspectors <> '[]' then inspectors end)`.as(
        'teams',
      ),
      e => e.fn.sum<number>('personTimes').as('personTimes'),
      sql<number>`count(distinct enterprise)`.as('enterprises'),
      sql<number>`sum(case when enterprise is null then 1 else 0 end)`.as('unnamed'),
      e => e.fn.sum<number>('hazardCount').as('hazards'),
      e => e.fn.sum<number>('rectifiedCount').as('rectified'),
    ])
    .where('roundId', '=', roundId)
    .where('status', '=', 'counted')
    .where('kind', '=', 'inspection')
    .groupBy(['unit', 'industry'])
    .execute()
  return rows.map(row => ({
    unit: row.unit,
    industry: row.industry as Industry | null,
    totals: {
      teams: row.statedTeams + row.teams,
      personTimes: row.personTimes,
      enterprises: row.enterprises + row.unnamed,
      hazards: row.hazards,
      rectified: row.rectified,
    },
  }))
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
