import type { Insertable, Selectable } from 'kysely'
import type { HazardEvent, HazardState, TrackedHazard } from '../reports/hazards/hazard.ts'
import { type HazardNumber, hazardNumber, readHazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Industry } from '../reports/terms.ts'
import { businessDate } from '../reports/time.ts'
import type { Db, Tx } from './database.ts'
import { prepared, preparedRows } from './prepared.ts'
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

/** Which hazards; what is not given does not matter. */
interface HazardFilter {
  states?: readonly HazardState[]
  units?: readonly string[]
  enterprise?: string | null
  /** Their deadline lies before this date, YYYY-MM-DD. */
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
  if (filter.dueBefore !== undefined) query = query.where('deadline', '<', filter.dueBefore)
  return (await query.execute()).map(fromRow)
}

const insertHazards = preparedRows((db, rows: Insertable<Schema['trackedHazards']>[]) =>
  db.insertInto('trackedHazards').values(rows).returning(['id', 'report', 'position']),
)
const insertEvents = preparedRows((db, rows: Insertable<Schema['hazardEvents']>[]) =>
  db.insertInto('hazardEvents').values(rows),
)

/** A hazard that is not in the ledger yet, with the event of its finding. */
export interface FoundHazard {
  hazard: Omit<TrackedHazard, 'id'>
  event: HazardEvent
}

/** Enters hazards, each with its event. */
export async function enterHazards(tx: Tx, found: FoundHazard[]): Promise<void> {
  const entered = await insertHazards(
    tx,
    found.map(({ hazard, event }) => ({
      ...columnsOf(hazard),
      closedOn: hazard.state === 'closed' ? dateOf(event) : null,
    })),
  )
  // In which order rows are returned SQLite does not promise.
  const ids = new Map(entered.map(row => [hazardNumber(row), row.id]))
  await insertEvents(
    tx,
    found.map(({ hazard, event }) => eventRow({ ...hazard, id: ids.get(hazardNumber(hazard))! }, event)),
  )
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
  await insertEvents(tx, [eventRow(hazard, event)])
}

const dateOf = ({ at }: HazardEvent): string => businessDate(new Date(at))

const eventRow = (hazard: TrackedHazard, { step, at, by, note, evidence }: HazardEvent) => ({
  hazardId: hazard.id,
  step,
  at,
  by,
  note,
  evidence: JSON.stringify(evidence),
  hazard: JSON.stringify(hazard),
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
