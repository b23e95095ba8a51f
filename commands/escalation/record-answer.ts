import type { Chain, ChainAnswer } from '../../reports/escalation/chain.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'

/** Stores an answer 反馈 to the rung at which a chain stands, and tells who decides what comes next, by one tap. */
export async function recordAnswer(
  _chain: Chain,
  _said: ChainAnswer,
  _context: Context,
): Promise<OutgoingMessage[]> {
  return []
}
