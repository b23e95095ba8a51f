import type { Room } from '../../reports/roster/roster.ts'
import { roomRoles } from '../../reports/roster/roster-sheets.ts'
import { bindRoom, type RoomBinding, roomBindings } from '../../storage/bindings.ts'
import { releaseHeld } from '../../storage/inbox.ts'
import { topicOf } from '../../storage/places.ts'
import { type Context, cancelled, confirmed, defineCommand, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { readChannelState } from './channel-state.ts'
import { unboundName } from './identity.ts'
import { findRoom } from './roster-room.ts'

/** Messages that were kept for longer than this are not handled any more, in hours. */
const heldHours = 24
/** A question is about a group in which something was said so short a time ago, in minutes, and in the present login. */
const questionMinutes = 30

/** A group of the platform. */
interface Group {
  place: string
  topic: string
}

/** 绑群: binds a room of the roster to the group in which it is said. */
export const bindGroup = defineCommand({
  name: '绑群',
  aliases: ['bq'],
  usage: '/绑群 <角色> [属地]，如“/绑群 报送群 四平市”',
  summary: '将名册中的群绑定到发送命令的群',
  roles: ['administrator'],
  async run(args, context) {
    if (args.at(-1) === cancelled) return [context.reply('未作改动。')]
    const { words, agreed, place } = readArguments(args)
    const group = await groupOf(place, context)
    if (words.length === 0)
      refuse(`请写明群的角色：${roomRoles.words.join('、')}。例如“/绑群 报送群 四平市”。`)
    const room = findRoom(words, context.directory)
    const bindings = await roomBindings(context.db)
    const current = bindings.find(binding => binding.room === room.name)
    if (current?.place === group.place) return [context.reply(`本群已绑定为“${room.name}”，无需重复绑定。`)]
    const obstacle = agreed ? null : obstacleTo(room, group, bindings)
    return obstacle === null
      ? bindTo(room, group, context)
      : [ask(`${obstacle}是否改绑？`, words, group, context)]
  },
})

/** `<role> [jurisdiction] 确认 <place>`: what a tap sends names the group, as the tap may be in a direct message. */
function readArguments(args: string[]): { words: string[]; agreed: boolean; place: string | null } {
  const at = args.indexOf(confirmed)
  if (at < 0) return { words: args, agreed: false, place: null }
  return { words: args.slice(0, at), agreed: true, place: args[at + 1] ?? null }
}

/** The group in which it is said, or the one that a question was about. */
async function groupOf(asked: string | null, { db, message, now }: Context): Promise<Group> {
  if (message.room !== null && message.place === null) refuse('本平台按群名称识别各群，无需绑定。')
  const place = message.place ?? asked ?? refuse('请在需要绑定的群里发送本命令。')
  const login = await readChannelState(db)
  const since = Math.max(now.getTime() - questionMinutes * 60_000, Date.parse(login?.since ?? '') || 0)
  const topic =
    (await topicOf(db, place, new Date(message.place === null ? since : 0))) ??
    refuse('群的情况已有变化，请在需要绑定的群里重新发送本命令。')
  return { place, topic: topic.replaceAll(unboundName(''), '') }
}

/** What stands against it that a person should know first, a sentence; null where nothing does. */
function obstacleTo({ name }: Room, { place }: Group, bindings: RoomBinding[]): string | null {
  const there = bindings.find(binding => binding.place === place)
  const elsewhere = bindings.find(binding => binding.room === name && binding.place !== null)
  const sentences = [
    elsewhere === undefined ? '' : `“${name}”现绑定在微信群“${elsewhere.topic}”。`,
    there === undefined ? '' : `本群现绑定为“${there.room}”。`,
  ].join('')
  return sentences === '' ? null : sentences
}

const ask = (text: string, words: string[], { place }: Group, context: Context): OutgoingMessage => {
  const command = `/绑群 ${words.join(' ')}`
  return context.reply(text, {
    choices: [
      { label: '改绑到本群', command: `${command} ${confirmed} ${place}` },
      { label: cancelled, command: `${command} ${cancelled}` },
    ],
  })
}

async function bindTo(
  room: Room,
  { place, topic }: Group,
  { db, now, sender }: Context,
): Promise<OutgoingMessage[]> {
  await bindRoom(db, { room: room.name, topic, place, boundAt: now, boundBy: sender.name })
  const held = await releaseHeld(db, place, room.name, new Date(now.getTime() - heldHours * 3_600_000))
  const released = held === 0 ? '' : `绑定前留存的${held}条消息现予处理。`
  const roles = [...room.roles.map(roomRoles.write), room.jurisdiction].filter(Boolean).join('，')
  const text = `微信群“${topic}”已绑定为“${room.name}”（${roles}）。${released}`
  // By the name under which it was said the group may not be known any more.
  return [{ to: { person: sender.name }, text }]
}
