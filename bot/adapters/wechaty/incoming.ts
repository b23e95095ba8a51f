import type { types } from 'wechaty'
import type { IncomingFile, IncomingMessage } from '../../../commands/message.ts'
import type { Db } from '../../../storage/database.ts'
import { idOfWords, keptId } from '../../../storage/inbox.ts'
import { withoutMentions } from './mentions.ts'
import type { People } from './people.ts'
import type { Puppet } from './puppet.ts'
import { type Quoted, recalledIds, splitQuote } from './references.ts'
import type { Rooms } from './rooms.ts'

/** The numbers by which wechaty tells kinds of messages; passed in, as wechaty is loaded late. */
export type MessageTypes = typeof types.Message

/** Quotes without an id are looked for by their words, so many days back. */
const quotedWithin = 7 * 24 * 60 * 60_000

interface Surroundings {
  db: Db
  puppet: Puppet
  types: MessageTypes
  people: People
  rooms: Rooms
  /** The part of a message that it quotes, where the puppet keeps it apart. */
  quotedOf?: (id: string) => Promise<Quoted | null>
}

/** Reads messages; null for what the bot said itself and for all that is neither text, file nor recall 撤回. */
export function createReader({ db, puppet, types, people, rooms, quotedOf }: Surroundings) {
  type Payload = Awaited<ReturnType<Puppet['messagePayload']>>
  const endings = new Map([
    [types.Image, '.jpg'],
    [types.Video, '.mp4'],
    [types.Audio, '.sil'],
  ])

  return async (id: string): Promise<IncomingMessage | null> => {
    const payload = await puppet.messagePayload(id)
    const { talkerId = '', roomId: place } = payload
    if (talkerId === puppet.currentUserId) return null
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
    }
  }

  async function readContent(
    payload: Payload,
  ): Promise<(Partial<IncomingMessage> & { quoted?: Quoted | null }) | null> {
    switch (payload.type) {
      case types.Text:
        return readText(payload)
      case types.Attachment:
      case types.Image:
      case types.Video:
      case types.Audio:
        return { file: fetchFile(payload) }
      case types.Recalled: {
        const ids = recalledIds(payload.text ?? '')
        const recall = (await keptId(db, ids)) ?? ids[0]
        return recall === undefined ? null : { recall }
      }
      default:
        return null
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

  /** The platform keeps files for an hour; they are fetched at once, not when somebody asks for them. */
  function fetchFile({ id, type, filename }: Payload): IncomingFile {
    const bytes = puppet.messageFile(id).then(box => box.toBuffer())
    // Whoever reads the file hears of the failure.
    bytes.catch(() => {})
    return { name: filename ?? id + (endings.get(type) ?? ''), size: null, read: () => bytes }
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
