import type { TrackedHazard } from '../reports/hazards/hazard.ts'
import { businessDate } from '../reports/time.ts'
import type { Db } from './database.ts'

/** A round whose daily report has gone out. */
export interface CompiledRound {
  id: number
  date: string
  round: number
  rounds: number
  /** When its first edition was made, UTC ISO 8601. */
  compiledAt: string
}

/** The rounds that were compiled before one, newest first. */
export const roundsBefore = (db: Db, roundId: number, limit: number): Promise<CompiledRound[]> =>
  db
    .selectFrom('rounds')
    .innerJoin('editions', join => join.onRef('roundId', '=', 'rounds.id').on('editions.number', '=', 1))
    .select(['rounds.id as id', 'date', 'rounds.number as round', 'ofDay as rounds', 'compiledAt'])
    .where('state', '=', 'compiled')
    .where('rounds.id', '<', roundId)
    .orderBy('rounds.id', 'desc')
    .limit(limit)
    .execute()

/**
 * The hazards of the ledger as they stood at a moment, those struck off included, by number. Those that were closed
 * before the day of `since` and stay so are left out: they fill the ledger with the years. Both UTC ISO 8601.
 */
export async function ledgerAsOf(db: Db, at: string, since: string | null): Promise<TrackedHazard[]> {
  let hazards = db.selectFrom('trackedHazards').select('id')
  if (since !== null) {
    const day = businessDate(new Date(since))
    hazards = hazards.where(e => e.or([e('state', '!=', 'closed'), e('closedOn', '>=', day)]))
  }
  const last = db
    .selectFrom('hazardEvents')
    .select(e => e.fn.max('id').as('id'))
    .where('hazardId', 'in', hazards)
    .where('at', '<=', at)
    .groupBy('hazardId')
  const rows = await db.selectFrom('hazardEvents').select('hazard').where('id', 'in', last).execute()
  return rows
    .map(({ hazard }) => JSON.parse(hazard) as TrackedHazard)
    .sort((a, b) => a.report - b.report || a.position - b.position)
}
