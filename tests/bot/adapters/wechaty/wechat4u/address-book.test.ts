import { expect, test } from 'vitest'
import type { repairs } from '../../../../../bot/adapters/wechaty/wechat4u/repair.ts'
import { openFakeWechat } from '../../../../web-wechat/fake-wechat.ts'
import { startPuppet, topicsOf } from './start-puppet.ts'

/** A login during which the address book cannot be had at first. */
async function open(failures: number, without?: keyof typeof repairs) {
  const wechat = await openFakeWechat({ autoScan: false })
  const li = wechat.addFriend('李四')
  for (let i = 0; i < 60; i++) wechat.addRoom(`群${i}`, [li], { listed: 'contacts' })
  const attempts: number[] = []
  const delay = (attempt: number) => attempts.push(attempt) && 1
  const bot = await startPuppet({ ...(without && { without }), delay })
  await wechat.until(() => wechat.code !== null)
  const { getContact } = bot.client
  let left = failures
  bot.client.getContact = page =>
    left-- > 0 ? Promise.reject(new Error('超时')) : getContact.call(bot.client, page)
  wechat.scan()
  await wechat.idle()
  return { wechat, li, bot, attempts }
}

test('the address book is loaded until it is complete, rooms with their members', async () => {
  const { wechat, li, bot, attempts } = await open(3)
  await bot.link.settled()
  expect(await topicsOf(bot)).toHaveLength(60)
  for (const id of await bot.puppet.roomList()) expect(await bot.puppet.roomMemberList(id)).toContain(li.id)
  expect(wechat.requests.get('webwxbatchgetcontact')).toBe(2)
  expect(bot.errors).toEqual(['超时', '超时', '超时'])
  expect(attempts).toEqual([1, 2, 3])
})

test('without the repair one failure leaves the bot without an address book', async () => {
  const { wechat, li, bot } = await open(1, 'addressBook')
  await wechat.until(() => bot.errors.length > 0)
  expect(li.id in bot.client.contacts).toBe(false)
  expect(wechat.requests.get('webwxgetcontact')).toBeUndefined()
})

test('until it has come a friend who is seen in a group is known by the remark all the same', async () => {
  const { wechat, li, bot } = await open(1000)
  const wang = wechat.addFriend('王五', { remark: '王五#1', silent: true })
  const group = wechat.addRoom('群', [li, wang])
  await wechat.idle()
  expect(await bot.puppet.roomMemberList(group.id)).toContain(wang.id)
  expect(await bot.puppet.contactPayload(wang.id)).toMatchObject({ alias: '王五#1' })
})
