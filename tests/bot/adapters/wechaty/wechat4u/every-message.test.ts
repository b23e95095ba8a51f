import { expect, test } from 'vitest'
import { openFakeWechat } from '../../../../web-wechat/fake-wechat.ts'
import { startPuppet } from './start-puppet.ts'

const magic = '🌚 🌚🌚 🌚🌚 🌚'

async function open(without?: 'everyMessage') {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四')
  const room = wechat.addRoom('日报群', [li])
  const bot = await startPuppet({ ...(without && { without }) })
  await wechat.idle()
  return { wechat, li, room, bot }
}

test('what was said before the login arrives as well', async () => {
  const { wechat, li, room, bot } = await open()
  wechat.say(li, room, '断线时说的', { at: new Date(Date.now() - 3_600_000) })
  await wechat.until(() => bot.heard.length === 1)
  expect(await bot.texts()).toEqual(['断线时说的'])
})

test('without the repair it is dropped', async () => {
  const { wechat, li, room, bot } = await open('everyMessage')
  wechat.say(li, room, '断线时说的', { at: new Date(Date.now() - 3_600_000) })
  const now = wechat.say(li, room, '现在说的', { at: new Date(Date.now() + 1000) })
  await wechat.until(() => bot.heard.length === 1)
  expect(bot.heard).toEqual([now])
})

test.each([
  "I've accepted your friend request. Now let's chat!",
  '我通过了你的朋友验证请求，现在我们可以开始聊天了',
])('a text like that of a new friend arrives: %s', async text => {
  const { wechat, li, room, bot } = await open()
  wechat.say(li, room, text)
  wechat.say(li, null, text)
  await wechat.until(() => bot.heard.length === 2)
  expect(await bot.texts()).toEqual([text, text])
})

test('messages come in the order in which they were said, whoever is known', async () => {
  const { wechat, li, room, bot } = await open()
  const unlisted = wechat.addRoom('未保存的群', [li], { listed: 'none' })
  const ids: string[] = []
  await wechat.batch(() => {
    for (let i = 0; i < 10; i++) {
      ids.push(wechat.say(li, unlisted, `${i}`), wechat.sayFromUnknown(`新人${i}`, room, `${i}`))
      ids.push(wechat.systemNote(room, '"李四"邀请"王五、赵六"加入了群聊'))
    }
  })
  await wechat.until(() => bot.heard.length === 30)
  expect(bot.heard).toEqual(ids)
  expect(bot.errors).toEqual([])
})

test('nobody can log the account out by what they say', async () => {
  const { wechat, li, bot } = await open()
  wechat.say(li, null, magic)
  wechat.deliver({ FromUserName: wechat.self.id, ToUserName: 'filehelper', Content: '退出wechat4u' })
  await wechat.until(() => bot.heard.length === 2)
  await wechat.idle()
  wechat.say(li, null, '还在吗')
  await wechat.until(() => bot.heard.length === 3)
  expect(wechat.logouts).toBe(0)
  expect(bot.logouts).toEqual([])
})

test('without the repair they can', async () => {
  const { wechat, li, bot } = await open('everyMessage')
  wechat.say(li, null, magic)
  await wechat.until(() => bot.client.state === 'logout')
})

test('a friend request is no message, and nobody accepts it', async () => {
  const { wechat, li, bot } = await open()
  const id = wechat.deliver({
    MsgType: 37,
    FromUserName: 'fmessage',
    Content: '&lt;msg fromusername="wxid_x" encryptusername="v1" /&gt;',
    RecommendInfo: { UserName: '@x', NickName: '王五', Content: '我是王五', Ticket: 't' },
  })
  wechat.say(li, null, '在')
  await wechat.until(() => bot.heard.length === 1)
  expect(bot.friendships).toEqual([id])
  expect(await bot.texts()).toEqual(['在'])
  expect(await bot.puppet.friendshipPayload(id)).toMatchObject({ hello: '我是王五' })
  expect(wechat.requests.get('webwxverifyuser')).toBeUndefined()
})

test('a message without an id is dropped and noted, a listener that fails does not stop the others', async () => {
  const { wechat, li, bot } = await open()
  bot.puppet.once('message', () => {
    throw new Error('听不了')
  })
  await wechat.batch(() => {
    wechat.deliver({ MsgId: '' })
    wechat.say(li, null, '一')
    wechat.say(li, null, '二')
  })
  await wechat.until(() => bot.heard.length === 2)
  expect(await bot.texts()).toEqual(['一', '二'])
  expect(bot.warnings).toEqual(['message without an id dropped'])
  expect(bot.errors).toEqual(['听不了'])
})

test('who joins and speaks in one breath is known without a look-up', async () => {
  const { wechat, room, bot } = await open()
  const before = wechat.requests.get('webwxbatchgetcontact')
  const wang = wechat.addStranger('王五')
  await wechat.batch(() => {
    wechat.join(room, wang, { card: '铁西区' })
    wechat.say(wang, room, '报到')
  })
  await wechat.until(() => bot.heard.length === 1)
  expect(await bot.puppet.roomMemberPayload(room.id, wang.id)).toMatchObject({
    name: '王五',
    roomAlias: '铁西区',
  })
  expect(wechat.requests.get('webwxbatchgetcontact')).toBe(before)
})

test('a remark that was taken away is gone, and so is a room that the account left', async () => {
  const { wechat, bot, room } = await open()
  const wang = wechat.addFriend('王五', { remark: '铁西区' })
  await wechat.idle()
  expect((await bot.puppet.contactPayload(wang.id)).alias).toBe('铁西区')
  const { id } = wang
  const raw = { ...bot.client.contacts[id]!, RemarkName: '' }
  bot.client.handleSync({ ModContactList: [raw] })
  expect((await bot.puppet.contactPayload(id)).alias).toBe('')
  wechat.leave(room, wechat.self)
  await wechat.until(() => !(room.id in bot.client.contacts))
  expect(await bot.puppet.roomList()).toEqual([])
})
