import type { Chain } from '../../../reports/escalation/chain.ts'
import { isAbout } from '../../../reports/escalation/grounds.ts'
import { unitDigests } from '../../../reports/hazards/digest.ts'
import { renderUnitDigest, supervisionMarks } from '../../../reports/hazards/digest-text.ts'
import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { type Takeover, takeoverOf } from '../../../reports/hazards/takeover.ts'
import { businessDate } from '../../../reports/time.ts'
import type { Context } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { answerableFor } from './answerable.ts'
import { remindedRoom } from './reminded-room.ts'

/** What each unit hears in its group of its hazards: what is due, overdue or undated, and what is its own to finish. */
export async function unitDigestMessages(
  hazards: readonly TrackedHazard[],
  { takeovers, chains }: { takeovers: Takeover[]; chains: readonly Chain[] },
  context: Pick<Context, 'db' | 'directory' | 'now'>,
): Promise<OutgoingMessage[]> {
  const today = businessDate(context.now)
  const isSupervised = (hazard: TrackedHazard) =>
    takeoverOf(hazard, takeovers) !== null || chains.some(chain => isAbout(chain, hazard))
  const messages: OutgoingMessage[] = []
  for (const digest of unitDigests(hazards, today, isSupervised)) {
    const { unit, overdue, due, undated, reported, reinspected } = digest
    const told = [...overdue, ...due, ...undated, ...reported, ...reinspected]
    const room = await remindedRoom(told[0]!, context)
    if (room === null) continue
    messages.push({
      to: { room },
      text: renderUnitDigest(digest, today, supervisionMarks(takeovers, chains)),
      mentions: answerableFor(unit, told, takeovers, context),
      bundle: true,
      // A bundle is an acknowledgement unless it says otherwise.
      priority: 'order',
    })
  }
  return messages
}
