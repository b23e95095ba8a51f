import type { Selectable } from 'kysely'
import { defaultPlan, type Round, type Slot } from '../reports/rounds.ts'
import type { Db, Tx } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

/** A round 报送批次 as stored. */
export interface StoredRound extends Round {
  id: number
  state: 'open' | 'compiled' | 'skipped'
  /** When its units were last reminded 催报. */
  remindedAt: Date | null
}

/** The plan in force; the default where none was set. */
export async function currentPlan(db: Db): Promise<Slot[]> {
  const row = await db
    .selectFrom('roundPlans')
    .select('slots')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? defaultPlan : (JSON.parse(row.slots) as Slot[])
}

export async function savePlan(tx: Tx, plan: Slot[], by: string, now: Date): Promise<void> {
  await tx
    .insertInto('roundPlans')
    .values({ slots: JSON.stringify(plan), setBy: by, setAt: now.toISOString() })
    .execute()
}

export async function openRound(tx: Tx, round: Round): Promise<StoredRound> {
  const { id } = await tx
    .insertInto('rounds')
    .values({ ...columnsOf(round), state: 'open' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...round, id, state: 'open', remindedAt: null }
}

const inState = prepared((db, { state }: { state: StoredRound['state'] }) =>
  rounds(db).where('state', '=', state).orderBy('id', 'desc').limit(1),
)

/** The round that is collecting reports: there is one at a time. */
export const collectingRound = async (db: Db): Promise<StoredRound | null> =>
  first((await inState(db, { state: 'open' })).rows)

/** The round that was compiled last; rounds are opened and compiled in the order of their ids. */
export const lastCompiledRound = async (db: Db): Promise<StoredRound | null> =>
  first((await inState(db, { state: 'compiled' })).rows)

/** The round of a business date that was compiled: by number, or the day's last. */
export const compiledRoundOn = (db: Db, date: string, number: number | null): Promise<StoredRound | null> =>
  find(db, q => {
    const ofDay = q.where('state', '=', 'compiled').where('date', '=', date).orderBy('number', 'desc')
    return number === null ? ofDay : ofDay.where('number', '=', number)
  })

export const roundById = (db: Db, id: number): Promise<StoredRound | null> =>
  find(db, q => q.where('id', '=', id))

/** How many rounds of a date were numbered already: a plan that changes during a day counts on. */
export async function roundsOn(db: Db, date: string): Promise<number> {
  const row = await db
    .selectFrom('rounds')
    .select(e => e.fn.max('number').as('highest'))
    .where('date', '=', date)
    .executeTakeFirst()
  return Number(row?.highest ?? 0)
}

export async function setRoundState(tx: Tx, id: number, state: StoredRound['state']): Promise<void> {
  await tx.updateTable('rounds').set({ state }).where('id', '=', id).execute()
}

/** Moves a round that has not begun, with what it has collected already, and forgets its wake-ups. */
export async function moveRound(tx: Tx, id: number, round: Round): Promise<void> {
  // Every wake-up of a round names it last.
  await tx.deleteFrom('wakeups').where('command', 'like', `/批次__ ${id}`).execute()
  await tx.updateTable('rounds').set(columnsOf(round)).where('id', '=', id).execute()
}

export async function markReminded(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.updateTable('rounds').set({ remindedAt: now.toISOString() }).where('id', '=', id).execute()
}

/** Numbers of the reporting rounds 报送批次 of a business date whose daily report is out, in their order. */
export async function compiledRoundsOn(db: Db, date: string): Promise<number[]> {
  const rows = await db
    .selectFrom('rounds')
    .select('id')
    .where('date', '=', date)
    .where('state', '=', 'compiled')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

const columnsOf = (round: Round) => ({
  date: round.date,
  number: round.number,
  ofDay: round.ofDay,
  opensAt: round.opensAt.toISOString(),
  dueAt: round.dueAt.toISOString(),
  compileAt: round.compileAt.toISOString(),
  periodFrom: round.periodFrom,
  periodTo: round.periodTo,
})

type RoundQuery = ReturnType<typeof rounds>
const rounds = (db: Db) => db.selectFrom('rounds').selectAll()

const find = async (db: Db, narrow: (query: RoundQuery) => RoundQuery): Promise<StoredRound | null> =>
  first(await narrow(rounds(db)).limit(1).execute())

const first = ([row]: Selectable<Schema['rounds']>[]): StoredRound | null =>
  row === undefined ? null : fromRow(row)

const fromRow = (row: Selectable<Schema['rounds']>): StoredRound => ({
  ...row,
  opensAt: new Date(row.opensAt),
  dueAt: new Date(row.dueAt),
  compileAt: new Date(row.compileAt),
  remindedAt: row.remindedAt === null ? null : new Date(row.remindedAt),
})
