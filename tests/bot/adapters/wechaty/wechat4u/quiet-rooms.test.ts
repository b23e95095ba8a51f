import { expect, test } from 'vitest'
import { openFakeWechat } from '../../../../web-wechat/fake-wechat.ts'
import { startPuppet } from './start-puppet.ts'

async function open(without?: 'quietRooms') {
  const wechat = await openFakeWechat()
  const room = wechat.addRoom('大群', [])
  wechat.fill(room, 450)
  const bot = await startPuppet({ ...(without && { without }) })
  await wechat.idle()
  wechat.setTopic(room, '新群名')
  await wechat.until(() => bot.client.contacts[room.id]?.NickName === '新群名')
  return { wechat, room, bot, lookUps: () => wechat.requests.get('webwxbatchgetcontact') ?? 0 }
}

test('a room with 450 members costs no look-up, and its members are no contacts', async () => {
  const { room, bot, lookUps } = await open()
  await bot.link.settled()
  expect(lookUps()).toBe(0)
  expect(await bot.puppet.contactList()).toHaveLength(1)
  expect(await bot.puppet.roomMemberList(room.id)).toHaveLength(451)
})

test('without the repair each member is looked up', async () => {
  const { wechat, bot, lookUps } = await open('quietRooms')
  await wechat.until(() => lookUps() > 0)
  expect((await bot.puppet.contactList()).length).toBeGreaterThan(450)
})

test('a room of which a list tells only the topic keeps its members', async () => {
  const { room, bot } = await open()
  bot.client.updateContacts([{ UserName: room.id, NickName: '只有群名', MemberCount: 0, MemberList: [] }])
  expect((await bot.puppet.roomPayload(room.id)).topic).toBe('只有群名')
  expect(await bot.puppet.roomMemberList(room.id)).toHaveLength(451)
})
