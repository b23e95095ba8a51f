import type { Selectable } from 'kysely'
import type { Db, Tx } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

/** A verification 核实: a unit's list sent back to be checked by a time. */
export interface Verification {
  id: number
  /** The reporting round that it is about. */
  roundId: number
  unit: string
  /** The group in which the unit was asked. */
  room: string
  askedBy: string
  /** Room in which it was ordered; null for a direct message. */
  askedIn: string | null
  division: string | null
  question: string
  /** Numbers of the reports in question. */
  reports: number[]
  askedAt: Date
  dueAt: Date
  state: Schema['verifications']['state']
  answer: string | null
  answeredBy: string | null
  /** When it ended, in whatever state. */
  answeredAt: Date | null
  /** How it was answered before the unit corrected its reports; null where it was not. */
  former: Outcome | null
  /** Message by which it was ordered. */
  messageId: string
}

/** How a verification stands. */
export type Outcome = Pick<Verification, 'state' | 'answer' | 'answeredBy' | 'answeredAt'>

export async function addVerification(
  tx: Tx,
  asked: Omit<Verification, 'id' | 'former' | keyof Outcome>,
): Promise<number> {
  const { id } = await tx
    .insertInto('verifications')
    .values({
      ...asked,
      reports: JSON.stringify(asked.reports),
      askedAt: asked.askedAt.toISOString(),
      dueAt: asked.dueAt.toISOString(),
      state: 'open',
      answer: null,
      answeredBy: null,
      answeredAt: null,
      former: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes how one stands from now on; `answer` in the unit's words. */
export async function changeVerification(
  tx: Tx,
  id: number,
  { answeredAt, former, dueAt, ...rest }: Partial<Outcome & Pick<Verification, 'former' | 'dueAt'>>,
): Promise<void> {
  await tx
    .updateTable('verifications')
    .set({
      ...rest,
      ...(answeredAt !== undefined && { answeredAt: answeredAt?.toISOString() ?? null }),
      ...(former !== undefined && { former: former && JSON.stringify(former) }),
      ...(dueAt !== undefined && { dueAt: dueAt.toISOString() }),
    })
    .where('id', '=', id)
    .execute()
}

export async function verificationById(db: Db, id: number): Promise<Verification | null> {
  const row = await db.selectFrom('verifications').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

const selectOfUnit = prepared((db, asked: { unit: string; since: string }) =>
  db
    .selectFrom('verifications')
    .selectAll()
    .where('unit', '=', asked.unit)
    .where('askedAt', '>=', asked.since)
    .orderBy('id'),
)

/** All that a unit was asked since a moment, oldest first. */
export async function verificationsOf(db: Db, unit: string, since: Date): Promise<Verification[]> {
  const { rows } = await selectOfUnit(db, { unit, since: since.toISOString() })
  return rows.map(fromRow)
}

/** Those that nobody has answered yet and that are not due, oldest first. */
export async function openVerifications(db: Db): Promise<Verification[]> {
  const rows = await db
    .selectFrom('verifications')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** Those that a message ordered. */
export async function verificationsOfMessage(db: Db, messageId: string): Promise<Verification[]> {
  const rows = await db
    .selectFrom('verifications')
    .selectAll()
    .where('messageId', '=', messageId)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** All of a reporting round, oldest first. */
export async function verificationsOfRound(db: Db, roundId: number): Promise<Verification[]> {
  const rows = await db
    .selectFrom('verifications')
    .selectAll()
    .where('roundId', '=', roundId)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

const fromRow = (row: Selectable<Schema['verifications']>): Verification => ({
  ...row,
  reports: JSON.parse(row.reports) as number[],
  askedAt: new Date(row.askedAt),
  dueAt: new Date(row.dueAt),
  answeredAt: dateOrNull(row.answeredAt),
  former: row.former === null ? null : formerOf(JSON.parse(row.former)),
})

const dateOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** Dates are text in JSON. */
const formerOf = (stored: Omit<Outcome, 'answeredAt'> & { answeredAt: string | null }): Outcome => ({
  ...stored,
  answeredAt: dateOrNull(stored.answeredAt),
})
