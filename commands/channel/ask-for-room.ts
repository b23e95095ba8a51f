import { readSetting, writeSetting } from '../../storage/settings.ts'
import { type Context, defineCommand } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { bindingCommand } from './roster-room.ts'

/** Nobody is asked again about a room, for the same reason, within so many hours. */
const restHours = 12

/** Why the channel does not know which group a room is. */
const reasons: Record<string, string> = {
  missing: '没有名称和成员都与此前一致的群',
  doubtful: '有同名或相近的群，不能确定是哪一个',
}

/** 待认群: the channel does not know which group a bound room is; administrators are asked to bind it again. */
export const askForRoom = defineCommand({
  name: '待认群',
  aliases: [],
  usage: '/待认群 <原因> <群名称>',
  summary: '请管理员重新绑定未能确认的群',
  roles: ['system'],
  async run([reason = '', ...words], context) {
    const room = context.directory.room(words.join(' '))
    if (room === null || (await wasAsked(`${reason}.${room.name}`, context))) return []
    const { directory } = context
    const administrators = directory.peopleAs('administrator')
    const people = administrators.length > 0 ? administrators : directory.peopleAs('dutyOfficer')
    const who = administrators.length > 0 ? '' : '名册中没有管理员，请先登记并绑定管理员，再由其办理。'
    const why = reasons[reason] ?? '不能确定是哪一个群'
    const text = `【待认群】微信登录后，未能认出“${room.name}”对应的微信群：${why}。请在该群内发送：${bindingCommand(room, directory)}\n绑定前，发往该群的消息暂缓发送；该群内发来的消息留存24小时，绑定后即行处理。超过24小时的不再发送、不再补办。${who}`
    return people.map((person): OutgoingMessage => ({ to: { person }, text, priority: 'order' }))
  },
})

/** Whether it has been asked a little while ago; it has from now on. */
async function wasAsked(subject: string, { db, now }: Context): Promise<boolean> {
  const key = `roomAsked.${subject}`
  const last = await readSetting(db, key)
  if (last !== null && now.getTime() - Date.parse(last) < restHours * 3_600_000) return true
  await writeSetting(db, key, now.toISOString())
  return false
}
