import type { IssuedCommentary } from '../../reports/commentary/commentary.ts'
import {
  commentariesOfMessage,
  commentaryById,
  issuedCommentary,
  type StoredCommentary,
} from '../../storage/commentaries.ts'
import { receivedAt } from '../../storage/inbox.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { alreadyIssued, named, stageOf, takeBack } from './commentary-stage.ts'
import { takeBackUnsent } from './take-back-unsent.ts'

/**
 * The sender withdrew 撤回 a message that drafted, changed or published a commentary: what has not been sent out is
 * taken back, of what has he is told how to correct it.
 */
export async function recallCommentaries(messageId: string, context: Context): Promise<OutgoingMessage[]> {
  const lines: string[] = []
  for (const commentary of await commentariesOfMessage(context.db, messageId)) {
    // Only a sender can recall a message: an event that says otherwise is not believed.
    if (commentary.author !== context.sender.name) continue
    const stage = stageOf(commentary)
    if (stage === 'withdrawn') continue
    const corrects = commentary.version > 1
    const isBack =
      stage === 'issued'
        ? await recallInTime(commentary, messageId, context)
        : !(await isOf(commentary.issued, messageId, context)) && (await takeBackDraft(commentary, context))
    lines.push(
      isBack
        ? `${named((await commentaryById(context.db, commentary.id))!)}${corrects ? '的更正已随消息撤回，原点评不变。' : '已随消息撤回，未发出。'}`
        : alreadyIssued(commentary),
    )
  }
  return lines.length === 0 ? [] : [context.reply(lines.join('\n'))]
}

async function takeBackDraft(commentary: StoredCommentary, { db }: Context): Promise<boolean> {
  await takeBack(db, commentary)
  return true
}

/**
 * The recall was made during the hold but is heard of only now: what has reached nobody yet is taken back after all.
 * True where it was.
 */
async function recallInTime(
  commentary: StoredCommentary,
  messageId: string,
  context: Context,
): Promise<boolean> {
  const { db, message } = context
  const { id, version, releaseAt } = commentary
  if (releaseAt === null || new Date(message.at) >= releaseAt) return false
  const former = version === 1 ? null : await issuedCommentary(db, id, version - 1)
  if (await isOf(former, messageId, context)) return false
  return takeBackUnsent(commentary, former, context)
}

/** Whether a message belongs to what was sent out, and not to a correction that was written since. */
async function isOf(issued: IssuedCommentary | null, messageId: string, { db }: Context): Promise<boolean> {
  if (issued === null) return false
  const at = await receivedAt(db, messageId)
  return at !== null && at <= new Date(issued.issuedAt)
}
