import { expect, test } from 'vitest'
import { roomBindings } from '../../../../storage/bindings.ts'
import { transact } from '../../../../storage/database.ts'
import { readRoster, replaceRoster } from '../../../../storage/roster.ts'
import { report, siping, tiedong } from '../../../conversation.ts'
import { type FakeRoom, type FakeWechat, openFakeWechat } from '../../../web-wechat/fake-wechat.ts'
import { addBound, bindTo, openWechatBot, type WechatBot } from './open-wechat-bot.ts'

async function newLogin(wechat: FakeWechat, bot: WechatBot): Promise<void> {
  wechat.autoScan = false
  wechat.forceLogout({ noticedBy: 'webwxsync' })
  await wechat.until(() => wechat.code !== null, 'a code')
  wechat.scan()
  await bot.online()
}

/** A bound group, of so many members and one who reports, that shows up with its first message only. */
async function openHidden(size: number) {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const admin = await addBound(bot, wechat, '管理员')
  const officer = wechat.addStranger('小李')
  const group = wechat.addRoom('四平群', [admin, { person: officer, card: tiedong }], { listed: 'none' })
  wechat.fill(group, size)
  await bot.online()
  wechat.say(admin, group, '大家好')
  await bot.heard(1)
  await bindTo(bot, siping, group)
  await bot.minute()
  return { wechat, bot, admin, officer, group }
}

const placeOf = async (bot: WechatBot) =>
  (await roomBindings(bot.db)).find(({ room }) => room === siping)!.place

const isAt = async (bot: WechatBot, group: FakeRoom) => (await placeOf(bot)) === group.id

test('a group of three is not taken for another that has the account and the administrator alone in common', async () => {
  const { wechat, bot, admin, officer, group } = await openHidden(0)
  wechat.addRoom('四平群', [admin, wechat.addStranger('路人')])
  await newLogin(wechat, bot)
  expect(await placeOf(bot)).toBeNull()
  wechat.say(officer, group, report())
  await bot.heard(2)
  expect(await isAt(bot, group)).toBe(true)
})

test('a group with half of the members and many others is not the room, and does not hide it', async () => {
  const { wechat, bot, officer, group } = await openHidden(20)
  const copy = wechat.addRoom('四平群', group.members.slice(1, 14))
  wechat.fill(copy, 50)
  await newLogin(wechat, bot)
  expect(await placeOf(bot)).toBeNull()
  wechat.say(officer, group, report())
  expect((await bot.heard(2)).at(-1)).toMatchObject({ room: siping, state: 'handled' })
})

test('what was said while the roster did not have the room is handled when it has it again', async () => {
  const { wechat, bot, officer, group } = await openHidden(0)
  const roster = await readRoster(bot.db)
  const rooms = roster.rooms.filter(({ name }) => name !== siping)
  await transact(bot.db, tx => replaceRoster(tx, { ...roster, rooms }))
  wechat.say(officer, group, report())
  expect((await bot.heard(2)).at(-1)).toMatchObject({ state: 'held' })
  await bot.minute()
  await transact(bot.db, tx => replaceRoster(tx, roster))
  await bot.minute()
  expect((await bot.heard(2)).at(-1)).toMatchObject({ room: siping, state: 'handled' })
})
