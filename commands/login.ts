import { readChannelState, writeChannelState } from './channel-state.ts'
import { defineCommand } from './command.ts'
import { laterText, momentText } from './moment-text.ts'

/** 登录: the channel has logged in. */
export const noteLogin = defineCommand({
  name: '登录',
  aliases: [],
  usage: '/登录 <账号>',
  summary: '记录机器人账号登录',
  roles: ['system'],
  async run(args, { db, message, directory }) {
    const before = await readChannelState(db)
    await writeChannelState(db, { online: true, account: args.join(' '), since: message.at })
    if (before === null || before.online) return []
    const lost = new Date(before.since)
    const text = `微信于${momentText(lost)}掉线，${laterText(new Date(message.at), lost)}恢复登录。`
    return directory.roomsFor('duty').map(room => ({ to: { room }, text }))
  },
})

/** 掉线: the channel is no longer logged in; nobody can be told while it is so. */
export const noteLogout = defineCommand({
  name: '掉线',
  aliases: [],
  usage: '/掉线 <原因>',
  summary: '记录机器人账号掉线',
  roles: ['system'],
  async run([reason = ''], { db, message }) {
    const before = await readChannelState(db)
    // Told again, it has been offline since the first time.
    if (before?.online !== false)
      await writeChannelState(db, {
        online: false,
        account: before?.account ?? '',
        since: message.at,
        reason,
      })
    return []
  },
})
