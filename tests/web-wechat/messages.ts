import { encodeContent, type Quoted } from './content.ts'
import type { FakePerson, FakeRoom } from './world.ts'

/** A message as webwxsync hands it out. */
export interface RawMessage {
  MsgId: string
  MsgType: number
  FromUserName: string
  ToUserName: string
  Content: string
  /** Seconds since 1970. */
  CreateTime: number
  [more: string]: unknown
}

/** Kinds of messages by the platform's numbers. */
export const messageTypes = { text: 1, image: 3, video: 43, app: 49, system: 10_000, recall: 10_002 }

/** What was said, by whom, and where. */
export interface FakeMessage {
  id: string
  type: number
  /** null for what the platform itself says in a room. */
  from: FakePerson | null
  /** null for what is said in private. */
  room: FakeRoom | null
  /** The text, or the XML of what is no text. */
  content: string
  at: Date
  /** File or picture that comes with it, by the id under which it is fetched. */
  media?: { name: string; bytes: Buffer; id: string }
  appType?: number
}

/** All messages that were ever said, so that they can be quoted, recalled and fetched. */
export class Messages {
  readonly #said = new Map<string, FakeMessage>()
  readonly #media = new Map<string, Buffer>()
  #count = 0

  /** Ids have 19 digits, as the platform's do. */
  nextId(): string {
    return `7112${String(++this.#count * 7919).padStart(15, '0')}`
  }

  add(message: FakeMessage): void {
    this.#said.set(message.id, message)
    if (message.media) this.#media.set(message.media.id, message.media.bytes)
  }

  find(id: string): FakeMessage | undefined {
    return this.#said.get(id)
  }

  /** Bytes by the id of a file or of the message that it came with. */
  findMedia(id: string): Buffer | undefined {
    return this.#media.get(id) ?? this.#said.get(id)?.media?.bytes
  }
}

/** Encodes a message as the server does. */
export function encodeMessage(message: FakeMessage, self: FakePerson): RawMessage {
  const { id, type, from, room, content, at, media, appType = 0 } = message
  const own = from === self
  const sender = room && from && !own ? `${from.id}:<br/>` : ''
  return {
    MsgId: id,
    NewMsgId: Number(id),
    MsgType: type,
    AppMsgType: appType,
    SubMsgType: 0,
    Status: 3,
    FromUserName: own || !room ? (from ?? self).id : room.id,
    ToUserName: own && room ? room.id : self.id,
    Content: sender + encodeContent(content),
    CreateTime: Math.floor(at.getTime() / 1000),
    FileName: type === messageTypes.app && media ? media.name : '',
    FileSize: media ? String(media.bytes.length) : '',
    MediaId: media?.id ?? '',
    Url: '',
    ImgStatus: type === messageTypes.image ? 2 : 1,
    ForwardFlag: 0,
    HasProductId: 0,
    Ticket: '',
    StatusNotifyCode: 0,
    StatusNotifyUserName: '',
    RecommendInfo: {},
    AppInfo: { AppID: '', Type: 0 },
  }
}

/** What a quote says of a message that was said before. */
export const quoteOf = (message: FakeMessage, shownAs: string): Quoted => ({
  id: message.id,
  type: message.type,
  from: { id: message.from?.id ?? '', shownAs },
  roomId: message.room?.id ?? '',
  content: message.content,
})
