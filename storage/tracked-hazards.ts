import type { Insertable, Selectable } from 'kysely'
import type { Evidence, HazardEvent, HazardState, TrackedHazard } from '../reports/hazards/hazard.ts'
import { type HazardNumber, hazardNumber, readHazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Industry } from '../reports/terms.ts'
import { businessDate } from '../reports/time.ts'
import type { Db, Tx } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

const ledger = (db: Db) => db.selectFrom('trackedHazards').selectAll()

/** The hazard with a number; null where there is none. */
export async function trackedHazard(db: Db, number: HazardNumber): Promise<TrackedHazard | null> {
  const row = await ledger(db)
    .where('report', '=', number.report)
    .where('position', '=', number.position)
    .executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

/** All of a report, also those struck off 作废, by number. */
export async function trackedHazardsOf(db: Db, report: number): Promise<TrackedHazard[]> {
  const { rows } = await selectOfReport(db, { report })
  return rows.map(fromRow).sort((a, b) => a.position - b.position)
}

const selectOfReport = prepared((db, of: { report: number }) => ledger(db).where('report', '=', of.report))

/** Which hazards; what is not given does not matter. Dates YYYY-MM-DD, both included. */
export interface HazardFilter {
  states?: readonly HazardState[]
  units?: readonly string[]
  enterprise?: string | null
  industries?: readonly Industry[]
  major?: boolean
  foundSince?: string
  foundUntil?: string
  closedSince?: string
  closedUntil?: string
  /** Their deadline lies before this date. */
  dueBefore?: string
}

/** Hazards of the ledger in the order of their numbers. */
export async function trackedHazards(db: Db, filter: HazardFilter = {}): Promise<TrackedHazard[]> {
  let query = ledger(db).orderBy('report').orderBy('position')
  if (filter.states !== undefined) query = query.where('state', 'in', [...filter.states])
  if (filter.units !== undefined) query = query.where('unit', 'in', [...filter.units])
  if (filter.enterprise !== undefined)
    query =
      filter.enterprise === null
        ? query.where('enterprise', 'is', null)
        : query.where('enterprise', '=', filter.enterprise)
  if (filter.industries !== undefined) query = query.where('industry', 'in', [...filter.industries])
  if (filter.major !== undefined) query = query.where('major', '=', filter.major ? 1 : 0)
  if (filter.foundSince !== undefined) query = query.where('foundOn', '>=', filter.foundSince)
  if (filter.foundUntil !== undefined) query = query.where('foundOn', '<=', filter.foundUntil)
  if (filter.closedSince !== undefined) query = query.where('closedOn', '>=', filter.closedSince)
  if (filter.closedUntil !== undefined) query = query.where('closedOn', '<=', filter.closedUntil)
  if (filter.dueBefore !== undefined) query = query.where('deadline', '<', filter.dueBefore)
  return (await query.execute()).map(fromRow)
}

const insertHazard = prepared((db, row: Insertable<Schema['trackedHazards']>) =>
  db.insertInto('trackedHazards').values(row).returning('id'),
)
const insertEvent = prepared((db, row: Insertable<Schema['hazardEvents']>) =>
  db.insertInto('hazardEvents').values(row),
)

/** Enters a hazard, with the event of its finding, and returns it as stored. */
export async function enterHazard(
  tx: Tx,
  hazard: Omit<TrackedHazard, 'id'>,
  event: HazardEvent,
): Promise<TrackedHazard> {
  const closedOn = hazard.state === 'closed' ? dateOf(event) : null
  const { rows } = await insertHazard(tx, { ...columnsOf(hazard), closedOn })
  const entered = { ...hazard, id: rows[0]!.id }
  await noteHazardEvent(tx, entered, event)
  return entered
}

/** Stores what has become of a hazard, with what was done: neither is ever stored without the other. */
export async function recordStep(tx: Tx, hazard: TrackedHazard, event: HazardEvent): Promise<void> {
  await tx
    .updateTable('trackedHazards')
    .set(columnsOf(hazard))
    // The day of the closure stays while it is closed.
    .set(e => ({
      closedOn:
        hazard.state === 'closed'
          ? e.fn.coalesce('closedOn', e.val(dateOf(event)))
          : e.val<string | null>(null),
    }))
    .where('id', '=', hazard.id)
    .execute()
  await noteHazardEvent(tx, hazard, event)
}

const dateOf = ({ at }: HazardEvent): string => businessDate(new Date(at))

async function noteHazardEvent(tx: Tx, hazard: TrackedHazard, event: HazardEvent): Promise<void> {
  const { step, at, by, note, evidence } = event
  await insertEvent(tx, {
    hazardId: hazard.id,
    step,
    at,
    by,
    note,
    evidence: JSON.stringify(evidence),
    hazard: JSON.stringify(hazard),
  })
}

/** What was done about a hazard, in order, with the number by which evidence is added. */
export async function hazardEvents(db: Db, hazardId: number): Promise<(HazardEvent & { id: number })[]> {
  const rows = await db
    .selectFrom('hazardEvents')
    .selectAll()
    .where('hazardId', '=', hazardId)
    .orderBy('id')
    .execute()
  return rows.map(toEvent)
}

/** What a person has done about hazards since a moment, newest first. */
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
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ ...toEvent(row), hazardId: row.hazardId }))
}

/** Adds evidence to a step, such as pictures that follow it. */
export async function addEvidence(
  tx: Tx,
  event: HazardEvent & { id: number },
  added: Evidence[],
): Promise<void> {
  await tx
    .updateTable('hazardEvents')
    .set({ evidence: JSON.stringify([...event.evidence, ...added]) })
    .where('id', '=', event.id)
    .execute()
}

const toEvent = (row: Selectable<Schema['hazardEvents']>): HazardEvent & { id: number } => ({
  id: row.id,
  step: row.step as HazardEvent['step'],
  at: row.at,
  by: row.by,
  note: row.note,
  evidence: JSON.parse(row.evidence) as Evidence[],
})

/** A hazard as its row holds it. */
export const fromRow = ({
  closedOn: _closedOn,
  industry,
  major,
  onTheSpot,
  afterClosure,
  recurrenceOf,
  ...row
}: Selectable<Schema['trackedHazards']>): TrackedHazard => ({
  ...row,
  industry: industry as Industry | null,
  major: major === 1,
  onTheSpot: onTheSpot === 1,
  afterClosure: afterClosure === 1,
  recurrenceOf: recurrenceOf === null ? null : readHazardNumber(recurrenceOf),
})

const columnsOf = (
  hazard: Omit<TrackedHazard, 'id'>,
): Omit<Insertable<Schema['trackedHazards']>, 'id' | 'closedOn'> => ({
  report: hazard.report,
  position: hazard.position,
  unit: hazard.unit,
  enterprise: hazard.enterprise,
  place: hazard.place,
  industry: hazard.industry,
  text: hazard.text,
  major: hazard.major ? 1 : 0,
  foundOn: hazard.foundOn,
  deadline: hazard.deadline,
  state: hazard.state,
  rectifiedBy: hazard.rectifiedBy,
  reinspectedBy: hazard.reinspectedBy,
  onTheSpot: hazard.onTheSpot ? 1 : 0,
  recurrenceOf: hazard.recurrenceOf === null ? null : hazardNumber(hazard.recurrenceOf),
  afterClosure: hazard.afterClosure ? 1 : 0,
})
