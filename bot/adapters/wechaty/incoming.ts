import type { Message, types } from 'wechaty'
import type { IncomingFile, IncomingMessage } from '../../../commands/message.ts'

interface SourcePerson {
  name(): string
  /** The remark 备注 that the bot's own account set on a friend: nobody else can set or see it. */
  alias(): Promise<string | undefined>
}

interface SourceRoom {
  topic(): Promise<string>
  /** The group card 群名片. */
  alias(person: SourcePerson): Promise<string | undefined>
}

/** What is read of a message of wechaty's, and no more. */
export interface SourceMessage
  extends Pick<Message, 'id' | 'self' | 'type' | 'text' | 'date' | 'mentionSelf' | 'toFileBox'> {
  talker(): SourcePerson
  room(): SourceRoom | undefined
}

/** The numbers by which wechaty tells kinds of messages; passed in, as wechaty is loaded late. */
export type MessageTypes = typeof types.Message

/** Reads a message; null for what the bot said itself and for all that is neither text, file nor recall 撤回. */
export async function readMessage(
  message: SourceMessage,
  types: MessageTypes,
): Promise<IncomingMessage | null> {
  if (message.self()) return null
  const content = await readContent(message, types)
  if (content === null) return null
  const room = message.room()
  return {
    id: message.id,
    at: message.date().toISOString(),
    room: room ? await room.topic() : null,
    from: await nameOf(message.talker(), room),
    text: '',
    ...content,
  }
}

async function readContent(
  message: SourceMessage,
  types: MessageTypes,
): Promise<Partial<IncomingMessage> | null> {
  switch (message.type()) {
    case types.Text:
      return { text: message.text(), mention: await message.mentionSelf() }
    case types.Attachment:
    case types.Image:
    case types.Video:
      return { file: await readFile(message) }
    case types.Recalled: {
      const recall = recalledId(message.text())
      return recall === null ? null : { recall }
    }
    default:
      return null
  }
}

/** In a room the group card, in private the remark; where there is none, the nickname. */
async function nameOf(person: SourcePerson, room: SourceRoom | undefined): Promise<string> {
  // A member who has just joined is not in the member list yet; the message counts nevertheless.
  const given = room ? await room.alias(person).catch(() => undefined) : await person.alias()
  return given || person.name()
}

/** Fetched at once, as it can be had for an hour only. What cannot be fetched fails when it is read, so that the sender hears of it. */
async function readFile(message: SourceMessage): Promise<IncomingFile> {
  try {
    const box = await message.toFileBox()
    const bytes = await box.toBuffer()
    return { name: box.name, size: null, read: async () => bytes }
  } catch (error) {
    return {
      name: '',
      size: null,
      read: async () => {
        throw error
      },
    }
  }
}

/**
 * Id of the message that a recall withdraws. It comes as the platform's XML, in which `newmsgid` prevails where it
 * stands, or as the bare id; null where it is neither.
 */
function recalledId(text: string): string | null {
  const tagged = /<newmsgid>(\d+)<\/newmsgid>/.exec(text) ?? /<msgid>(\d+)<\/msgid>/.exec(text)
  return tagged?.[1] ?? (/^[^\s<>]+$/.test(text) ? text : null)
}
