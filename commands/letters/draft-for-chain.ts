import { type Chain, pendingStep } from '../../reports/escalation/chain.ts'
import type { Context } from '../command.ts'
import { openHazardsOf } from '../escalation/find-chain.ts'
import type { OutgoingMessage } from '../message.ts'
import { draftLetter } from './draft-letter.ts'

/** The rung of the letter 提示函 has been decided on: drafts it, and shows it to who decided. */
export async function draftForChain(chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const unit = context.directory.unit(chain.unit)
  const step = pendingStep(chain)
  // A unit that the roster does not know any more has no government to write to.
  if (unit === null || step?.rung !== '提示函') return []
  const hazards = await openHazardsOf(chain, context.db)
  const { grounds } = chain
  return draftLetter({ unit, hazards, grounds, note: step.note }, step.by, context, { chain: chain.id })
}
