import { type Chain, currentRung, currentStep } from '../../reports/escalation/chain.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import { type Rung, rungAbove } from '../../reports/escalation/ladder.ts'
import { type Decider, ruleOf } from '../../reports/escalation/policy.ts'
import { isOpen, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { standingText } from '../../reports/hazards/hazard-text.ts'
import { businessDate } from '../../reports/time.ts'
import type { Context } from '../command.ts'
import type { Choice, OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { answerChoices, endChoices, keepChoices, upChoices } from './chain-choices.ts'
import { hazardsOf, isListed } from './find-chain.ts'
import { tellDeciders } from './tell-deciders.ts'

/** At the deadline of a rung: who decides hears how it stands, and the next rung or the end 办结 by one tap. */
export const proposeAtDeadline = (chain: Chain, context: Context): Promise<OutgoingMessage[]> =>
  propose('督办到期', chain, context)

/** The same again, as nobody has decided. */
export const proposeAgain = (chain: Chain, context: Context): Promise<OutgoingMessage[]> =>
  propose('督办待决', chain, context)

async function propose(title: string, chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const { db, now } = context
  const step = currentStep(chain)
  if (step === null) return []
  const hazards = await hazardsOf(chain, db)
  const left = hazards.filter(isOpen)
  const isMended = hazards.length > 0 && left.length === 0
  const isDone = isMended || (hazards.length === 0 && step.state === 'answered')
  const listed = await isListed(chain, db)
  const up = rungAbove(currentRung(chain))
  const deciders = up === null ? null : ruleOf(up, chain.policy).deciders
  const due = momentText(new Date(step.dueAt!))
  const answered =
    step.state === 'answered'
      ? '已反馈'
      : `限${due}前反馈，已逾期，该单位${step.answers.length > 0 ? '原反馈被退回后未再反馈' : '未反馈'}`
  const text = [
    `【${title}】${namedChain(chain)}：${step.rung}${answered}。`,
    ...hazardLines(hazards, left, now),
    proposal(isDone, listed, up, deciders),
  ].join('\n')
  const of = (role: Decider): Choice[] => [
    ...(isDone ? endChoices(chain, listed, role) : []),
    ...(isMended ? [] : upChoices(chain, role)),
    ...(isDone ? [] : keepChoices(chain, role)),
    ...(isMended ? [] : answerChoices(chain)),
  ]
  // Again only those are asked who can decide.
  const leadersAlone = deciders !== null && !deciders.includes('divisionHead')
  const leaders = isDone ? listed : title === '督办到期' || leadersAlone
  return tellDeciders(chain, { text, of, leaders }, context)
}

const hazardLines = (hazards: TrackedHazard[], left: TrackedHazard[], now: Date): string[] => {
  if (hazards.length === 0) return []
  if (left.length === 0) return ['隐患均已销号。']
  const today = businessDate(now)
  return [
    `未销号隐患：${left.map(each => `${hazardNumber(each)}（${standingText(each, today)}）`).join('、')}。`,
  ]
}

function proposal(isDone: boolean, listed: boolean, up: Rung | null, deciders: Decider[] | null): string {
  if (isDone) return listed ? '建议厅领导摘牌。' : '建议办结。'
  if (up === null) return '已是最高一级，请继续督促整改。'
  return `是否升级为${up}，请${deciders!.includes('divisionHead') ? '分管处长或厅领导' : '厅领导'}决定。`
}
