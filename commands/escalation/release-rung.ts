import { type Chain, type ChainStep, pendingStep } from '../../reports/escalation/chain.ts'
import { holdTime, issue, takeBack } from '../../reports/escalation/chain-steps.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import { planOn } from '../../reports/escalation/chain-wake.ts'
import { saveChain } from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import { inDaytime } from '../daytime.ts'
import { listPublicly } from '../listings/list-publicly.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { upChoices } from './chain-choices.ts'
import { openHazardsOf } from './find-chain.ts'
import { addresseeOfStep, isUnreachable, notices } from './notice.ts'
import { tellDeciders, tellWhoDecided } from './tell-deciders.ts'
import { holdUndelivered } from './undelivered.ts'
import { withoutHazards } from './when-closed.ts'
import { isRectifiedSince } from './when-rectified.ts'

/**
 * The hold is over: the rung goes out, and its times begin to run. Nothing goes out about hazards that are closed, or
 * that have been reported rectified since it was decided.
 */
export async function releaseRung(chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const { db, now, calendar, directory } = context
  const pending = pendingStep(chain)
  if (pending?.state !== 'held') {
    await saveChain(db, planOn(chain, now, calendar))
    return []
  }
  if (chain.hazards.length > 0) {
    const open = await openHazardsOf(chain, db)
    if (open.length === 0) return withoutHazards(chain, context)
    if (await isRectifiedSince(open, pending.decidedAt, db)) return dropRectified(chain, pending, context)
  }
  if (isUnreachable(addresseeOfStep(chain, pending, directory)))
    return holdUndelivered(chain, pending, context)
  const verdict = issue(chain, now, calendar)
  if ('obstacle' in verdict) return []
  await saveChain(db, verdict.chain)
  if (pending.rung === '挂牌督办') await listPublicly(verdict.chain, context)
  return [...(await notices(verdict.chain, context)), ...tellDelay(chain, pending, context)]
}

/** What the unit has reported rectified meanwhile is not asked for blindly: who decided decides anew. */
async function dropRectified(
  chain: Chain,
  { rung, by }: ChainStep,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, now, calendar } = context
  const verdict = takeBack(chain, '系统', now, calendar)
  if ('obstacle' in verdict) return []
  const left = verdict.chain
  await saveChain(db, left)
  const isOpen = left.state === 'open'
  const text = `${namedChain(chain)}：隐患已报整改，“${rung}”未发出${isOpen ? '' : '，督办已撤销'}；如仍需发出请再次决定。`
  return tellDeciders(left, { text, by, of: role => (isOpen ? upChoices(left, role) : []) }, context)
}

/** Who decided hears when it went out at last, where it was not at the time that he was told. */
function tellDelay(chain: Chain, step: ChainStep, context: Context): OutgoingMessage[] {
  const { now, calendar, directory } = context
  const named = `${namedChain(chain)}“${step.rung}”`
  if (step.undeliveredAt !== null) {
    const text = `${named}原未送达，已于${momentText(now)}发出。`
    return [
      ...tellWhoDecided(step.by, text, context),
      ...directory.roomsFor('duty').map((room): OutgoingMessage => ({ to: { room }, text })),
    ]
  }
  const planned = inDaytime(new Date(Date.parse(step.decidedAt) + holdTime), calendar)
  return planned.toISOString() === step.releaseAt
    ? []
    : tellWhoDecided(step.by, `${named}因系统停机，改于${momentText(now)}发出。`, context)
}
