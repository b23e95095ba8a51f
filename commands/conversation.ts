import type { Room } from '../reports/roster/roster.ts'
import type { InboxRow } from '../storage/inbox.ts'
import type { Context } from './command.ts'
import type { OutgoingMessage } from './message.ts'

/** A room or a direct exchange with one person, as one text: order, offers and pace are kept for each. */
export const conversation = (to: OutgoingMessage['to']): string =>
  'room' in to ? `room:${to.room}` : `person:${to.person}`

/** The room or person of a conversation. */
export function addressee(text: string): OutgoingMessage['to'] {
  const name = text.slice(text.indexOf(':') + 1)
  return text.startsWith('room:') ? { room: name } : { person: name }
}

/** The conversation in which a message was said. */
export const conversationOf = (message: Pick<InboxRow, 'room' | 'sender'>): string =>
  conversation(message.room === null ? { person: message.sender } : { room: message.room })

/** When the message was sent; no later than now, whatever the platform's clock says. */
export const sentAtOf = ({ message, now }: Pick<Context, 'message' | 'now'>): Date =>
  new Date(Math.min(Date.parse(message.at), now.getTime()))

/** In a group an answer that asks for something is addressed to who is asked. */
export const mentionOf = ({ message, sender }: Context): string[] =>
  message.room === null || sender.role === 'system' ? [] : [sender.name]

/** Whether what is posted in a room may be a report: a reporting group 报送群, or that of the province's own 省本级. */
export const takesReports = (room: Room | null): boolean =>
  room?.roles.some(role => role === 'reporting' || role === 'provincial') ?? false

/** Whether a table that is posted in a room is read: one of reports, or in a group of the department its policy. */
export const takesTables = (room: Room | null): boolean =>
  takesReports(room) || (room?.roles.some(role => role === 'duty' || role === 'leaders') ?? false)
