import { type Chain, pendingStep } from '../../reports/escalation/chain.ts'
import { holdUntil, issue } from '../../reports/escalation/chain-steps.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import { planOn } from '../../reports/escalation/chain-wake.ts'
import { businessDate, moment } from '../../reports/time.ts'
import { saveChain } from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import { listPublicly } from '../listings/list-publicly.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { takeBackChoice } from './chain-choices.ts'
import { openHazardsOf } from './find-chain.ts'
import { addresseeOfStep, isUnreachable, notices } from './notice.ts'
import { tellDeciders } from './tell-deciders.ts'
import { withoutHazards } from './when-closed.ts'

/** Business time, HH:MM, at which it is tried again to reach a unit that has no group. */
const retryTime = '09:30'

/** The hold is over: the rung goes out, and its times begin to run. Nothing goes out about hazards that are closed. */
export async function releaseRung(chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const { db, now, calendar, directory } = context
  const pending = pendingStep(chain)
  if (pending?.state !== 'held') {
    await saveChain(db, planOn(chain, now, calendar))
    return []
  }
  if (chain.hazards.length > 0 && (await openHazardsOf(chain, db)).length === 0)
    return withoutHazards(chain, context)
  if (isUnreachable(addresseeOfStep(chain, pending, directory))) {
    const again = moment(calendar.nextWorkingDay(businessDate(now)), retryTime)
    const held = holdUntil(chain, again)
    await saveChain(db, held)
    return tellUndelivered(held, again, context)
  }
  const verdict = issue(chain, now, calendar)
  if ('obstacle' in verdict) return []
  await saveChain(db, verdict.chain)
  if (pending.rung === '挂牌督办') await listPublicly(verdict.chain, context)
  return notices(verdict.chain, context)
}

/** Nobody of the unit can be reached: who decided and the duty group hear it, and nobody's time runs. */
function tellUndelivered(chain: Chain, again: Date, context: Context): OutgoingMessage[] {
  const step = pendingStep(chain)!
  const text = `【督办未送达】${namedChain(chain)}“${step.rung}”未能发出：${chain.unit}没有登记报送群。`
  const retry = `登记后于${momentText(again)}自动发出。`
  return [
    ...tellDeciders(
      chain,
      {
        text: `${text}已请值班员登记，${retry}如不再需要，可撤销。`,
        of: () => [takeBackChoice(chain)],
      },
      context,
    ),
    ...context.directory.roomsFor('duty').map(
      (room): OutgoingMessage => ({
        to: { room },
        text: `${text}请将报送群登记入名册，${retry}`,
        priority: 'letter',
      }),
    ),
  ]
}
