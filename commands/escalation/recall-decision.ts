import { pendingStep } from '../../reports/escalation/chain.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import { chainsOfMessage } from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { takeBackPending } from './take-back.ts'

/** The sender withdrew 撤回 a message that decided on a rung: what has not gone out does not; what has stands. */
export async function recallDecisions(messageId: string, context: Context): Promise<OutgoingMessage[]> {
  const lines: string[] = []
  for (const chain of await chainsOfMessage(context.db, messageId)) {
    const step = chain.steps.find(each => each.messageId === messageId)
    // Only a sender can recall a message: an event that says otherwise is not believed.
    if (chain.state !== 'open' || step?.by !== context.sender.name) continue
    if (step === pendingStep(chain)) lines.push(await takeBackPending(chain, '已随消息撤回', context))
    else if (step.issuedAt !== null)
      lines.push(
        `${chainName(chain)}的“${step.rung}”已发出，消息撤回后仍保留；如需终止请用“/办结 ${chain.id}”。`,
      )
  }
  return lines.length === 0 ? [] : [context.reply(lines.join('\n'))]
}
