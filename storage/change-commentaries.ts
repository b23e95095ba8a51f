import type { Commentary, IssuedCommentary } from '../reports/commentary/commentary.ts'
import type { StoredCommentary } from './commentaries.ts'
import type { Tx } from './database.ts'

type Change = Partial<
  Pick<
    StoredCommentary,
    | 'number'
    | 'date'
    | 'commentaryRoundId'
    | 'text'
    | 'kinds'
    | 'references'
    | 'joint'
    | 'asked'
    | 'version'
    | 'state'
    | 'releaseAt'
    | 'chaseAt'
    | 'issued'
  >
> & {
  /** A message whose recall takes it back while it has not been sent out. */
  messageId?: string
}

/** Stores a draft and returns its number. */
export async function addDraft(
  tx: Tx,
  draft: Omit<Commentary, 'id' | 'number' | 'version'> & { asked: string[]; messageId: string },
  now: Date,
): Promise<number> {
  const { messageId, kinds, references, joint, asked, ...rest } = draft
  const { id } = await tx
    .insertInto('commentaries')
    .values({
      ...rest,
      number: null,
      commentaryRoundId: null,
      ...json({ kinds, references, joint, asked }),
      version: 1,
      state: 'draft',
      draftedAt: now.toISOString(),
      releaseAt: null,
      chaseAt: null,
      issuedAt: null,
      issued: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await noteMessage(tx, id, messageId)
  return id
}

const noteMessage = async (tx: Tx, commentaryId: number, messageId: string): Promise<void> => {
  await tx
    .insertInto('commentaryMessages')
    .values({ messageId, commentaryId })
    .onConflict(c => c.doNothing())
    .execute()
}

/** Changes what is given. */
export async function changeCommentary(tx: Tx, id: number, change: Change): Promise<void> {
  const { kinds, references, joint, asked, messageId, issued, releaseAt, chaseAt, ...rest } = change
  if (messageId !== undefined) await noteMessage(tx, id, messageId)
  const set = {
    ...rest,
    ...json({ kinds, references, joint, asked }),
    ...(releaseAt !== undefined && { releaseAt: releaseAt?.toISOString() ?? null }),
    ...(chaseAt !== undefined && { chaseAt: chaseAt?.toISOString() ?? null }),
    ...(issued !== undefined && {
      issued: issued === null ? null : JSON.stringify(issued),
      issuedAt: issued?.issuedAt ?? null,
    }),
  }
  if (Object.keys(set).length > 0)
    await tx.updateTable('commentaries').set(set).where('id', '=', id).execute()
}

/** Keeps what was sent out before it is corrected 更正. */
export async function keepIssued(tx: Tx, issued: IssuedCommentary, now: Date): Promise<void> {
  await tx
    .insertInto('commentaryHistory')
    .values({
      commentaryId: issued.id,
      version: issued.version,
      at: now.toISOString(),
      issued: JSON.stringify(issued),
    })
    .execute()
}

type Lists = Pick<StoredCommentary, 'kinds' | 'references' | 'joint' | 'asked'>

/** Lists and objects as they are stored; what is not given is left out. */
function json(lists: { [K in keyof Lists]?: Lists[K] | undefined }): { [K in keyof Lists]: string } {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, JSON.stringify(value)]],
    ),
  ) as { [K in keyof Lists]: string }
}
