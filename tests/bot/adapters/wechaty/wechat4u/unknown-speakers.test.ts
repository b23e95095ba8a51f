import { afterEach, expect, test, vi } from 'vitest'
import { openFakeWechat } from '../../../../web-wechat/fake-wechat.ts'
import { startPuppet } from './start-puppet.ts'

afterEach(() => void vi.useRealTimers())

async function open(without?: 'unknownSpeakers' | 'safeMessages') {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四')
  const room = wechat.addRoom('日报群', [li])
  let time = Date.parse('2026-03-02T08:00:00+08:00')
  const bot = await startPuppet({ ...(without && { without }), now: () => new Date(time) })
  await wechat.idle()
  const lookUps = () => wechat.requests.get('webwxbatchgetcontact') ?? 0
  const pass = (ms: number) => {
    time += ms
  }
  return { wechat, li, room, bot, lookUps, pass }
}

const nowhere = { FromUserName: '@@nowhere', Content: '@nobody:<br/>有人吗' }

test('a message from a room that is in no list arrives, and the room is found by one look-up', async () => {
  const { wechat, li, bot, lookUps } = await open()
  const unlisted = wechat.addRoom('未保存的群', [{ person: li, card: '铁东区' }], { listed: 'none' })
  wechat.say(li, unlisted, '在')
  await wechat.until(() => bot.heard.length === 1)
  expect((await bot.message()).roomId).toBe(unlisted.id)
  expect((await bot.puppet.roomPayload(unlisted.id)).topic).toBe('未保存的群')
  expect((await bot.puppet.roomMemberPayload(unlisted.id, li.id)).roomAlias).toBe('铁东区')
  expect(lookUps()).toBe(1)
})

test('members who are not known yet are found by one look-up of the room, however many speak', async () => {
  const { wechat, room, bot, lookUps, pass } = await open()
  for (let i = 0; i < 20; i++) wechat.sayFromUnknown(`新人${i}`, room, '报到')
  await wechat.until(() => bot.heard.length === 20)
  const names = await Promise.all(
    bot.heard.map(async id => {
      const { talkerId } = await bot.puppet.messagePayload(id)
      return (await bot.puppet.roomMemberPayload(room.id, talkerId!)).name
    }),
  )
  expect(names).toEqual(Array.from({ length: 20 }, (_, i) => `新人${i}`))
  expect(lookUps()).toBe(1)

  wechat.sayFromUnknown('又一位', room, '报到')
  await wechat.until(() => bot.heard.length === 21)
  const { talkerId } = await bot.message()
  const name = async () => (await bot.puppet.roomMemberPayload(room.id, talkerId!)).name
  expect(await name()).toBe('')
  pass(31_000)
  expect(await name()).toBe('又一位')
  expect(lookUps()).toBe(2)
})

test('who is found nowhere has no name, and where it cannot be told no topic', async () => {
  const { wechat, bot } = await open()
  wechat.deliver(nowhere)
  await wechat.until(() => bot.heard.length === 1)
  expect(await bot.message()).toMatchObject({ roomId: '@@nowhere', talkerId: '@nobody', text: '有人吗' })
  expect((await bot.puppet.roomPayload('@@nowhere')).topic).toBe('')
  expect((await bot.puppet.roomMemberPayload('@@nowhere', '@nobody')).name).toBe('')
  expect(await bot.puppet.contactPayload('@nobody')).toMatchObject({ name: '', friend: false })
  expect(bot.errors).toEqual([])
})

test('without the repair the message itself is only an error', async () => {
  const { wechat, bot } = await open('safeMessages')
  wechat.deliver(nowhere)
  await wechat.until(() => bot.errors.length === 1)
  expect(bot.heard).toEqual([])
})

test.each([
  [undefined, 'found'],
  ['unknownSpeakers', 'still waiting'],
] as const)('three seconds later, without %s, a stranger is %s', async (without, state) => {
  const { bot } = await open(without)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  bot.client.batchGetContact = () => new Promise(() => {})
  let now = 'still waiting'
  bot.puppet.contactPayload('@stranger').then(
    () => {
      now = 'found'
    },
    () => {},
  )
  await vi.advanceTimersByTimeAsync(3000)
  expect(now).toBe(state)
})

test('a stranger is known by the room that both are in', async () => {
  const { wechat, room, bot, lookUps } = await open()
  const wang = wechat.addStranger('王五')
  wechat.join(room, wang)
  await wechat.idle()
  expect(await bot.puppet.contactPayload(wang.id)).toMatchObject({ name: '王五', friend: false })
  expect(lookUps()).toBe(0)
})
