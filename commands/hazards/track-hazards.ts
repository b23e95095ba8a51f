import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'

/** Brings the ledger 台账 up to what reports say now that have come in, changed, or been taken back. */
export async function trackHazards(_reports: number[], _context: Context): Promise<OutgoingMessage[]> {
  return []
}
