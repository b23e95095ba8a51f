import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'

/** Leaders are not always at hand: what they may tap stays open for so long, in milliseconds. */
const signingTime = 30 * 24 * 3_600_000

/** What the leaders 厅领导 may tap on a letter that waits for its signature. */
export const signingChoices = (
  id: number,
  { directory, now }: Pick<Context, 'directory' | 'now'>,
): Required<Pick<OutgoingMessage, 'choices' | 'choicesFor' | 'choicesUntil'>> => ({
  choices: [
    { label: '签发', command: `/签发 ${id}` },
    { label: '退回', command: `/退回 ${id}` },
  ],
  choicesFor: directory.peopleAs('leader'),
  choicesUntil: new Date(now.getTime() + signingTime),
})

/** Where the leaders 厅领导 hear of a letter that is theirs to sign: in their group; without one they are written to. */
export function toSigners({ directory }: Pick<Context, 'directory'>): OutgoingMessage['to'][] {
  const rooms = directory.roomsFor('leaders')
  return rooms.length > 0
    ? rooms.map(room => ({ room }))
    : directory.peopleAs('leader').map(person => ({ person }))
}
