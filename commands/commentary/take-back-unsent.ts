import type { IssuedCommentary } from '../../reports/commentary/commentary.ts'
import { changeCommentary } from '../../storage/change-commentaries.ts'
import { lastNumberOf, type StoredCommentary } from '../../storage/commentaries.ts'
import { dropUnsent, messagesAbout } from '../../storage/outbox-subjects.ts'
import type { Context } from '../command.ts'
import { commentaryRoundSubject, commentarySubject } from '../subjects.ts'
import { readLinked } from './read-draft.ts'

/**
 * Takes back a commentary, or its correction, whose messages all still wait in the outbox; false, and nothing is
 * changed, where any may have gone out. A correction gives way to what it corrects, `former`. The number 期号 becomes
 * free unless a later commentary has the next one already.
 */
export async function takeBackUnsent(
  commentary: StoredCommentary,
  former: IssuedCommentary | null,
  context: Context,
): Promise<boolean> {
  const { db } = context
  const { id, version, division, number, date, commentaryRoundId } = commentary
  const isTold = async (subject: string) => (await messagesAbout(db, subject)).length > 0
  // The summary of its round tells it as well.
  if (commentaryRoundId !== null && (await isTold(commentaryRoundSubject(commentaryRoundId)))) return false
  if (!(await dropUnsent(db, commentarySubject({ id, version })))) return false
  if (former !== null) {
    const { text, kinds, references, joint } = former
    const { asked } = await readLinked(text, context)
    const given = { text, kinds, references, joint, asked, version: former.version }
    await changeCommentary(db, id, { ...given, releaseAt: null, issued: former })
    return true
  }
  const isLast = (await lastNumberOf(db, division, date.slice(0, 4))) === number
  await changeCommentary(db, id, {
    state: 'withdrawn',
    number: isLast ? null : number,
    releaseAt: null,
    chaseAt: null,
    issued: null,
  })
  return true
}
