import { expect, test } from 'vitest'
import type { repairs } from '../../../../../bot/adapters/wechaty/wechat4u/repair.ts'
import { openFakeWechat } from '../../../../web-wechat/fake-wechat.ts'
import { startPuppet } from './start-puppet.ts'

async function open(without?: keyof typeof repairs) {
  const wechat = await openFakeWechat()
  const li = wechat.addFriend('李四 <A&B>', { remark: '铁东区 & 铁西区' })
  const room = wechat.addRoom('日报 <试行> A&B 群', [{ person: li, card: '报送员 <1&2>' }])
  const bot = await startPuppet({ ...(without && { without }) })
  await wechat.idle()
  await bot.link.settled()
  return { wechat, li, room, bot }
}

test('names, remarks, cards and topics are told as they were written', async () => {
  const { li, room, bot } = await open()
  expect(await bot.puppet.contactPayload(li.id)).toMatchObject({
    name: '李四 <A&B>',
    alias: '铁东区 & 铁西区',
    friend: true,
  })
  expect((await bot.puppet.roomPayload(room.id)).topic).toBe('日报 <试行> A&B 群')
  expect((await bot.puppet.roomMemberPayload(room.id, li.id)).roomAlias).toBe('报送员 <1&2>')
})

test('without the repair parts of them are missing', async () => {
  const { room, bot } = await open('trueNames')
  expect((await bot.puppet.roomPayload(room.id)).topic).toBe('日报  A&B 群')
})

async function change({ wechat, li, room, bot }: Awaited<ReturnType<typeof open>>) {
  await bot.puppet.roomPayload(room.id)
  await bot.puppet.contactPayload(li.id)
  await bot.puppet.roomMemberPayload(room.id, li.id)
  wechat.setTopic(room, '新群名')
  wechat.setName(li, '李四新')
  wechat.setCard(room, li, '新名片')
  await wechat.until(() => bot.client.contacts[room.id]?.MemberList?.[1]?.DisplayName === '新名片')
  return (await bot.puppet.roomPayload(room.id)).topic
}

test('a change is seen at once', async () => {
  const opened = await open()
  const { li, room, bot } = opened
  expect(await change(opened)).toBe('新群名')
  expect((await bot.puppet.contactPayload(li.id)).name).toBe('李四新')
  expect(await bot.puppet.roomMemberPayload(room.id, li.id)).toMatchObject({
    name: '李四新',
    roomAlias: '新名片',
  })
})

test('without the repair the old topic stays', async () => {
  expect(await change(await open('trueNames'))).not.toBe('新群名')
})

test('a remark that the bot sets shows at once', async () => {
  const { wechat, li, bot } = await open()
  wechat.hangSyncs()
  await bot.puppet.contactAlias(li.id, '南关区')
  expect(wechat.remarks).toMatchObject([{ person: li, remark: '南关区' }])
  expect(await bot.puppet.contactAlias(li.id)).toBe('南关区')
  expect((await bot.puppet.contactPayload(li.id)).alias).toBe('南关区')
})

test('without the repair the old one is still there', async () => {
  const { wechat, li, bot } = await open('remarks')
  wechat.hangSyncs()
  await bot.puppet.contactAlias(li.id, '南关区')
  expect(await bot.puppet.contactAlias(li.id)).toBe('铁东区 & 铁西区')
})

test('a remark that the server does not take is an error, and the old one stays', async () => {
  const { wechat, li, bot } = await open()
  wechat.hangSyncs()
  wechat.forceLogout()
  await expect(bot.puppet.contactAlias(li.id, '南关区')).rejects.toThrow()
  expect((await bot.puppet.contactPayload(li.id)).alias).toBe('铁东区 & 铁西区')
})
