import { expect, test } from 'vitest'
import { openOutbox, pace, toRoom } from './open-outbox.ts'

const file = { name: '日报表.xlsx', sha256: 'a'.repeat(64) }

test('a burst to 200 rooms goes out one by one, in the time that the pace says', async () => {
  const { queue, until, sent, seconds, said } = await openOutbox()
  await queue(...Array.from({ length: 200 }, (_, i) => toRoom(`群${i}`, `日报${i}`)))
  await until('09:10')
  expect(seconds()).toEqual(Array.from({ length: 200 }, (_, i) => i * 1.5))
  expect(new Set(sent.map(one => one.where)).size).toBe(200)
  expect(said()).toEqual(Array.from({ length: 200 }, (_, i) => `日报${i}`))
})

test('the pauses have a chance part', async () => {
  const { queue, until, seconds } = await openOutbox({ pace: { ...pace, jitter: 1000 }, random: () => 0.5 })
  await queue(toRoom('甲群', '一'), toRoom('乙群', '二'), toRoom('丙群', '三'))
  await until('09:01')
  expect(seconds()).toEqual([0, 2, 4])
})

test('a room gets its messages in order and with pauses, others are served in between', async () => {
  const { queue, until, seconds, said } = await openOutbox()
  await queue(toRoom('甲群', '日报', { file }), toRoom('甲群', '说明'), toRoom('乙群', '日报'))
  await until('09:01')
  expect(said()).toEqual(['日报', '日报', '[日报表.xlsx]', '说明'])
  expect(seconds()).toEqual([0, 1.5, 5, 10])
})

test('an order overtakes the acknowledgements of other rooms, but nothing in its own', async () => {
  const { queue, until, sent } = await openOutbox()
  const receipts = Array.from({ length: 20 }, (_, i) => toRoom(`群${i}`, '已收', { bundle: true }))
  await queue(...receipts, toRoom('甲群', '函', { file, priority: 'letter' }))
  await until('09:00:01')
  await queue(toRoom('乙群', '报'), toRoom('甲群', '指令', { priority: 'order' }))
  await until('09:10')
  // The letter was the most urgent; its file goes before the order that stands behind it, and the rest fills pauses.
  const order = sent.findIndex(one => one.said === '指令')
  expect(sent.slice(0, 2).map(one => one.said)).toEqual(['函', '报'])
  expect(sent.filter(one => one.where === '甲群').map(one => one.said)).toEqual([
    '函',
    '[日报表.xlsx]',
    '指令',
  ])
  expect(order).toBeLessThan(10)
  expect(sent).toHaveLength(24)
})

test('several texts for one room go out as one message, with all who are mentioned', async () => {
  const { queue, until, sent, states } = await openOutbox()
  await queue(
    toRoom('甲群', '第一件', { mentions: ['张三'] }),
    toRoom('甲群', '第二件', {
      mentions: ['李四', '张三'],
      choices: [{ label: '办理', command: '/办理' }],
      choicesFor: ['张三'],
    }),
    toRoom('甲群', '第三件'),
  )
  await until('09:01')
  expect(sent.map(one => one.said)).toEqual([
    '第一件\n\n第二件\n请回复数字：1 办理（30分钟内有效）',
    '第三件',
  ])
  expect(sent[0]!.delivery.mentions).toEqual(['张三', '李四'])
  expect(await states()).toEqual(['sent 0', 'merged 0', 'sent 0'])
})

test('acknowledgements among themselves follow line by line', async () => {
  const { queue, until, said } = await openOutbox()
  await queue(...['一', '二', '三'].map(text => toRoom('甲群', text, { bundle: true })))
  await until('09:02')
  expect(said()).toEqual(['一', '二\n三'])
})

test('what would become too long goes out as several messages', async () => {
  const { queue, until, said } = await openOutbox()
  await queue(
    toRoom('甲群', '一'.repeat(1000)),
    toRoom('甲群', '二'.repeat(790)),
    toRoom('甲群', '三'.repeat(10)),
  )
  await until('09:01')
  expect(said().map(text => text.length)).toEqual([1792, 10])
})

test('what sets a remark goes out alone', async () => {
  const { queue, until, sent } = await openOutbox()
  await queue(
    { to: { person: '张三' }, text: '稍候' },
    { to: { person: '张三' }, text: '已绑定', remark: '张三@1' },
    { to: { person: '张三' }, text: '用法' },
  )
  await until('09:01')
  expect(sent.map(({ said, delivery }) => [said, delivery.remark])).toEqual([
    ['稍候', undefined],
    ['已绑定', '张三@1'],
    ['用法', undefined],
  ])
})

test('after a restart in the middle of a burst the rest goes out, and nothing twice', async () => {
  const messages = Array.from({ length: 40 }, (_, i) => toRoom(`群${i}`, `日报${i}`))
  const first = await openOutbox()
  await first.queue(...messages)
  await first.until('09:00:30')
  expect(first.sent).toHaveLength(21)
  await first.db.destroy()
  const second = await openOutbox({ directory: first.directory, time: '09:02' })
  await second.until('09:10')
  expect([...first.said(), ...second.said()].sort()).toEqual(messages.map(({ text }) => text).sort())
})
