import { expect, test } from 'vitest'
import { hurry, killClient, startClient } from './client.ts'
import { openFakeWechat } from './fake-wechat.ts'

test('nobody is logged in before the code is scanned; an expired one is followed by another', async () => {
  const wechat = await openFakeWechat({ autoScan: false })
  const client = await startClient()
  await wechat.until(() => wechat.code !== null, 'a code')
  const first = wechat.code
  wechat.expireCode()
  await wechat.until(() => wechat.code !== first && wechat.code !== null, 'another code')
  expect(client.logins).toBe(0)
  wechat.scan()
  await wechat.idle()
  await wechat.until(() => client.logins === 1, 'the login')
  expect(client.bot.currentUser.name()).toBe('安委日报机器人')
  expect(wechat.logouts).toBe(0)
})

test('a stored session needs no scan and keeps all ids', async () => {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四')
  const room = wechat.addRoom('日报群', [li])
  const first = await startClient()
  await wechat.idle()
  const ids = [wechat.self.id, li.id, room.id]
  killClient(first)

  const second = await startClient(first.folder)
  await wechat.until(() => second.logins === 1, 'the second login')
  await wechat.idle()
  expect(wechat.requests.get('jslogin')).toBe(1)
  expect([wechat.self.id, li.id, room.id]).toEqual(ids)
  const id = wechat.say(li, room, '在吗')
  await wechat.until(() => second.heard.length === 1, 'the text')
  expect(second.heard[0]!.id).toBe(id)
  expect(first.heard).toEqual([])
})

test('after a forced logout all ids are new, and those of before are nobody’s', async () => {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四')
  const room = wechat.addRoom('日报群', [li])
  const client = await startClient()
  await wechat.idle()
  const old = [wechat.self.id, li.id, room.id]
  const stale = (await client.bot.Room.find({ topic: '日报群' }))!

  wechat.autoScan = false
  wechat.forceLogout({ noticedBy: 'webwxsync' })
  await wechat.until(() => wechat.code !== null, 'a new code')
  wechat.say(li, room, '没人听到')
  wechat.scan()
  await wechat.until(() => client.logins === 2, 'the second login')
  await wechat.idle()
  const ids = [wechat.self.id, li.id, room.id]
  expect(new Set([...old, ...ids]).size).toBe(6)
  await expect(stale.say('发给旧群')).rejects.toThrow()
  expect(wechat.sent).toMatchObject([{ to: null, toId: old[2] }])
  expect(client.heard).toEqual([])
  expect(wechat.logouts).toBe(0)
})

test('a client that hears of it from synccheck shows a code too, once it has tried three times', async () => {
  const wechat = await openFakeWechat()
  const client = await startClient()
  await wechat.idle()
  const before = wechat.requests.get('synccheck')!
  wechat.autoScan = false
  wechat.forceLogout()
  await hurry(() => wechat.until(() => wechat.code !== null, 'a new code'))
  // The first of the three is the one that was held.
  expect(wechat.requests.get('synccheck')! - before).toBe(2)
  wechat.scan()
  await wechat.until(() => client.logins === 2, 'the second login')
})

test('a logout by the client ends the session, once', async () => {
  const wechat = await openFakeWechat()
  const client = await startClient()
  await wechat.idle()
  // biome-ignore lint/suspicious/noExplicitAny: the puppet keeps its client to itself
  const { wechat4u } = client.bot.puppet as any
  await wechat4u.logout()
  await wechat4u.logout()
  expect(wechat.logouts).toBe(1)
  await expect(wechat4u.sendMsg('还在吗', wechat.self.id)).rejects.toThrow()
  expect(wechat.sent).toEqual([])
})
