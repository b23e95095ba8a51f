import type { payloads, types } from 'wechaty'
import { contentOf, readAppMessage, speakerOf } from './app-message.ts'
import { isRoom, type RawMessage } from './client.ts'
import type { Repair } from './workplace.ts'

const system = 10_000
const recall = 10_002

type Kind = keyof typeof types.Message

const kinds: Record<number, Kind> = {
  1: 'Text',
  3: 'Image',
  34: 'Audio',
  42: 'Contact',
  43: 'Video',
  47: 'Emoticon',
  48: 'Location',
  49: 'Attachment',
  62: 'Video',
  [recall]: 'Recalled',
}

const appKinds: Record<number, Kind> = {
  1: 'Text',
  3: 'Url',
  4: 'Url',
  5: 'Url',
  6: 'Attachment',
  17: 'Location',
  19: 'ChatHistory',
  33: 'MiniProgram',
  36: 'MiniProgram',
  51: 'Post',
  53: 'GroupNote',
  57: 'Text',
  2000: 'Transfer',
  2001: 'RedEnvelope',
}

/**
 * Without it a room text is cut at the first line that ends in a colon, `&amp;` is not decoded, a quote 引用 is melted
 * into the text of who quotes, and every `@` searches the whole room three times. Mentions are left to the reader.
 */
export const wholeTexts: Repair = {
  puppet({ puppet }) {
    puppet.messageRawPayloadParser = async message => {
      const { types } = await import('wechaty')
      const content = contentOf(message)
      const app = kinds[message.MsgType] === 'Attachment' ? readAppMessage(content) : null
      const kind = app ? (appKinds[app.type] ?? 'Unknown') : (kinds[message.MsgType] ?? 'Unknown')
      const isFile = kind === 'Attachment'
      return {
        id: message.MsgId,
        timestamp: message.CreateTime,
        type: types.Message[kind],
        text: app?.title && !isFile ? app.title : content,
        ...(isFile && { filename: app?.title || message.FileName }),
        ...readPlace(message, content, () => puppet.currentUserId),
      } as payloads.Message
    }
  },
}

/** Who spoke, and where. */
function readPlace(message: RawMessage, content: string, self: () => string) {
  const { FromUserName: from, ToUserName: to, MsgType: type } = message
  const roomId = [from, to].find(isRoom)
  if (roomId !== undefined) {
    // What the platform itself says in a room has no speaker: the puppet gives the room for one.
    const unnamed = type === system ? roomId : ''
    return {
      roomId,
      talkerId: isRoom(from) ? (speakerOf(message) ?? unnamed) : from || self(),
      mentionIdList: [],
    }
  }
  // A recall by the account's own phone comes as if from the other.
  const own = type === recall && /你撤回了一条消息|You recalled a message/.test(content) && from !== self()
  return own ? { talkerId: self(), listenerId: from } : { talkerId: from || self(), listenerId: to }
}
