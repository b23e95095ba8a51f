import type { Room } from '../../reports/roster/roster.ts'
import { type Context, defineCommand, operators, refuse } from '../command.ts'
import { type RelayMode, relayModeOf, relayModes, setRelayMode, takesCommentaries } from './relay-mode.ts'

/** What a mode means, for those who choose it. */
const meanings: Record<RelayMode, string> = {
  single: '日点评发出即逐条转发',
  summary: '每轮截止后汇总发送，不逐条转发',
  both: '日点评发出即逐条转发，每轮截止后另发汇总',
}

/** 设置: how a group gets commentaries 转发方式; alone, what is set. */
export const setUp = defineCommand({
  name: '设置',
  aliases: ['sz'],
  usage: '/设置 [转发 [群名称] 单条|汇总|两者]',
  summary: '查看或设置日点评转发方式',
  roles: operators,
  async run([subject, ...words], context) {
    const { db, directory, room } = context
    const rooms = directory.roster.rooms.filter(takesCommentaries)
    if (subject === undefined || (subject === '转发' && words.length === 0)) {
      const shown = room !== null && takesCommentaries(room) ? [room] : rooms
      if (shown.length === 0) refuse('名册中没有处长群或安委群，请先登记入名册。')
      const lines = shown.map(async each => describe(each, await relayModeOf(db, each)))
      return [context.reply((await Promise.all(lines)).join('\n'))]
    }
    if (subject !== '转发') refuse('可设置的项目：转发，例如“/设置 转发 汇总”。')
    const mode = readMode(words.at(-1)!)
    const target = targetOf(words.slice(0, -1).join(' '), rooms, context)
    if ((await relayModeOf(db, target)) === mode)
      return [context.reply(`无需更改。${describe(target, mode)}`)]
    await setRelayMode(db, target, mode)
    return [context.reply(`已设置。${describe(target, mode)}`)]
  },
})

function readMode(word: string): RelayMode {
  const found = Object.entries(relayModes).find(([, name]) => name === word)
  return found === undefined
    ? refuse('转发方式请写“单条”“汇总”或“两者”，例如“/设置 转发 汇总”。')
    : (found[0] as RelayMode)
}

/** The group named, or the one in which it is said. */
function targetOf(name: string, rooms: Room[], { room }: Context): Room {
  const names = rooms.map(each => each.name).join('、')
  if (name !== '')
    return (
      rooms.find(each => each.name === name) ??
      refuse(`“${name.slice(0, 20)}”不接收日点评转发。可设置：${names}。`)
    )
  if (room !== null && takesCommentaries(room)) return room
  return refuse(`请在要设置的群里发送，或写明群名称，例如“/设置 转发 ${rooms[0]?.name ?? '群名称'} 汇总”。`)
}

const describe = (room: Room, mode: RelayMode): string =>
  `“${room.name}”日点评转发：${relayModes[mode]}（${meanings[mode]}）。`
