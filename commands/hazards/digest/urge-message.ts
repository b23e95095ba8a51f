import { placeName } from '../../../reports/daily/phrases.ts'
import type { Chain } from '../../../reports/escalation/chain.ts'
import { byUrgency } from '../../../reports/hazards/digest.ts'
import { howToAnswer, lineOf, supervisionMarks } from '../../../reports/hazards/digest-text.ts'
import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import type { Takeover } from '../../../reports/hazards/takeover.ts'
import { businessDate } from '../../../reports/time.ts'
import { type Context, roleName } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { answerableFor } from './answerable.ts'

/** What a group hears of hazards that are urged 催办: one message, its units one below the other. */
export function urgeMessage(
  room: string,
  hazards: readonly TrackedHazard[],
  { takeovers, chains }: { takeovers: Takeover[]; chains: readonly Chain[] },
  context: Pick<Context, 'directory' | 'now' | 'sender'>,
): OutgoingMessage {
  const { now, sender } = context
  const today = businessDate(now)
  const urged = byUrgency(hazards, today)
  const ofUnits = [...Map.groupBy(urged, ({ unit }) => unit)]
  const dated = urged.find(({ deadline }) => deadline !== null) ?? null
  const undated = urged.find(({ deadline }) => deadline === null) ?? null
  return {
    to: { room },
    text: [
      `【隐患催办】${sender.division ?? roleName(sender.role)}催办以下${urged.length}条隐患，请尽快整改并反馈：`,
      ...ofUnits.flatMap(([unit, ofUnit]) => [
        `${placeName(unit)}：`,
        ...ofUnit.map(hazard => lineOf(hazard, today, supervisionMarks(takeovers, chains))),
      ]),
      howToAnswer(dated, undated),
    ].join('\n'),
    mentions: [...new Set(ofUnits.flatMap(([unit]) => answerableFor(unit, urged, takeovers, context)))],
    priority: 'order',
  }
}
