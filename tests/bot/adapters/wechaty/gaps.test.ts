import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { post } from '../../../../bot/post.ts'
import { transact } from '../../../../storage/database.ts'
import { report, siping } from '../../../conversation.ts'
import { hurry } from '../../../web-wechat/client.ts'
import { openDepartment } from './open-department.ts'

const notice = (span: string) =>
  `【离线说明】${span}，本机器人未能接收消息。请将该时段在本群发送的检查情况重新发送一次；已收到的不会重复计入。`

test('after a loss of contact what arrives counts, and each group is asked once for what may not have', async () => {
  const department = await openDepartment()
  const { wechat, bot, reporter, group, otherGroup, dutyGroup, answer, texts, reports } = department
  const lost = report({ enterprise: '四平市昌盛化工厂' })
  await bot.until('09:30')
  wechat.say(reporter, group, '大家好')
  await bot.heard(1)
  await bot.until('09:41')
  await hurry(async () => {
    wechat.failSyncs(3)
    wechat.say(reporter, group, report())
    await wechat.loseMessages(() => wechat.say(reporter, group, lost))
    await answer(group, '【离线说明】')
  })
  await bot.heard(2)
  expect(await reports()).toHaveLength(1)
  await answer(dutyGroup, '5月18日09:30至09:41，本机器人未能接收消息。正在通知2个报送群重新发送')
  await answer(otherGroup, '【离线说明】')

  // They send again all that they sent.
  wechat.say(reporter, group, report())
  wechat.say(reporter, group, lost)
  await bot.heard(4)
  expect(await reports()).toMatchObject([
    { enterprise: '四平市宏达加油站', status: 'counted' },
    { enterprise: '四平市昌盛化工厂', status: 'counted' },
  ])
  await bot.until('11:00')
  const about = (where: typeof group) => texts(where).filter(text => text.includes('离线说明'))
  expect(about(otherGroup)).toEqual([notice('5月18日09:30至09:41')])
  expect(about(group)).toHaveLength(1)
  expect(about(dutyGroup)).toHaveLength(1)
})

test('after a log-out the groups are asked for what was sent meanwhile, and the duty group hears from when to when', async () => {
  const department = await openDepartment()
  const { wechat, bot, reporter, group, otherGroup, dutyGroup, answer, texts } = department
  await bot.until('10:01')
  wechat.say(reporter, group, '大家好')
  await bot.heard(1)
  await bot.until('10:02')
  wechat.autoScan = false
  wechat.forceLogout({ noticedBy: 'webwxsync' })
  await wechat.until(() => !bot.port.isOnline() && wechat.code !== null, 'a code')
  await wechat.loseMessages(() => wechat.say(reporter, group, report()))
  await bot.until('10:20')
  wechat.scan()
  await bot.online()

  await answer(dutyGroup, '微信于5月18日10:02掉线，10:20恢复登录。')
  await answer(dutyGroup, '通知2个报送群重新发送')
  await answer(group, '【离线说明】')
  await answer(otherGroup, '【离线说明】')
  await bot.minute()
  await bot.until('11:00')
  expect(texts(group)).toEqual([notice('5月18日10:01至10:20')])
  expect(texts(otherGroup)).toEqual([notice('5月18日10:01至10:20')])

  wechat.say(reporter, group, report())
  await answer(group, '已收第1号')
})

test('what is to be sent after a log-out that was not noticed yet goes out after the next login, once', async () => {
  const { wechat, bot, group, texts } = await openDepartment()
  wechat.hangSyncs()
  wechat.forceLogout()
  await transact(bot.db, tx => post(tx, [{ to: { room: siping }, text: '指令' }], '', bot.now()))
  await bot.bot.pump()
  expect(wechat.sent).toEqual([])
  wechat.resumeSyncs()
  await wechat.until(() => texts(group).length === 1, 'the order')
  await bot.online()
  await bot.until('09:30')
  expect(texts(group)).toEqual(['指令'])
})

test('what falls due while the account is logged out waits, and goes out once', async () => {
  const { wechat, bot, officer, group, answer } = await openDepartment()
  wechat.autoScan = false
  wechat.forceLogout({ noticedBy: 'webwxsync' })
  await wechat.until(() => !bot.port.isOnline() && wechat.code !== null, 'a code')
  const before = wechat.sent.length
  // After the deadline the groups hear who is missing.
  await bot.until('15:59')
  expect(wechat.sent).toHaveLength(before)
  wechat.scan()
  await bot.online()
  const reminder = await answer(group, '报送')
  await bot.minute()
  expect(wechat.sent.filter(({ text }) => text === reminder)).toHaveLength(1)
  wechat.say(officer, null, '/状态')
  expect(await answer(officer, '登录')).toContain('安委日报机器人')
})

/** A new login at 10:20 during which the database failed, as on a full disk. */
async function failLogin() {
  const department = await openDepartment()
  const { wechat, bot } = department
  wechat.autoScan = false
  wechat.forceLogout({ noticedBy: 'webwxsync' })
  await wechat.until(() => !bot.port.isOnline() && wechat.code !== null, 'a code')
  await bot.until('10:20')
  await sql`alter table outbox rename to gone`.execute(bot.db)
  wechat.scan()
  await wechat.idle()
  expect(bot.port.isOnline()).toBe(false)
  await sql`alter table gone rename to outbox`.execute(bot.db)
  return department
}

test('a login that failed half-way is completed a minute later, and the time away is told', async () => {
  const { bot, group, answer } = await failLogin()
  await bot.minute()
  expect(bot.port.isOnline()).toBe(true)
  expect(await answer(group, '【离线说明】')).toContain('5月18日09:00至10:20')
})

test('so it is before the first message is taken: it is known from where it comes', async () => {
  const { wechat, bot, reporter, group, answer } = await failLogin()
  wechat.say(reporter, group, report())
  await answer(group, '已收第1号')
  expect(await bot.inbox()).toMatchObject([{ room: siping, claimed: 0 }])
})

test('a message that cannot be read is told to the duty group, and holds up nothing', async () => {
  const { wechat, bot, reporter, group, dutyGroup, answer } = await openDepartment()
  const Content = `${reporter.id}:<br/>第三季度`
  const id = wechat.deliver({ FromUserName: group.id, Content, CreateTime: 1e15 })
  wechat.say(reporter, group, report())
  await answer(group, '已收第1号')
  expect(await answer(dutyGroup, '【读取异常】')).toContain(`（${id}）`)
  expect(await bot.inbox()).toHaveLength(1)
})
