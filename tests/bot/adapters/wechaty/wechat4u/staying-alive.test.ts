import { expect, test } from 'vitest'
import type { repairs } from '../../../../../bot/adapters/wechaty/wechat4u/repair.ts'
import { openFakeWechat } from '../../../../web-wechat/fake-wechat.ts'
import { startPuppet } from './start-puppet.ts'

async function open(without?: keyof typeof repairs, now?: () => Date) {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四')
  const room = wechat.addRoom('日报群', [li])
  const attempts: number[] = []
  const delay = (attempt: number) => attempts.push(attempt) && 1
  const bot = await startPuppet({ ...(without && { without }), ...(now && { now }), delay })
  await wechat.idle()
  await bot.link.settled()
  return { wechat, li, room, bot, attempts }
}

test('a dead network costs nothing but time', async () => {
  const { wechat, li, room, bot, attempts } = await open()
  await bot.link.saveSession()
  wechat.cutNetwork()
  await wechat.until(() => attempts.length >= 30)
  expect(bot.errors.length).toBeLessThanOrEqual(attempts.length)
  expect(attempts.slice(0, 5)).toEqual([1, 2, 3, 4, 5])
  expect(bot.storedSession()).toContain('PUPPET-WECHAT4U')
  wechat.say(li, room, '断网时说的')
  wechat.restoreNetwork()
  await wechat.until(() => bot.heard.length === 1)
  expect(await bot.texts()).toEqual(['断网时说的'])
  expect(bot.logins).toHaveLength(1)
  expect(bot.logouts).toEqual([])
  expect(wechat.logouts).toBe(0)
  expect(bot.gaps).toHaveLength(1)
})

test('a server that fails three times is started anew in silence, and the gap is told once', async () => {
  let time = Date.parse('2026-03-02T08:00:00+08:00')
  const { wechat, li, room, bot } = await open(undefined, () => new Date(time))
  const from = bot.link.syncedAt()
  expect(from).toEqual(new Date(time))
  time += 60_000
  wechat.failSyncs(3)
  await wechat.until(() => bot.gaps.length === 1)
  await wechat.idle()
  expect(bot.gaps).toEqual([{ from, to: new Date(time) }])
  expect(wechat.requests.get('webwxinit')).toBe(2)
  expect(bot.logins).toHaveLength(1)
  expect(bot.logouts).toEqual([])
  expect(bot.errors).toHaveLength(3)

  wechat.say(li, room, '还在吗')
  await wechat.until(() => bot.heard.length === 1)
  wechat.failSyncs(2)
  await wechat.idle()
  expect(wechat.requests.get('webwxinit')).toBe(2)
  expect(bot.gaps).toHaveLength(1)
})

test('a server that goes on to fail is asked more and more seldom', async () => {
  const { wechat, bot, attempts } = await open()
  wechat.failSyncs(9)
  await wechat.until(() => attempts.length === 9)
  await wechat.idle()
  expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(bot.logouts).toEqual([])
})

test('without the repair of the login the puppet is told to log in twice', async () => {
  const { wechat, bot } = await open('oneLogin')
  const again: string[] = []
  ;(bot.puppet as unknown as { login(id: string): void }).login = id => void again.push(id)
  wechat.failSyncs(3)
  await wechat.until(() => again.length === 1)
})

test.each(['synccheck', 'webwxsync'] as const)(
  'a log-out that %s tells of is told once, and a new code is offered',
  async noticedBy => {
    const { wechat, li, room, bot } = await open()
    const old = [wechat.self.id, li.id, room.id]
    wechat.autoScan = false
    wechat.forceLogout({ noticedBy })
    await wechat.until(() => wechat.code !== null, 'a new code')
    expect(bot.logouts).toEqual([old[0]])
    expect(bot.storedSession()).not.toContain('PUPPET-WECHAT4U')
    expect(bot.client.contacts).toEqual({})
    expect(bot.link.syncedAt()).toBeNull()
    let isSettled = false
    const settled = bot.link.settled().then(() => {
      isSettled = true
    })
    await Promise.resolve()
    expect(isSettled).toBe(false)

    wechat.scan()
    await wechat.until(() => bot.logins.length === 2, 'the second login')
    await settled
    await wechat.idle()
    expect(bot.logins).toEqual([old[0], wechat.self.id])
    expect(Object.keys(bot.client.contacts).filter(id => old.includes(id))).toEqual([])
    wechat.say(li, room, '新登录')
    await wechat.until(() => bot.heard.length === 1)
    expect((await bot.message()).roomId).toBe(room.id)
    expect(wechat.logouts).toBe(0)
    expect(bot.gaps).toEqual([])
  },
)

test('how far the old login came can still be asked when the log-out is told', async () => {
  const { wechat, bot } = await open()
  const told: unknown[] = []
  bot.puppet.on('logout', () => void told.push(bot.link.syncedAt()))
  wechat.forceLogout()
  await wechat.until(() => told.length === 1)
  expect(told[0]).toBeInstanceOf(Date)
})

test('an expired code is followed by another, and is no error', async () => {
  const wechat = await openFakeWechat({ autoScan: false })
  const bot = await startPuppet()
  for (let i = 0; i < 3; i++) {
    await wechat.until(() => wechat.code !== null && bot.codes.length === i + 1, 'a code')
    wechat.expireCode()
  }
  await wechat.until(() => wechat.code !== null && bot.codes.length === 4, 'another code')
  wechat.scan()
  await wechat.until(() => bot.logins.length === 1)
  expect(bot.errors).toEqual([])
})

test('a stored session survives a start without a network', async () => {
  const { wechat, bot } = await open()
  await bot.link.saveSession()
  bot.kill()
  wechat.cutNetwork()
  const again = await startPuppet({ folder: bot.folder })
  await wechat.until(() => again.errors.length > 3)
  expect(again.storedSession()).toContain('PUPPET-WECHAT4U')
  wechat.restoreNetwork()
  await wechat.until(() => again.logins.length === 1)
  expect(again.logins).toEqual(bot.logins)
  expect(again.codes).toEqual([])
})

test('to stop is not to log out', async () => {
  const { wechat, bot } = await open()
  await bot.puppet.stop()
  expect(wechat.requests.get('webwxlogout')).toBeUndefined()
  expect(bot.storedSession()).toContain('PUPPET-WECHAT4U')
  await bot.puppet.start()
  await wechat.until(() => bot.logins.length === 2)
  expect(bot.logins[1]).toBe(bot.logins[0])
})

test('without the repair to stop logs the account out', async () => {
  const { wechat, bot } = await open('stayingAlive')
  bot.client.stop()
  await wechat.until(() => wechat.logouts === 1)
})
