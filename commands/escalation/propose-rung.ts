import { type Chain, type ChainStep, currentRung, currentStep } from '../../reports/escalation/chain.ts'
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
import { isLeaders } from './authority.ts'
import { answerChoices, endChoices, inspectChoices, keepChoices, upChoices } from './chain-choices.ts'
import { hazardsOf, isListed } from './find-chain.ts'
import { tellDeciders } from './tell-deciders.ts'

/** Characters of an answer that are quoted. */
const quoteLimit = 60

/** At the deadline of a rung: who decides hears how it stands, and the next rung or the end 办结 by one tap. */
export const proposeAtDeadline = (chain: Chain, context: Context): Promise<OutgoingMessage[]> =>
  propose('督办到期', chain, context)

/** The same again, as nobody has decided. */
export const proposeAgain = (chain: Chain, context: Context): Promise<OutgoingMessage[]> =>
  propose('督办待决', chain, context)

async function propose(title: string, chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const { db, now, directory } = context
  const step = currentStep(chain)
  if (step === null) return []
  const hazards = await hazardsOf(chain, db)
  const left = hazards.filter(isOpen)
  const isMended = hazards.length > 0 && left.length === 0
  const isDone = isMended || (hazards.length === 0 && step.state === 'answered')
  // What has been reported rectified is re-inspected before anything else is decided.
  const inspect = left.some(({ state }) => state === 'rectifying') ? [] : inspectChoices(left)
  const listed = await isListed(chain, db)
  const byLeaders = listed || isLeaders(chain, directory)
  const up = rungAbove(currentRung(chain))
  const deciders = up === null ? null : ruleOf(up, chain.policy).deciders
  const text = [
    `【${title}】${namedChain(chain)}：${step.rung}${inspect.length > 0 ? '已报整改，待复查' : answeredText(step)}。`,
    ...quotes(step),
    ...hazardLines(hazards, left, now),
    inspect.length > 0 ? '请先复查。' : proposal(isDone, listed, byLeaders, up, deciders),
  ].join('\n')
  const of = (role: Decider): Choice[] => [
    ...inspect,
    ...(isDone ? endChoices(chain, listed, role, directory) : []),
    ...(isMended ? [] : upChoices(chain, role)),
    ...(isDone || inspect.length > 0 ? [] : keepChoices(chain, role)),
    ...(isMended || inspect.length > 0 ? [] : answerChoices(chain, role, directory)),
  ]
  // Again only those are asked who can decide.
  const leadersAlone = deciders !== null && !deciders.includes('divisionHead') && inspect.length === 0
  const leaders = isDone ? byLeaders : title === '督办到期' || leadersAlone
  const next = nextDecider(isDone, byLeaders, leadersAlone, up === null && inspect.length === 0)
  return tellDeciders(chain, { text, of, leaders, next }, context)
}

/** Who is to decide now; undefined where there is nothing to decide on. */
function nextDecider(
  isDone: boolean,
  byLeaders: boolean,
  leadersAlone: boolean,
  isTop: boolean,
): Decider | undefined {
  if (isDone) return byLeaders ? 'leader' : 'divisionHead'
  if (isTop) return undefined
  return leadersAlone ? 'leader' : 'divisionHead'
}

function answeredText({ state, dueAt, answers }: ChainStep): string {
  if (state === 'answered') return '已反馈'
  const silent = answers.length > 0 ? '原反馈被退回后未再反馈' : '未反馈'
  return `限${momentText(new Date(dueAt!))}前反馈，已逾期，该单位${silent}`
}

/** What was answered last in short, and what came of the interview 约谈, if there was one. */
function quotes({ answers }: ChainStep): string[] {
  const standing = answers.filter(({ refused }) => refused === undefined)
  const last = standing.at(-1)
  const held = standing.findLast(({ interview }) => interview !== undefined)
  return [...new Set([held, last])].flatMap(said =>
    said === undefined
      ? []
      : [`${said === held ? '' : `${said.by}反馈：`}${said === held ? said.text : shortened(said.text)}`],
  )
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s*\n\s*/g, ' ')]
  return characters.length <= quoteLimit
    ? characters.join('')
    : `${characters.slice(0, quoteLimit).join('')}……`
}

const hazardLines = (hazards: TrackedHazard[], left: TrackedHazard[], now: Date): string[] => {
  if (hazards.length === 0) return []
  if (left.length === 0) return ['隐患均已销号。']
  const today = businessDate(now)
  return [
    `未销号隐患：${left.map(each => `${hazardNumber(each)}（${standingText(each, today)}）`).join('、')}。`,
  ]
}

function proposal(
  isDone: boolean,
  listed: boolean,
  byLeaders: boolean,
  up: Rung | null,
  deciders: Decider[] | null,
): string {
  if (isDone) return listed ? '建议厅领导摘牌。' : byLeaders ? '建议厅领导办结。' : '建议办结。'
  if (up === null) return '已是最高一级，请继续督促整改。'
  return `是否升级为${up}，请${deciders!.includes('divisionHead') ? '分管处长或厅领导' : '厅领导'}决定。`
}
