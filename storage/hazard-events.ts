import type { Selectable } from 'kysely'
import {
  type Evidence,
  type HazardEvent,
  type HazardStep,
  type TrackedHazard,
  withoutUndone,
} from '../reports/hazards/hazard.ts'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'

/** What was done about a hazard and holds, in order, with the number by which evidence is added. */
export async function hazardEvents(db: Db, hazardId: number): Promise<(HazardEvent & { id: number })[]> {
  const rows = await db
    .selectFrom('hazardEvents')
    .selectAll()
    .where('hazardId', '=', hazardId)
    .orderBy('id')
    .execute()
  return withoutUndone(rows.map(toEvent))
}

/** What a person has done about hazards since a moment and holds, newest first. */
export async function hazardEventsBy(
  db: Db,
  person: string,
  since: Date,
): Promise<(HazardEvent & { id: number; hazardId: number })[]> {
  const rows = await db
    .selectFrom('hazardEvents')
    .selectAll()
    .where('by', '=', person)
    .where('at', '>=', since.toISOString())
    .orderBy('id')
    .execute()
  const events = rows.map(row => ({ ...toEvent(row), hazardId: row.hazardId }))
  // Only who took a step takes it back.
  return [...Map.groupBy(events, ({ hazardId }) => hazardId).values()]
    .flatMap(withoutUndone)
    .sort((a, b) => b.id - a.id)
}

/** What was done about a hazard, in order, each with the hazard as it was left by it. */
export async function hazardHistory(
  db: Db,
  hazardId: number,
): Promise<(HazardEvent & { hazard: TrackedHazard })[]> {
  const rows = await db
    .selectFrom('hazardEvents')
    .select(['step', 'at', 'by', 'note', 'evidence', 'hazard'])
    .where('hazardId', '=', hazardId)
    .orderBy('id')
    .execute()
  return rows.map(({ step, evidence, hazard, ...row }) => ({
    ...row,
    step: step as HazardEvent['step'],
    evidence: JSON.parse(evidence) as Evidence[],
    hazard: JSON.parse(hazard) as TrackedHazard,
  }))
}

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

/** The number of the last event of the ledger; 0 before the first. */
export async function lastHazardEvent(db: Db): Promise<number> {
  const row = await db
    .selectFrom('hazardEvents')
    .select(e => e.fn.max('id').as('id'))
    .executeTakeFirst()
  return Number(row?.id ?? 0)
}

const toEvent = (row: Selectable<Schema['hazardEvents']>): HazardEvent & { id: number } => ({
  id: row.id,
  step: row.step as HazardEvent['step'],
  at: row.at,
  by: row.by,
  note: row.note,
  evidence: JSON.parse(row.evidence) as Evidence[],
})
