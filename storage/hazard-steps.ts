import type { HazardStep } from '../reports/hazards/hazard.ts'
import type { Db } from './database.ts'

/** When a step was last taken with hazards since a moment, by the id of the hazard. */
export async function stepsSince(db: Db, step: HazardStep, since: Date): Promise<Map<number, Date>> {
  const rows = await db
    .selectFrom('hazardEvents')
    .select(['hazardId', e => e.fn.max('at').as('at')])
    .where('step', '=', step)
    .where('at', '>=', since.toISOString())
    .groupBy('hazardId')
    .execute()
  return new Map(rows.map(({ hazardId, at }) => [hazardId, new Date(at)]))
}
