import {
  type Chain,
  type ChainAnswer,
  type ChainStep,
  currentStep,
  isLapsed,
} from '../../reports/escalation/chain.ts'
import { groundsText, namedChain } from '../../reports/escalation/chain-text.ts'
import { interviewText } from '../../reports/escalation/interview-text.ts'
import type { Decider } from '../../reports/escalation/policy.ts'
import { isOpen } from '../../reports/hazards/hazard.ts'
import { hazardText } from '../../reports/hazards/hazard-text.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { businessDate } from '../../reports/time.ts'
import { interviewsOf } from '../../storage/interviews.ts'
import { sentLetterOfChain } from '../../storage/letters.ts'
import type { Context } from '../command.ts'
import type { Choice, OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { answerChoices, endChoices, takeBackChoices, upChoices } from './chain-choices.ts'
import { hazardsOf, isListed } from './find-chain.ts'

/** A chain as it stands: its hazards, each rung with its answers, and what may be done now. `because`: a line in front. */
export async function showChain(chain: Chain, context: Context, because?: string): Promise<OutgoingMessage> {
  const { db, now, sender, directory } = context
  const hazards = await hazardsOf(chain, db)
  const grounds = groundsText(chain)
  const letter = await sentLetterOfChain(db, chain.id)
  const answers = chain.steps.flatMap(step => step.answers)
  // One that was held while the chain stood elsewhere answers no rung.
  const apart = (await interviewsOf(db, chain.id)).filter(
    ({ id }) => !answers.some(({ interview }) => interview === id),
  )
  const text = [
    ...(because === undefined ? [] : [because]),
    `【督办】${namedChain(chain)}${endedText(chain)}`,
    ...(grounds === null ? [] : [`事由：${grounds}`]),
    ...hazards.map(hazard => hazardText(hazard, businessDate(now))),
    ...chain.steps.flatMap(step =>
      stepLines(step, step === currentStep(chain), letter === null ? null : letterName(letter), now),
    ),
    ...apart.map(interviewText),
  ].join('\n')
  if (chain.state !== 'open') return context.reply(text)
  const role = sender.role as Decider
  const isMended = hazards.length > 0 && !hazards.some(isOpen)
  const canEnd = isMended || (hazards.length === 0 && answers.length > 0)
  const choices: Choice[] = [
    ...(canEnd ? endChoices(chain, await isListed(chain, db), role, directory) : []),
    ...takeBackChoices(chain, role, directory),
    ...(isMended ? [] : upChoices(chain, role)),
    ...answerChoices(chain, role, directory),
  ]
  return context.reply(text, { choices })
}

const endedText = ({ state, endedBy, endedAt, outcome }: Chain): string =>
  state === 'open'
    ? '在办'
    : `已${state === 'settled' ? '办结' : '撤销'}（${endedBy}，${momentText(new Date(endedAt!))}）${state === 'settled' ? `：${outcome}` : ''}`

function stepLines(step: ChainStep, stands: boolean, letter: string | null, now: Date): string[] {
  const isSent = step.rung === '提示函' && step.issuedAt !== null && letter !== null
  const decided = `${step.rung}${isSent ? `（${letter}）` : ''}：${step.by}${momentText(new Date(step.decidedAt))}决定`
  const note = step.note === null ? '' : `；说明：${step.note}`
  return [`${decided}，${stateText(step, stands, now)}${note}`, ...step.answers.map(answerLine)]
}

function answerLine({ by, at, text, interview, refused }: ChainAnswer): string {
  const what = interview === undefined ? '反馈' : '登记'
  const back = refused === undefined ? '' : `已退回${refused === '' ? '' : `（${refused}）`}`
  return `　${momentText(new Date(at))} ${by}${what}${back}：${text}`
}

/** How far a rung is; one that another has followed is not waited for any more. */
function stateText(step: ChainStep, stands: boolean, now: Date): string {
  switch (step.state) {
    case 'held':
      return `${momentText(new Date(step.releaseAt!))}发出`
    case 'drafting':
      return '函件待签发'
    case 'withdrawn':
      return '已撤销，未发出'
    case 'issued':
      return `${momentText(new Date(step.issuedAt!))}发出，${stands ? standingText(step, now) : '未反馈'}`
    case 'answered':
      return `${momentText(new Date(step.issuedAt!))}发出，已反馈`
  }
}

/** 限5月20日17:00前反馈，已逾期: how the rung that has gone out stands. */
export function standingText(step: ChainStep, now: Date): string {
  if (step.state === 'answered') return '已反馈'
  const due = `限${momentText(new Date(step.dueAt!))}前反馈`
  const refused = step.answers.length > 0 ? '（原反馈已退回）' : ''
  return `${due}${isLapsed(step, now) ? '，已逾期' : ''}${refused}`
}
