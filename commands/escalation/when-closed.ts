import { type Chain, currentStep, pendingStep } from '../../reports/escalation/chain.ts'
import { settle, takeBack } from '../../reports/escalation/chain-steps.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { openChainOf, saveChain } from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { isLeaders } from './authority.ts'
import { cancelLetters } from './cancel-letters.ts'
import { endChoices } from './chain-choices.ts'
import { hazardsOf, isListed, openHazardsOf } from './find-chain.ts'
import { tellDeciders } from './tell-deciders.ts'

/** Hazards have been closed 销号 or struck off: chains of escalation that were about nothing else come to their end. */
export async function whenClosed(hazards: TrackedHazard[], context: Context): Promise<OutgoingMessage[]> {
  const chains = new Map<number, Chain>()
  for (const hazard of hazards) {
    const chain = await openChainOf(context.db, hazard)
    if (chain !== null) chains.set(chain.id, chain)
  }
  const messages: OutgoingMessage[] = []
  for (const chain of chains.values())
    if ((await openHazardsOf(chain, context.db)).length === 0)
      messages.push(...(await withoutHazards(chain, context)))
  return messages
}

/**
 * Nothing is left to be done about the hazards of an open chain. What has not gone out does not; where nothing has, the
 * chain has come to its end, else who decides hears it and ends it by one tap.
 */
export async function withoutHazards(chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const { db, now, calendar, sender, directory } = context
  const hazards = await hazardsOf(chain, db)
  const outcome = hazards.every(({ state }) => state === 'void') ? '隐患已作废' : '隐患均已销号'
  const pending = pendingStep(chain)
  const by = sender.role === 'system' ? '系统' : sender.name
  const isUnheard = currentStep(chain) === null
  const left = isUnheard
    ? settle(chain, by, outcome, now)
    : pending === null
      ? { chain }
      : takeBack(chain, by, now, calendar)
  if ('obstacle' in left) return []
  await saveChain(db, left.chain)
  if (pending !== null) await cancelLetters(chain, context)
  const dropped = pending === null ? '' : `“${pending.rung}”尚未发出，不再发出`
  if (isUnheard)
    return tellDeciders(
      chain,
      { text: `${namedChain(chain)}：${outcome}，${dropped}，已办结。`, of: () => [] },
      context,
    )
  const listed = await isListed(chain, db)
  const leaders = isLeaders(left.chain, directory)
  return tellDeciders(
    left.chain,
    {
      text: `${namedChain(chain)}：${outcome}${dropped === '' ? '' : `，${dropped}`}。请${listed ? '厅领导摘牌' : leaders ? '厅领导办结' : '办结'}。`,
      of: role => endChoices(left.chain, listed, role, directory),
      leaders: listed || leaders,
    },
    context,
  )
}
