import type { Calendar } from '../../reports/calendar.ts'
import { type Chain, type ChainVerdict, type Decision, pendingStep } from '../../reports/escalation/chain.ts'
import { climb, holdTime, holdUntil } from '../../reports/escalation/chain-steps.ts'
import { chainName, namedChain } from '../../reports/escalation/chain-text.ts'
import { timesOf } from '../../reports/escalation/chain-wake.ts'
import type { Rung } from '../../reports/escalation/ladder.ts'
import { type Decider, ruleOf } from '../../reports/escalation/policy.ts'
import { saveChain } from '../../storage/chains.ts'
import { type Context, refuse } from '../command.ts'
import { inDaytime } from '../daytime.ts'
import { draftForChain } from '../letters/draft-for-chain.ts'
import type { OutgoingMessage } from '../message.ts'
import { laterText } from '../moment-text.ts'
import { readNote } from '../read-note.ts'
import { takeBackChoice } from './chain-choices.ts'
import { explainObstacle, whoDecides } from './explain-obstacle.ts'
import { openHazardsOf } from './find-chain.ts'
import { addresseeOfStep, copyRooms, isUnreachable, renderNotice } from './notice.ts'

/** The sender's decision for a rung, with the note that was written behind it. */
export function decisionOf(rung: Rung, said: string, { sender, message }: Context): Decision {
  return {
    rung,
    by: sender.name,
    role: sender.role as Decider,
    note: readNote(said),
    messageId: message.messageId,
  }
}

/** What was decided at night goes out in the morning; on a day off by daylight it goes out at once. */
export function outOfNight(chain: Chain, calendar: Calendar): Chain {
  const step = pendingStep(chain)
  if (step?.state !== 'held') return chain
  const at = new Date(step.releaseAt!)
  const later = inDaytime(at, calendar)
  return later > at ? holdUntil(chain, later) : chain
}

/** What became of a chain; refuses with what stands in the way. */
export const decided = (verdict: ChainVerdict, chain: Chain): Chain =>
  'obstacle' in verdict ? refuse(explainObstacle(verdict.obstacle, chain)) : verdict.chain

/** Goes up to a rung: it is held, or its letter drafted, and who decided sees what will go out. */
export async function goUp(chain: Chain, decision: Decision, context: Context): Promise<OutgoingMessage[]> {
  const { db, now, calendar } = context
  if (chain.state === 'open' && chain.hazards.length > 0 && (await openHazardsOf(chain, db)).length === 0)
    refuse(`${chainName(chain)}的隐患均已销号，无需升级，请办结：/办结 ${chain.id}`)
  const verdict = climb(chain, decision, now, calendar)
  if ('obstacle' in verdict && verdict.obstacle === 'role') refuse(whoDecides(decision.rung, chain.policy))
  const risen = outOfNight(decided(verdict, chain), calendar)
  await saveChain(db, risen)
  return tellDecision(risen, context)
}

/** What has been decided: what goes out, to whom, when, and how it is taken back. `remark`: a line that goes with it. */
export async function tellDecision(
  chain: Chain,
  context: Context,
  remark: string | null = null,
): Promise<OutgoingMessage[]> {
  const { now, calendar, directory } = context
  const step = pendingStep(chain)!
  const takeBack = takeBackChoice(chain)
  if (step.state === 'drafting') {
    const drafted = await draftForChain(chain, context)
    const state = drafted.length === 0 ? '未能自动起草，请发送“/提示函”起草' : '函件已起草，签发后发出'
    return [
      context.reply(
        `${namedChain(chain)}：已决定“${step.rung}”，${state}；签发前可撤销：${takeBack.command}${remark === null ? '' : `\n${remark}`}`,
      ),
      ...drafted,
    ]
  }
  const releaseAt = new Date(step.releaseAt!)
  const { dueAt } = timesOf(ruleOf(step.rung, chain.policy), null, releaseAt, calendar)
  const addressee = addresseeOfStep(chain, step, directory)
  const copies = copyRooms(chain, step, directory).filter(room => room !== addressee.room)
  const to = [...(addressee.room === null ? [] : [`“${addressee.room}”`]), ...addressee.government].join('、')
  const isAtNight = releaseAt.getTime() - now.getTime() > holdTime
  const unknownHead =
    ruleOf(step.rung, chain.policy).addressee === 'government' && addressee.government.length === 0
  const text = [
    `${namedChain(chain)}：${laterText(releaseAt, now)}发出“${step.rung}”，${isAtNight ? '夜间不打扰，此前' : '两分钟内'}可撤销。`,
    ...(remark === null ? [] : [remark]),
    isUnreachable(addressee)
      ? `注意：${chain.unit}没有登记报送群，无法送达；请联系值班员登记。`
      : `发往${to}${addressee.officers.length === 0 ? '' : `，提醒${addressee.officers.join('、')}`}${copies.length === 0 ? '' : `；抄送${copies.join('、')}`}。`,
    ...(unknownHead && addressee.room !== null
      ? [`名册中没有${chain.unit}政府主要负责人，仅发报送群，请另行送达。`]
      : []),
    '内容如下：',
    await renderNotice(chain, step, new Date(dueAt!), context),
  ].join('\n')
  return [context.reply(text, { choices: [takeBack], choicesUntil: releaseAt })]
}
