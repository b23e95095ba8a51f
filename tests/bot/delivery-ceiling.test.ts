import { expect, test } from 'vitest'
import { dutyRoom, openOutbox, pace, toRoom } from './open-outbox.ts'

const ten = { ...pace, daily: 10 }
const reports = (count: number) => Array.from({ length: count }, (_, i) => toRoom(`群${i}`, `日报${i}`))

test('near the ceiling acknowledgements are no longer sent, and the duty group is told once', async () => {
  const { queue, until, said } = await openOutbox({ pace: ten })
  await queue(...reports(8))
  await until('09:01')
  await queue(toRoom('甲群', '已收', { bundle: true }))
  await until('09:02')
  await queue(toRoom('甲群', '已收', { bundle: true }), toRoom('乙群', '报'))
  await until('09:05')
  expect(said('甲群')).toEqual([])
  expect(said('乙群')).toEqual(['报'])
  expect(said(dutyRoom).filter(text => text.includes('回执'))).toEqual([
    '【发送限额】今日已发送8条，接近每日上限（10条），5月19日7时前暂停发送回执。报送内容照常接收、登记。',
  ])
})

test('an acknowledgement that asks somebody for something is no mere receipt', async () => {
  const { queue, until, said } = await openOutbox({ pace: ten })
  await queue(...reports(8))
  await until('09:01')
  await queue(toRoom('甲群', '缺检查人员', { bundle: true, mentions: ['张三'] }))
  await until('09:02')
  expect(said('甲群')).toEqual(['缺检查人员'])
})

test('at the ceiling only orders go out, the duty group is told, and the rest goes out in the morning', async () => {
  const { queue, until, said, sent } = await openOutbox({ pace: ten })
  await queue(...reports(13))
  await until('09:30')
  expect(said().filter(text => text.startsWith('日报'))).toHaveLength(10)
  expect(said(dutyRoom)).toEqual([
    '【发送限额】今日已发送10条，达到每日上限（10条）。除指令和提醒外，其余消息于5月19日7时起继续发送。',
  ])
  await queue(toRoom('群12', '立即停产撤人', { priority: 'order' }))
  await until('06:59', '2022-05-19')
  expect(said('群12')).toEqual(['立即停产撤人'])
  await until('07:01', '2022-05-19')
  expect(said('群12')).toEqual(['立即停产撤人', '日报12'])
  expect(sent.at(-3)!.at.toISOString()).toBe('2022-05-18T23:00:00.000Z')
})

test('a restart does not forget how many were sent', async () => {
  const first = await openOutbox({ pace: ten })
  await first.queue(...reports(12))
  await first.until('09:30')
  await first.db.destroy()
  const second = await openOutbox({ pace: ten, directory: first.directory, time: '10:00' })
  await second.until('12:00')
  expect(second.said()).toEqual([])
})

test('several texts that went out as one count once', async () => {
  const { queue, until, said } = await openOutbox({ pace: ten })
  await queue(...Array.from({ length: 12 }, (_, i) => toRoom('甲群', `通知${i}`)), ...reports(9))
  await until('09:30')
  expect(said('群8')).toEqual(['日报8'])
})
