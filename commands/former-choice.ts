import { businessTime } from '../reports/time.ts'
import { type FormerOffer, formerOffer } from '../storage/offers.ts'
import { type Context, confirmed, officials } from './command.ts'
import { conversationOf, mentionOf } from './conversation.ts'
import type { OutgoingMessage } from './message.ts'

/** More people than these are not named. */
const named = 3

/**
 * A number that is no choice of the sender's, or not any more: he hears who has answered it, or what to send instead.
 * `refusal` tells why a command would be refused now; null where it would not.
 */
export async function formerChoice(
  number: number,
  refusal: (command: string) => Promise<string | null>,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, message, room, sender, now } = context
  // In the committee group, and in one that the roster does not know, a number may be anything.
  if (message.room !== null && (room === null || room.roles.includes('committee'))) return []
  const offer = await formerOffer(db, conversationOf(message), number, sender.name, now)
  const said = offer === null ? null : await sayFormer(offer, refusal, context)
  return said === null ? [] : [context.reply(said, { mentions: mentionOf(context) })]
}

async function sayFormer(
  offer: FormerOffer,
  refusal: (command: string) => Promise<string | null>,
  { sender }: Context,
): Promise<string | null> {
  if (offer.kind === 'others')
    return officials.includes(sender.role) && offer.people.length <= named
      ? `该选项由${offer.people.join('、')}办理。`
      : null
  if (offer.kind === 'answered')
    // Who taps twice has been answered.
    return offer.by === null || offer.by === sender.name
      ? null
      : `该选项已由${offer.by}于${businessTime(new Date(offer.at))}办理。`
  // What was to be confirmed is asked anew.
  const again = offer.command.replace(new RegExp(`^(/\\S+ (?!${confirmed})\\S.*?) ${confirmed}.*$`), '$1')
  return (await refusal(again)) ?? `该选项已失效，请重新发送“${again}”。`
}
