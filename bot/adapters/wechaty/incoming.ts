import type { types } from 'wechaty'
import type { IncomingFile, IncomingMessage } from '../../../commands/message.ts'
import type { Db } from '../../../storage/database.ts'
import { idOfWords, keptId } from '../../../storage/inbox.ts'
import { withoutMentions } from './mentions.ts'
import type { People } from './people.ts'
import type { Puppet } from './puppet.ts'
import { type Quoted, recalledIds, splitQuote } from './references.ts'
import type { Rooms } from './rooms.ts'

/** The numbers by which wechaty tells kinds of messages and contacts; passed in, as wechaty is loaded late. */
export type WechatyTypes = Pick<typeof types, 'Message' | 'Contact'>

/** Quotes without an id are looked for by their words, so many days back. */
const quotedWithin = 7 * 24 * 60 * 60_000

/** Accounts of WeChat's own. */
const services = new Set(['weixin', 'filehelper', 'fmessage', 'newsapp', 'medianote', 'notifymessage'])

/** A file may take so long, in milliseconds: what is said behind it in its group waits. */
const fetchingTime = 20_000

interface Surroundings {
  db: Db
  puppet: Puppet
  types: WechatyTypes
  people: People
  rooms: Rooms
  /** The part of a message that it quotes, where the puppet keeps it apart. */
  quotedOf?: (id: string) => Promise<Quoted | null>
}

/** Reads messages; null for what the bot said itself and for all that is neither text, file nor recall 撤回. */
export function createReader({
  db,
  puppet,
  types: { Message, Contact },
  people,
  rooms,
  quotedOf,
}: Surroundings) {
  type Payload = Awaited<ReturnType<Puppet['messagePayload']>>
  const endings = new Map([
    [Message.Image, '.jpg'],
    [Message.Video, '.mp4'],
    [Message.Audio, '.sil'],
  ])
  /** What the chat shows in place of what is no text. */
  const placeholders = new Map([
    [Message.ChatHistory, '[聊天记录]'],
    [Message.Url, '[链接]'],
    [Message.MiniProgram, '[小程序]'],
    [Message.Location, '[位置]'],
    [Message.Contact, '[名片]'],
  ])

  return async (id: string): Promise<IncomingMessage | null> => {
    const payload = await puppet.messagePayload(id)
    const { talkerId = '', roomId: place } = payload
    if (talkerId === puppet.currentUserId || (!place && (await isService(talkerId)))) return null
    const content = await readContent(payload)
    if (content === null) return null
    const room = place ? await rooms.roomAt(place) : null
    const { name, claimed } = place
      ? await people.memberSender(place, talkerId)
      : await people.directSender(talkerId)
    const { quoted, ...said } = content
    const at = new Date(payload.timestamp * 1000)
    const conversation = place ? (room ?? null) : null
    const quote = quoted && (await quotedId(quoted, conversation, at))
    return {
      id,
      at: at.toISOString(),
      room: place ? (room ?? (await topicOf(place))) : null,
      from: name,
      text: '',
      ...(claimed && { claimed }),
      ...(place && { place }),
      ...(place && room === null && { unbound: true }),
      ...said,
      ...(quote && { quote }),
      ...(quoted && { quotedText: quoted.text }),
    }
  }

  /** Official accounts 公众号 and WeChat's own are nobody to talk to. */
  async function isService(id: string): Promise<boolean> {
    return services.has(id) || (await puppet.contactPayload(id)).type === Contact.Official
  }

  async function readContent(
    payload: Payload,
  ): Promise<(Partial<IncomingMessage> & { quoted?: Quoted | null }) | null> {
    switch (payload.type) {
      case Message.Text:
      // 接龙: a list that members of a group add to; the whole of it comes each time.
      case Message.GroupNote:
        return readText(payload)
      case Message.Attachment:
      case Message.Image:
      case Message.Video:
      case Message.Audio:
        return { file: await takeFile(payload) }
      case Message.Recalled: {
        const ids = recalledIds(payload.text ?? '')
        const recall = (await keptId(db, ids)) ?? ids[0]
        return recall === undefined ? null : { recall }
      }
      default: {
        const text = placeholders.get(payload.type)
        return text === undefined ? null : { text }
      }
    }
  }

  async function readText(payload: Payload) {
    const whole = payload.text ?? ''
    const { quoted, text } = quotedOf
      ? { quoted: await quotedOf(payload.id), text: whole }
      : splitQuote(whole)
    if (!payload.roomId) return { text, quoted }
    const self = puppet.currentUserId
    const { name } = await puppet.contactPayload(self)
    const { text: rest, mentioned } = withoutMentions(text, [
      await people.shownIn(payload.roomId, self),
      name,
    ])
    const mention = mentioned || ('mentionIdList' in payload && !!payload.mentionIdList?.includes(self))
    return { text: rest, quoted, mention }
  }

  /** Files of groups that are none of the roster's are not fetched: they are nobody's business here. */
  async function takeFile(payload: Payload): Promise<IncomingFile> {
    const { id, type, filename, roomId } = payload
    const name = filename ?? id + (endings.get(type) ?? '')
    const isOurs = !roomId || (await rooms.mayBeOurs(roomId))
    return { name, size: null, read: isOurs ? fetchFile(id) : () => Promise.reject(new Error('not fetched')) }
  }

  /** The platform keeps files for an hour; they are fetched at once, not when somebody asks for them. */
  function fetchFile(id: string): () => Promise<Uint8Array> {
    const bytes = inTime(puppet.messageFile(id).then(box => box.toBuffer()))
    // Whoever reads the file hears of the failure.
    bytes.catch(() => {})
    return () => bytes
  }

  async function topicOf(place: string): Promise<string> {
    const { topic } = await puppet.roomPayload(place)
    return topic || '未命名群'
  }

  async function quotedId({ id, text }: Quoted, room: string | null, at: Date): Promise<string | null> {
    const known = id === null ? null : await keptId(db, [id])
    const words = text.trim()
    if (known !== null || words === '') return known
    return idOfWords(db, { room, words, since: new Date(at.getTime() - quotedWithin) })
  }
}

/** Rejects where it takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('took too long')), fetchingTime)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}
