import type { Chain } from '../../reports/escalation/chain.ts'
import { openChain } from '../../reports/escalation/chain-steps.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import { type Rung, rungs } from '../../reports/escalation/ladder.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { addChain, openChainOf, openChains } from '../../storage/chains.ts'
import { type Context, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { type ChainSubject, readChainSubject } from './chain-subject.ts'
import { decisionOf, outOfNight, tellDecision } from './decide.ts'
import { whoDecides } from './explain-obstacle.ts'

/** The open chain that hazards are in already, all of them; null where none is in any. Refuses what is in several. */
export async function chainOfHazards(hazards: TrackedHazard[], { db }: Context): Promise<Chain | null> {
  const found: { number: string; chain: Chain | null }[] = []
  for (const hazard of hazards)
    found.push({ number: hazardNumber(hazard), chain: await openChainOf(db, hazard) })
  const chain = found.find(each => each.chain !== null)?.chain ?? null
  const others = found.filter(each => each.chain?.id !== chain?.id)
  if (chain === null || others.length === 0) return chain
  const inside = found.filter(each => each.chain?.id === chain.id).map(({ number }) => number)
  return refuse(
    `${inside.join('、')}已在${chainName(chain)}中，${others.map(({ number }) => number).join('、')}不在，请分别办理；查看请发送“/督办 ${chain.id}”。`,
  )
}

/** Begins a chain on its lowest rung, or where a leader says; `said` is the note 说明, needed where there is no ground. */
export async function beginChain(
  about: ChainSubject,
  rung: Rung | null,
  said: string,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, now, calendar } = context
  const { unit, enterprise, hazards } = about
  const decision = decisionOf(rung ?? rungs[0], said, context)
  const subject = await readChainSubject(about, context)
  if (subject.grounds.length === 0 && decision.note === null) refuse(noGround(unit, hazards))
  const verdict = openChain(subject, decision, now, calendar)
  // What stands in the way of a chain that does not exist yet is its rung.
  if ('obstacle' in verdict)
    return refuse(
      verdict.obstacle === 'skips'
        ? `一次一级；越级由厅领导决定。请从“${rungs[0]}”开始。`
        : whoDecides(decision.rung, subject.policy),
    )
  const opened = await addChain(db, outOfNight(verdict.chain, calendar))
  const others = (await openChains(db)).filter(
    chain =>
      chain.id !== opened.id && enterprise !== null && chain.unit === unit && chain.enterprise === enterprise,
  )
  const remark = others.length === 0 ? null : `该企业另有${others.map(chainName).join('、')}。`
  return tellDecision(opened, context, remark)
}

const noGround = (unit: string, hazards: TrackedHazard[]): string =>
  `未见督办事由（逾期、重复、重大、缺报、核实不符）。如确需督办，请写明说明，例如：/督办 ${hazards.length === 0 ? unit : hazards.map(hazardNumber).join(' ')} 企业拒不整改`
