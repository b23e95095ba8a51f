import type { Chain } from '../../reports/escalation/chain.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'

/** The rung of the letter 提示函 has been decided on: drafts it, and shows it to who decided. */
export async function draftForChain(_chain: Chain, _context: Context): Promise<OutgoingMessage[]> {
  return []
}
