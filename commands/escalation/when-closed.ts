import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'

/** Hazards have been closed 销号 or struck off: chains of escalation that were about nothing else come to their end. */
export async function whenClosed(_hazards: TrackedHazard[], _context: Context): Promise<OutgoingMessage[]> {
  return []
}
