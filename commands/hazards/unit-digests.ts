import { unitDigests } from '../../reports/hazards/digest.ts'
import { renderUnitDigest } from '../../reports/hazards/digest-text.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { type Takeover, takeoverOf } from '../../reports/hazards/takeover.ts'
import { businessDate } from '../../reports/time.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { remindedRoom } from './reminded-room.ts'
import { unitOfficers } from './tell-about.ts'

/** What each unit hears in its group of its hazards that are due, overdue or undated; its officers are mentioned. */
export async function unitDigestMessages(
  hazards: readonly TrackedHazard[],
  takeovers: Takeover[],
  context: Pick<Context, 'db' | 'directory' | 'now'>,
): Promise<OutgoingMessage[]> {
  const today = businessDate(context.now)
  const messages: OutgoingMessage[] = []
  for (const digest of unitDigests(hazards, today)) {
    const [any] = [...digest.overdue, ...digest.due, ...digest.undated]
    const room = await remindedRoom(any!, context)
    if (room === null) continue
    messages.push({
      to: { room },
      text: renderUnitDigest(digest, today, hazard => takeoverOf(hazard, takeovers) !== null),
      mentions: unitOfficers(digest, context),
      bundle: true,
      // A bundle is an acknowledgement unless it says otherwise.
      priority: 'order',
    })
  }
  return messages
}
