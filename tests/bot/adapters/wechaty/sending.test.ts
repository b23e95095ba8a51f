import { expect, test } from 'vitest'
import { post } from '../../../../bot/post.ts'
import type { OutgoingMessage } from '../../../../commands/message.ts'
import { transact } from '../../../../storage/database.ts'
import { storedFile } from '../../../../storage/inbox.ts'
import { dutyRoom, report, siping } from '../../../conversation.ts'
import { liaoyuan, openDepartment } from './open-department.ts'
import type { WechatBot } from './open-wechat-bot.ts'

const queue = (bot: WechatBot, ...messages: OutgoingMessage[]) =>
  transact(bot.db, tx => post(tx, messages, '', bot.now()))

test('what the platform refuses is tried again, and arrives once', async () => {
  const { wechat, bot, reporter, group, texts } = await openDepartment()
  wechat.refuseSends(1)
  wechat.say(reporter, group, report({ rectification: '均已整改' }))
  await wechat.until(() => wechat.refused.length === 1, 'the receipt to be refused')
  await bot.heard(1)
  await bot.until('09:00:04')
  expect(texts(group)).toEqual([])
  await bot.until('09:00:05')
  expect(texts(group)).toEqual([expect.stringContaining('已收第1号')])
  await bot.until('10:00')
  expect(texts(group)).toHaveLength(1)
})

test('what may have arrived is not sent again by itself; the duty officer decides', async () => {
  const { wechat, bot, officer, reporter, group, dutyGroup, answer, texts } = await openDepartment()
  wechat.hangSends(1, 'cut')
  wechat.say(reporter, group, report({ rectification: '均已整改' }))
  await bot.heard(1)
  // Who does not answer is left alone for a while.
  await bot.until('09:00:10')
  expect(await answer(dutyGroup, '【发送异常】')).toMatch(/发送时连接中断.*请回复数字：1 补发/s)
  await bot.until('09:20')
  expect(texts(group)).toHaveLength(1)
  wechat.say(officer, dutyGroup, '1')
  await wechat.until(() => texts(group).length === 2, 'the receipt once more')
  expect(texts(group)[1]).toBe(texts(group)[0])
})

test('the duty group hears of what may not have arrived also when the connection is gone for longer', async () => {
  const { wechat, bot, group, dutyGroup, answer, texts } = await openDepartment()
  wechat.cutNetwork()
  await queue(bot, { to: { room: siping }, text: '指令' })
  await bot.bot.pump()
  await bot.until('09:00:02')
  wechat.restoreNetwork()
  await bot.until('09:05')
  expect(await answer(dutyGroup, '【发送异常】')).toContain('“指令”')
  expect(texts(group)).toEqual([])
})

test('whoever is asked is called by what the group shows of him', async () => {
  const { wechat, reporter, group, answer } = await openDepartment()
  wechat.say(reporter, group, report({ rectification: '' }))
  expect(await answer(group, '整改')).toMatch(/^@铁东 <小李>\u2005/)
})

test('a file arrives under its name, whatever that holds', async () => {
  const { wechat, bot, reporter, group } = await openDepartment()
  const name = '提示函 A&B <四平> "一".docx'
  const bytes = Buffer.from('提示函')
  wechat.sendFile(reporter, group, { name: '甲.docx', bytes })
  const [row] = await bot.heard(1)
  const { sha256 } = storedFile(row!)!
  await queue(bot, { to: { room: siping }, file: { name, sha256 } })
  await bot.bot.pump()
  expect(wechat.sent).toMatchObject([{ to: group, file: { name, bytes } }])
})

test('pauses are kept, and an order overtakes receipts', async () => {
  const { wechat, bot, group, otherGroup, dutyGroup } = await openDepartment({
    pace: { overall: 1500, room: 5000, jitter: 0, daily: 500 },
  })
  const receipt = (room: string): OutgoingMessage => ({ to: { room }, text: '已收', bundle: true })
  await queue(bot, receipt(siping), receipt(liaoyuan))
  await bot.bot.pump()
  await queue(
    bot,
    { to: { room: dutyRoom }, text: '指令', priority: 'order' },
    { to: { room: siping }, text: '续', priority: 'order' },
  )
  const places = () => wechat.sent.map(({ to }) => to)
  await bot.until('09:00:01')
  expect(places()).toEqual([group])
  await bot.until('09:00:02')
  expect(places()).toEqual([group, dutyGroup])
  await bot.until('09:00:04')
  expect(places()).toEqual([group, dutyGroup, otherGroup])
  await bot.until('09:00:05')
  expect(places()).toHaveLength(3)
  await bot.until('09:00:06')
  expect(places()).toEqual([group, dutyGroup, otherGroup, group])
})
