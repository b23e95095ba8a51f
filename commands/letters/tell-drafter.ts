import type { Letter } from '../../reports/letter/letter.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'

/** The drafter of a letter hears what somebody else has done with it; nobody where it was himself, or has left. */
export const tellDrafter = (letter: Letter, what: string, context: Context): OutgoingMessage[] =>
  letter.drafter === context.sender.name
    ? []
    : toDrafter(letter, context).map(to => ({
        ...to,
        text: `【提示】提示函稿${letter.id}《${letter.content.title}》已${what}。`,
      }))

/** Where a drafter is spoken to: drafts are worked on in the heads' group; who is not in it hears it in person. */
export function toDrafter(
  { drafter }: Letter,
  { directory }: Pick<Context, 'directory'>,
): Pick<OutgoingMessage, 'to' | 'mentions'>[] {
  const role = directory.person(drafter)?.role
  const rooms = role === 'divisionHead' ? directory.roomsFor('heads') : []
  if (rooms.length > 0) return rooms.map(room => ({ to: { room }, mentions: [drafter] }))
  return role === undefined ? [] : [{ to: { person: drafter } }]
}
