import { expect, test } from 'vitest'
import { moment } from '../../../../reports/time.ts'
import { report, tiedong } from '../../../conversation.ts'
import { openDepartment } from './open-department.ts'

const at = (time: string) => ({ at: moment('2022-05-18', time) })

test('a message that is handed out twice is one, and is answered once', async () => {
  const { wechat, bot, reporter, group, texts, reports } = await openDepartment()
  wechat.duplicateNext()
  wechat.say(reporter, group, report())
  // What comes behind it shows that the second one has been looked at.
  wechat.say(reporter, group, '大家好')
  expect(await bot.heard(2)).toHaveLength(2)
  expect(await reports()).toHaveLength(1)
  await bot.until('09:01')
  expect(texts(group).filter(text => text.includes('已收'))).toHaveLength(1)
})

test('so is one that is handed out again after a crash', async () => {
  const department = await openDepartment()
  const { wechat, bot, reporter, group } = department
  const id = wechat.say(reporter, group, report())
  await bot.heard(1)
  await bot.crash()
  const again = await department.startAgain('09:02')
  wechat.say(reporter, group, report(), { id })
  wechat.say(reporter, group, '大家好')
  expect(await again.heard(2)).toHaveLength(2)
  expect(await department.reports(again)).toHaveLength(1)
})

test('what comes again under another id after a new login is one; what had been missed is taken', async () => {
  const { wechat, bot, reporter, group, reports } = await openDepartment()
  const missed = report({ enterprise: '四平市昌盛化工厂' })
  await bot.until('09:05')
  wechat.say(reporter, group, report(), at('09:05'))
  await bot.heard(1)
  wechat.sendFile(reporter, group, { name: '照片.zip', bytes: Buffer.from('照片') }, at('09:05'))
  await bot.heard(2)

  wechat.forceLogout({ noticedBy: 'webwxsync' })
  await wechat.until(() => !bot.port.isOnline(), 'the log-out')
  await bot.until('09:20')
  await bot.online()
  wechat.say(reporter, group, report(), at('09:05'))
  wechat.sendFile(reporter, group, { name: '照片.zip', bytes: Buffer.from('照片') }, at('09:05'))
  wechat.say(reporter, group, missed, at('09:10'))
  await wechat.idle()
  const rows = await bot.heard(3)
  expect(rows.map(({ text }) => text)).toEqual([report(), '', missed])
  expect(await reports()).toHaveLength(2)
})

test('the same words said again later are another message', async () => {
  const { wechat, bot, reporter, group } = await openDepartment()
  wechat.say(reporter, group, '收到', at('09:05'))
  wechat.say(reporter, group, '收到', at('09:05'))
  wechat.say(reporter, group, '收到', at('09:06'))
  expect(await bot.heard(3)).toHaveLength(3)
})

test('what was said before the bot was ever there is history', async () => {
  const { wechat, bot, reporter, group } = await openDepartment()
  wechat.say(reporter, group, report(), at('08:50'))
  wechat.say(reporter, group, '大家好', at('09:00'))
  expect((await bot.heard(1)).map(({ text }) => text)).toEqual(['大家好'])
})

test('a recall takes the report back', async () => {
  const { wechat, bot, reporter, group, answer, reports } = await openDepartment()
  const id = wechat.say(reporter, group, report())
  await answer(group, '已收')
  wechat.recall(reporter, group, id)
  await bot.heard(2)
  await bot.until('09:01')
  expect(await answer(group, '撤回')).toContain('第1号（四平市铁东区）已随消息撤回')
  expect(await reports()).toMatchObject([{ sender: tiedong, status: 'withdrawn' }])
  expect((await bot.heard(2))[1]).toMatchObject({ recall: id, text: '' })
})

test('so it does when both come in one breath', async () => {
  const { wechat, bot, reporter, group, reports } = await openDepartment()
  await wechat.batch(() => {
    const id = wechat.say(reporter, group, report())
    wechat.recall(reporter, group, id)
  })
  await bot.heard(2)
  expect(await reports()).toMatchObject([{ status: 'withdrawn' }])
})

test('and when it is a workbook, which is fetched first', async () => {
  const { wechat, bot, reporter, group, reports } = await openDepartment()
  const table = [
    '检查单位,受检单位,检查地点,发现的问题隐患,检查人员,整改情况',
    '四平市铁东区应急管理局,宏达加油站,平东街道,灭火器压力不足,张三,已整改',
  ]
  await wechat.batch(() => {
    const id = wechat.sendFile(reporter, group, { name: '今日.csv', bytes: Buffer.from(table.join('\n')) })
    wechat.recall(reporter, group, id)
  })
  await bot.heard(2)
  expect(await reports()).toMatchObject([{ status: 'withdrawn' }])
})

test('nobody can recall what another said', async () => {
  const { wechat, bot, officer, reporter, group, reports } = await openDepartment()
  const id = wechat.say(reporter, group, report())
  await bot.heard(1)
  wechat.recall(officer, group, id)
  await bot.heard(2)
  expect(await reports()).toMatchObject([{ status: 'counted' }])
})
