import type { Context } from './command.ts'
import { trackHazards } from './hazards/tracking/track-hazards.ts'
import type { OutgoingMessage } from './message.ts'
import { type ReportChange, settleByCorrection } from './verification/verify-corrected.ts'

/** What follows from reports that have come in, changed or been taken back: for their verifications and hazards. */
export async function followChanges(changes: ReportChange[], context: Context): Promise<OutgoingMessage[]> {
  return [
    ...(await settleByCorrection(changes, context)),
    ...(await trackHazards([...new Set(changes.map(({ number }) => number))], context)),
  ]
}
