import type { Selectable } from 'kysely'
import type { HazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Letter, LetterContent } from '../reports/letter/letter.ts'
import type { LetterBasis } from '../reports/letter/letter-basis.ts'
import type { Db, Tx } from './database.ts'
import type { Schema } from './schema.ts'

const letters = (db: Db) => db.selectFrom('letters').selectAll()

export async function letterById(db: Db, id: number): Promise<Letter | null> {
  const row = await letters(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

export async function letterNumbered(db: Db, year: number, number: number): Promise<Letter | null> {
  const row = await letters(db).where('year', '=', year).where('number', '=', number).executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

/** Letters of a chain of escalation, in order. */
export async function lettersOfChain(db: Db, chain: number): Promise<Letter[]> {
  return (await letters(db).where('chain', '=', chain).orderBy('id').execute()).map(fromRow)
}

/** The letter 提示函 that has gone out on a chain of escalation; null where none has. */
export const sentLetterOfChain = async (db: Db, chain: number): Promise<Letter | null> =>
  (await lettersOfChain(db, chain)).findLast(({ state }) => state === 'sent') ?? null

/** Letters in some states, by number. */
export async function lettersIn(db: Db, states: Letter['state'][]): Promise<Letter[]> {
  return (await letters(db).where('state', 'in', states).orderBy('id').execute()).map(fromRow)
}

/** Those sent in a year, by number. */
export async function lettersOfYear(db: Db, year: number): Promise<Letter[]> {
  return (await letters(db).where('year', '=', year).orderBy('number').execute()).map(fromRow)
}

/** Those sent in former years that have not been answered, in order. */
export async function unansweredBefore(db: Db, year: number): Promise<Letter[]> {
  const rows = await letters(db)
    .where('state', '=', 'sent')
    .where('year', '<', year)
    .where('answeredAt', 'is', null)
    .orderBy('year')
    .orderBy('number')
    .execute()
  return rows.map(fromRow)
}

/** Chains of escalation of letters that have ended 办结: nothing is waited for any more. */
export async function endedChains(db: Db): Promise<Set<number>> {
  const rows = await db
    .selectFrom('letters')
    .innerJoin('chains', 'chains.id', 'letters.chain')
    .select('chains.id')
    .where('chains.state', '=', 'settled')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The number 文号 that the next letter of a year gets; numbers have no gaps, as they are given when letters go out. */
export async function nextLetterNumber(db: Db, year: number): Promise<number> {
  const row = await db
    .selectFrom('letters')
    .select(e => e.fn.max('number').as('number'))
    .where('year', '=', year)
    .executeTakeFirst()
  return Number(row?.number ?? 0) + 1
}

export async function addLetter(tx: Tx, letter: Omit<Letter, 'id'>): Promise<number> {
  const { id } = await tx
    .insertInto('letters')
    .values(columnsOf(letter))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveLetter(tx: Tx, letter: Letter): Promise<void> {
  await tx.updateTable('letters').set(columnsOf(letter)).where('id', '=', letter.id).execute()
}

const fromRow = ({ hazards, content, basis, ...row }: Selectable<Schema['letters']>): Letter => ({
  ...row,
  hazards: JSON.parse(hazards) as HazardNumber[],
  content: JSON.parse(content) as LetterContent,
  basis: JSON.parse(basis) as LetterBasis,
})

const columnsOf = ({
  id: _id,
  hazards,
  content,
  basis,
  ...letter
}: Omit<Letter, 'id'> & { id?: number }) => ({
  ...letter,
  hazards: JSON.stringify(hazards),
  content: JSON.stringify(content),
  basis: JSON.stringify(basis),
})
