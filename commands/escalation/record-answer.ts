import { type Chain, type ChainAnswer, currentStep } from '../../reports/escalation/chain.ts'
import { answer } from '../../reports/escalation/chain-steps.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import type { Decider } from '../../reports/escalation/policy.ts'
import { isOpen } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { standingText } from '../../reports/hazards/hazard-text.ts'
import { businessDate } from '../../reports/time.ts'
import { saveChain } from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import type { Choice, OutgoingMessage } from '../message.ts'
import { answerChoices, endChoices, upChoices } from './chain-choices.ts'
import { decided } from './decide.ts'
import { hazardsOf, isListed } from './find-chain.ts'
import { tellDeciders } from './tell-deciders.ts'

/** Whether the same person has given the same answer to the rung at which a chain stands. */
export const isRepeated = (chain: Chain, said: Pick<ChainAnswer, 'by' | 'text'>): boolean =>
  currentStep(chain)?.answers.some(({ by, text }) => by === said.by && text === said.text) ?? false

/**
 * Stores an answer 反馈 to the rung at which a chain stands, and tells who decides what comes next, by one tap. What has
 * been said already adds nothing; refuses where nothing waits for an answer. `heading`: what stands in front of it.
 */
export async function recordAnswer(
  chain: Chain,
  said: ChainAnswer,
  context: Context,
  heading?: string,
): Promise<OutgoingMessage[]> {
  const { db, now, calendar, directory } = context
  if (isRepeated(chain, said)) return []
  const heard = decided(answer(chain, said, now, calendar), chain)
  await saveChain(db, heard)
  const step = currentStep(heard)!
  const hazards = await hazardsOf(heard, db)
  const left = hazards.filter(isOpen)
  const listed = await isListed(heard, db)
  const isLate = step.dueAt !== null && said.at > step.dueAt
  const today = businessDate(now)
  const standing =
    hazards.length === 0
      ? ''
      : left.length === 0
        ? '\n隐患均已销号。'
        : `\n未销号：${left.map(each => `${hazardNumber(each)}（${standingText(each, today)}）`).join('、')}。`
  const of = (role: Decider): Choice[] => [
    ...(left.length === 0 ? endChoices(heard, listed, role, directory) : []),
    ...answerChoices(heard, role, directory),
    // What is mended does not go up.
    ...(hazards.length > 0 && left.length === 0 ? [] : upChoices(heard, role)),
  ]
  return tellDeciders(
    heard,
    {
      text: `${heading ?? `【反馈】${namedChain(heard)}${step.rung}：${said.by}反馈`}${isLate ? '（逾期）' : ''}：${said.text}${standing}`,
      of,
    },
    context,
  )
}
