import type { HazardEvent, HazardStep } from '../../../reports/hazards/hazard.ts'
import { lastOf } from './event-text.ts'

/** What answers a request for more time, or makes it pointless. */
const answering: HazardStep[] = ['postpone', 'refusePostponement', 'rectify', 'close', 'void', 'revive']

/** A unit's request for more time 申请延期 that nobody has decided. */
export interface OpenAsk {
  event: HazardEvent
  /** YYYY-MM-DD. */
  deadline: string
  reason: string
}

/** The request that waits for a decision, of all that was done about a hazard; null where none does. */
export function openAsk(events: HazardEvent[]): OpenAsk | null {
  const event = lastOf(events, 'ask', ...answering)
  if (event?.step !== 'ask') return null
  const [deadline = '', ...reason] = (event.note ?? '').split(' ')
  return { event, deadline, reason: reason.join(' ') }
}
