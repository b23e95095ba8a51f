import type { Tx } from '../../storage/database.ts'
import type { Outage } from '../../storage/outages.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import { cancelWakeup, moveWakeup } from '../../storage/wakeups.ts'
import { type Context, defineCommand } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { laterText, momentText } from '../moment-text.ts'
import { readChannelState, writeChannelState } from './channel-state.ts'
import { nextNoticeAt, noteNotice } from './notice-rest.ts'
import { spanText } from './outage-spans.ts'

const minute = 60_000
const lossesKey = 'channel.losses'

/** 登录: the channel has logged in. */
export const noteLogin = defineCommand({
  name: '登录',
  aliases: [],
  usage: '/登录 <账号>',
  summary: '记录机器人账号登录',
  roles: ['system'],
  async run(args, context) {
    const { db, message } = context
    const before = await readChannelState(db)
    await writeChannelState(db, { online: true, account: args.join(' '), since: message.at })
    if (before === null || before.online) return []
    const loss = { from: new Date(before.since), to: new Date(message.at) }
    // What mends itself within a minute is nothing that anyone could attend to.
    if (loss.to.getTime() - loss.from.getTime() < minute) return []
    await keepLosses(db, [...(await untoldLosses(db)), loss])
    return tellOrWait(context)
  },
})

/** 登录通报: the clock's, when it had to wait. */
export const tellLogins = defineCommand({
  name: '登录通报',
  aliases: [],
  usage: '/登录通报',
  summary: '向值班群通报掉线和恢复登录情况',
  roles: ['system'],
  run: (_args, context) => tellOrWait(context),
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

async function tellOrWait({ db, directory, now }: Context): Promise<OutgoingMessage[]> {
  const losses = await untoldLosses(db)
  if (losses.length === 0) return []
  const at = await nextNoticeAt(db, 'logins', now)
  if (at > now) {
    await moveWakeup(db, at, `/${tellLogins.name}`)
    return []
  }
  await cancelWakeup(db, `/${tellLogins.name}`)
  await keepLosses(db, [])
  await noteNotice(db, 'logins', now)
  return directory.roomsFor('duty').map(room => ({ to: { room }, text: lossesText(losses) }))
}

function lossesText(losses: Outage[]): string {
  const { from } = losses[0]!
  const { to } = losses.at(-1)!
  const back = `${laterText(to, from)}恢复登录。`
  if (losses.length === 1) return `微信于${momentText(from)}掉线，${back}`
  const minutes = losses.reduce((sum, loss) => sum + (loss.to.getTime() - loss.from.getTime()) / minute, 0)
  return `微信于${spanText({ from, to })}间掉线${losses.length}次，累计${Math.round(minutes)}分钟，${back}`
}

/** Times without a login that the duty group has not been told of, in order of time. */
async function untoldLosses(db: Tx): Promise<Outage[]> {
  const kept = JSON.parse((await readSetting(db, lossesKey)) ?? '[]') as { from: string; to: string }[]
  return kept.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
}

const keepLosses = (db: Tx, losses: Outage[]): Promise<void> =>
  writeSetting(db, lossesKey, JSON.stringify(losses))
