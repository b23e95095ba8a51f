import type { Selectable } from 'kysely'
import type { Commentary, IssuedCommentary } from '../reports/commentary/commentary.ts'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'

/** A commentary 日点评 as stored, from the draft on. */
export interface StoredCommentary extends Commentary {
  state: Schema['commentaries']['state']
  /** The round in which it was published. */
  commentaryRoundId: number | null
  /** Units that are asked for an answer. */
  asked: string[]
  /** When it is sent out, while it is held; when it was due, once it was. */
  releaseAt: Date | null
  /** When units that have not answered are chased; null where nobody is asked. */
  chaseAt: Date | null
  /** As it was sent out last; null while it was not. */
  issued: IssuedCommentary | null
}

export async function commentaryById(db: Db, id: number): Promise<StoredCommentary | null> {
  const row = await db.selectFrom('commentaries').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

/** A version as it was sent out: the latest, or one that was corrected since. */
export async function issuedCommentary(
  db: Db,
  id: number,
  version: number,
): Promise<IssuedCommentary | null> {
  const latest = (await commentaryById(db, id))?.issued ?? null
  if (latest === null || latest.version === version) return latest
  const row = await db
    .selectFrom('commentaryHistory')
    .select('issued')
    .where('commentaryId', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.issued) as IssuedCommentary)
}

/** The highest number 期号 of a division in a year; 0 where there is none. */
export async function lastNumberOf(db: Db, division: string, year: string): Promise<number> {
  const row = await db
    .selectFrom('commentaries')
    .select(e => e.fn.max('number').as('number'))
    .where('division', '=', division)
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .executeTakeFirst()
  return Number(row?.number ?? 0)
}

/** The newest commentary of a division with a number 期号. */
export const commentaryNumbered = async (
  db: Db,
  division: string,
  number: number,
): Promise<StoredCommentary | null> => (await commentariesNumbered(db, division, number))[0] ?? null

/** All commentaries of a division with a number 期号, one of each year, newest first. */
export async function commentariesNumbered(
  db: Db,
  division: string,
  number: number,
): Promise<StoredCommentary[]> {
  const rows = await db
    .selectFrom('commentaries')
    .selectAll()
    .where('division', '=', division)
    .where('number', '=', number)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** Those that a message drafted or released, newest first. */
export async function commentariesOfMessage(db: Db, messageId: string): Promise<StoredCommentary[]> {
  const rows = await db
    .selectFrom('commentaries')
    .selectAll()
    .where('id', 'in', q =>
      q.selectFrom('commentaryMessages').select('commentaryId').where('messageId', '=', messageId),
    )
    .orderBy('id', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** Those that were sent out in a round, in the order of the divisions and then of their numbers. */
export async function commentariesOfRound(
  db: Db,
  commentaryRoundId: number,
): Promise<(StoredCommentary & { issued: IssuedCommentary })[]> {
  const rows = await db
    .selectFrom('commentaries')
    .selectAll()
    .where('commentaryRoundId', '=', commentaryRoundId)
    .where('state', '=', 'issued')
    .execute()
  const divisions = (await db.selectFrom('divisions').select('name').orderBy('position').execute()).map(
    ({ name }) => name,
  )
  // A division that has left the roster since stands last.
  const rank = (name: string) => (divisions.indexOf(name) + divisions.length + 1) % (divisions.length + 1)
  const commentaries = rows.map(fromRow) as (StoredCommentary & { issued: IssuedCommentary })[]
  return commentaries.sort((a, b) => rank(a.division) - rank(b.division) || a.issued.number - b.issued.number)
}

/** Those of an author, newest first. */
export async function commentariesBy(db: Db, author: string, limit: number): Promise<StoredCommentary[]> {
  const rows = await db
    .selectFrom('commentaries')
    .selectAll()
    .where('author', '=', author)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** Those sent out since a time that ask a unit for an answer, newest first. */
export async function commentariesAsking(db: Db, unit: string, since: Date): Promise<StoredCommentary[]> {
  const rows = await db
    .selectFrom('commentaries')
    .selectAll()
    .where('state', '=', 'issued')
    .where('issuedAt', '>=', since.toISOString())
    .orderBy('id', 'desc')
    .execute()
  return rows.map(fromRow).filter(({ asked }) => asked.includes(unit))
}

const dateOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** When the last of a round's commentaries and corrections goes out, or went; null where none was published. */
export async function lastReleaseOf(db: Db, round: number): Promise<Date | null> {
  const row = await db
    .selectFrom('commentaries')
    .select(e => e.fn.max('releaseAt').as('at'))
    .where('commentaryRoundId', '=', round)
    .executeTakeFirst()
  return row?.at == null ? null : new Date(row.at)
}

const fromRow = (row: Selectable<Schema['commentaries']>): StoredCommentary => ({
  id: row.id,
  division: row.division,
  number: row.number,
  date: row.date,
  author: row.author,
  text: row.text,
  kinds: JSON.parse(row.kinds) as StoredCommentary['kinds'],
  references: JSON.parse(row.references) as StoredCommentary['references'],
  joint: JSON.parse(row.joint) as StoredCommentary['joint'],
  version: row.version,
  state: row.state,
  commentaryRoundId: row.commentaryRoundId,
  asked: JSON.parse(row.asked) as string[],
  releaseAt: dateOrNull(row.releaseAt),
  chaseAt: dateOrNull(row.chaseAt),
  issued: row.issued === null ? null : (JSON.parse(row.issued) as IssuedCommentary),
})
