import { type Chain, currentRung, pendingStep } from '../../reports/escalation/chain.ts'
import { answer, reviseInterview } from '../../reports/escalation/chain-steps.ts'
import { chainName, namedChain } from '../../reports/escalation/chain-text.ts'
import { interviewText } from '../../reports/escalation/interview-text.ts'
import { rank } from '../../reports/escalation/ladder.ts'
import { businessDate } from '../../reports/time.ts'
import { saveChain } from '../../storage/chains.ts'
import type { Interview } from '../../storage/interviews.ts'
import { type Context, refuse } from '../command.ts'
import { mayDecide } from '../escalation/find-chain.ts'
import { tellDeciders } from '../escalation/tell-deciders.ts'
import type { OutgoingMessage } from '../message.ts'

/** Refuses interviews on a chain that was taken back, and by heads who are not in charge of it. */
export function mustBeRecordable(chain: Chain, { sender }: Context): void {
  if (chain.state === 'withdrawn') refuse(`${chainName(chain)}已撤销，不能登记约谈。`)
  if (sender.role !== 'dutyOfficer' && !mayDecide(chain, sender))
    refuse(`${chainName(chain)}由${chain.divisions.join('、')}分管，请由其处长、厅领导或值班员登记。`)
}

/** What is odd about an interview on a chain, for who records it; each a sentence. */
export function oddities(chain: Chain, { date }: Pick<Interview, 'date'>): string[] {
  const rung = currentRung(chain)
  const issued = chain.steps.find(step => step.rung === '约谈' && step.issuedAt !== null)
  if (chain.state !== 'open') return [`${chainName(chain)}已办结。`]
  if (rung === null || rank(rung) < rank('约谈'))
    return [
      `${chainName(chain)}${pendingStep(chain)?.rung === '约谈' ? '的“约谈”尚未发出' : '尚未到“约谈”一级'}。`,
    ]
  return issued !== undefined && date < businessDate(new Date(issued.issuedAt!))
    ? ['约谈日期早于约谈通知，请核对。']
    : []
}

/** The rung 约谈 at which a chain stands has been answered by the interview. */
export async function answerByInterview(chain: Chain, interview: Interview, context: Context): Promise<void> {
  const { db, now, calendar, sender, message } = context
  if (chain.state !== 'open' || currentRung(chain) !== '约谈') return
  const said = {
    by: sender.name,
    at: now.toISOString(),
    text: interviewText(interview),
    inboxId: message.id,
    interview: interview.id,
  }
  const verdict = answer(chain, said, now, calendar)
  if ('chain' in verdict) await saveChain(db, verdict.chain)
}

/** The record reads otherwise now, or is no more: null. */
export async function reviseOnChain(
  chain: Chain,
  id: number,
  interview: Interview | null,
  context: Context,
): Promise<void> {
  const { db, now, calendar } = context
  const text = interview === null ? null : interviewText(interview)
  await saveChain(db, reviseInterview(chain, id, text, now, calendar))
}

/** Heads in charge and leaders hear of it in a line, where it was not said there; nobody is called. */
export const tellOfInterview = (chain: Chain, said: string, context: Context): OutgoingMessage[] =>
  tellDeciders(chain, { text: `【约谈】${namedChain(chain)}：${said}`, of: () => [], leaders: true }, context)
    .filter(({ to }) => !('room' in to) || to.room !== context.room?.name)
    .map(message => ({ ...message, mentions: [] }))
