import type { Db, Tx } from './database.ts'

/** An answer 回应 of a unit. */
export interface CommentaryAnswer {
  unit: string
  person: string
  text: string
  at: Date
}

export async function addAnswer(
  tx: Tx,
  commentaryId: number,
  { unit, person, text, at }: CommentaryAnswer,
  inboxId: number,
): Promise<void> {
  await tx
    .insertInto('commentaryAnswers')
    .values({ commentaryId, unit, person, text, at: at.toISOString(), inboxId })
    .execute()
}

/** Answers to a commentary, oldest first. */
export async function answersTo(db: Db, commentaryId: number): Promise<CommentaryAnswer[]> {
  const rows = await db
    .selectFrom('commentaryAnswers')
    .selectAll()
    .where('commentaryId', '=', commentaryId)
    .orderBy('id')
    .execute()
  return rows.map(({ unit, person, text, at }) => ({ unit, person, text, at: new Date(at) }))
}
