import { conversation } from '../../../commands/conversation.ts'
import type { IncomingFile } from '../../../commands/message.ts'
import type { Person, Roster } from '../../../reports/roster/roster.ts'
import type { Conversations } from './conversations.ts'
import { roomsOf } from './membership.ts'
import { momentOf } from './moments.ts'
import { refuse } from './refusal.ts'
import type { SandboxOptions, Utterance } from './server.ts'

/** What the requests of the page act on. */
export interface Sandbox {
  options: SandboxOptions
  /** Changes when the process does; the page then forgets what it has read. */
  session: string
  bot: string
  conversations: Conversations
  post(utterance: Utterance): Promise<string>
  recall(id: string, from: string): Promise<void>
  /** Runs what moves the time, one at a time, and shows on every page that it is under way. */
  moveTime(work: () => Promise<void>): Promise<void>
  clock(): { now: string; moving: boolean }
}

type Body = Record<string, unknown>

/** All that the page shows: who, where, when, and what was said. */
export const stateOf = async (sandbox: Sandbox) => {
  const roster = await sandbox.options.roster()
  return {
    session: sandbox.session,
    bot: sandbox.bot,
    clock: sandbox.clock(),
    sampleDay: sandbox.options.playSampleDay !== undefined,
    rooms: roster.rooms,
    people: roster.people.map(person => ({ ...person, rooms: roomsOf(person, roster) })),
    /** Where someone sits who is not in the roster. */
    strangerRooms: roomsOf(null, roster),
    entries: sandbox.conversations.all(),
  }
}

/** The requests that change something, by path; each answers with an object for the page or throws a Refusal. */
export const requests: Record<string, (sandbox: Sandbox, body: Body) => Promise<object>> = {
  async '/api/messages'(sandbox, body) {
    const roster = await sandbox.options.roster()
    const room = body.room === null ? null : knownRoom(body.room, roster, sandbox.conversations)
    const text = body.text === undefined ? '' : string(body.text, '消息内容')
    const file = body.file == null ? undefined : readFile(body.file)
    if (text.trim() === '' && !file) refuse(400, '不能发送空白消息')
    const quote = body.quote == null ? undefined : string(body.quote, '引用的消息')
    return { id: await sandbox.post({ room, from: name(body.from), text, quote, file }) }
  },
  async '/api/recall'(sandbox, body) {
    await sandbox.recall(string(body.id, '消息编号'), name(body.from))
    return {}
  },
  async '/api/clock'(sandbox, body) {
    const { clock, nextWorkingDay } = sandbox.options
    const target = momentOf(body.to, clock.now(), nextWorkingDay)
    await sandbox.moveTime(() => clock.advanceTo(target))
    return sandbox.clock()
  },
  async '/api/sample-day'(sandbox) {
    const play = sandbox.options.playSampleDay ?? refuse(404, '这里没有样例日可以播放')
    await sandbox.moveTime(play)
    return sandbox.clock()
  },
}

const string = (value: unknown, what: string): string =>
  typeof value === 'string' ? value : refuse(400, `缺少${what}`)

const name = (value: unknown): Person['name'] => {
  const given = string(value, '发言人').trim()
  return given !== '' && given.length <= 64 ? given : refuse(400, '发言人姓名须为 1 至 64 个字')
}

const knownRoom = (value: unknown, roster: Roster, conversations: Conversations): string => {
  const room = string(value, '群名')
  return roster.rooms.some(known => known.name === room) || conversations.has(conversation({ room }))
    ? room
    : refuse(404, `没有名为“${room}”的群`)
}

const readFile = (value: unknown): { name: string; bytes: Uint8Array } => {
  const { name, base64 } = (typeof value === 'object' ? value : {}) as { name?: unknown; base64?: unknown }
  // Some browsers give a path with the name.
  const base = string(name, '文件名').split(/[\\/]/).at(-1)?.trim() || '未命名文件'
  return { name: base.slice(-200), bytes: Buffer.from(string(base64, '文件内容'), 'base64') }
}

/** The file as the bot gets it. */
export const incomingFile = ({ name, bytes }: { name: string; bytes: Uint8Array }): IncomingFile => ({
  name,
  size: bytes.length,
  read: async () => bytes,
})
