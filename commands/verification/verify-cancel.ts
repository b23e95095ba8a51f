import { withdrawWaiting } from '../../storage/outbox-subjects.ts'
import { type Verification, verificationsOfMessage } from '../../storage/verifications.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { presentHeads } from '../present-heads.ts'
import { verificationSubject } from '../subjects.ts'
import { answered, findVerification, isUnanswered, reportsInQuestion, settle } from './verify-outcome.ts'

/** 核实 取消: who has asked needs no answer any more. */
export const cancelVerification = defineCommand({
  name: '核实 取消',
  aliases: ['核实取消', 'hs qx'],
  usage: '/核实 取消 <核实编号>',
  summary: '取消本人发起的核实',
  roles: ['divisionHead', 'dutyOfficer', 'administrator'],
  async run([id], context) {
    const verification = await findVerification(id, context.db)
    const { askedBy, division } = verification
    if (!presentHeads(askedBy, division, context.directory).includes(context.sender.name))
      refuse(`核实${verification.id}由${askedBy}发起，请由本人取消。`)
    if (!isUnanswered(verification)) refuse(`${answered(verification)}，未作改动。`)
    return cancel(verification, '已取消', context)
  },
})

/** The sender withdrew 撤回 the message that ordered a verification: while nobody has answered it is cancelled. */
export async function recallVerifications(messageId: string, context: Context): Promise<OutgoingMessage[]> {
  const messages: OutgoingMessage[] = []
  for (const verification of await verificationsOfMessage(context.db, messageId)) {
    // Only a sender can recall a message: an event that says otherwise is not believed.
    if (verification.askedBy !== context.sender.name || verification.state === 'cancelled') continue
    messages.push(
      ...(isUnanswered(verification)
        ? await cancel(verification, '已随消息撤回取消', context)
        : [context.reply(`${answered(verification)}，消息撤回后仍保留。`)]),
    )
  }
  return messages
}

async function cancel(
  verification: Verification,
  said: string,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { id, room } = verification
  await settle(verification, 'cancelled', null, context)
  await withdrawWaiting(context.db, verificationSubject(id))
  const named = `核实${id}（${reportsInQuestion(verification)}）`
  return [
    context.reply(`${named}${said}，已通知该单位。`),
    { to: { room }, text: `${named}已由发起人取消，无需答复。`, bundle: true, priority: 'order' },
  ]
}
