import { expect, test } from 'vitest'
import { OutcomeUnknown, type OutgoingMessage, Unreachable } from '../../commands/message.ts'
import { dutyRoom, openOutbox, toRoom } from './open-outbox.ts'

test('while the platform is not reached everything waits, and then goes out in order', async () => {
  let tries = 0
  let up = false
  const { queue, until, said, states, logged } = await openOutbox({
    onSend: () => {
      tries++
      if (!up) throw new Unreachable('no route')
    },
  })
  await queue(toRoom('甲群', '一'), toRoom('乙群', '二'))
  await until('09:00:04')
  expect(tries).toBe(1)
  await until('09:02:35')
  // After 5, 10, 20, 40 and 80 seconds.
  expect(tries).toBe(6)
  await until('10:02:35')
  // Then every five minutes at most.
  expect(tries).toBeLessThanOrEqual(19)
  expect(await states()).toEqual(['waiting 0', 'waiting 0'])
  up = true
  await until('10:10')
  expect(said()).toEqual(['一', '二'])
  expect(logged).toEqual(['platform not reached, sending waits', 'platform reached again'])
})

test('when the channel is back, nobody waits for the next attempt', async () => {
  let up = false
  const { queue, until, said, delivery } = await openOutbox({
    onSend: () => {
      if (!up) throw new Unreachable('no route')
    },
  })
  await queue(toRoom('甲群', '一'))
  await until('09:30')
  up = true
  delivery.tryAgain()
  await delivery.deliver()
  expect(said()).toEqual(['一'])
})

test('what may have been sent is never sent again by itself, and the duty group is asked', async () => {
  let tries = 0
  const { queue, until, said, sent, states } = await openOutbox({
    onSend: ({ text }) => {
      if (text !== '日报') return
      tries++
      throw new OutcomeUnknown('socket closed')
    },
  })
  await queue(toRoom('甲群', '日报'))
  await until('09:00', '2022-05-20')
  expect(tries).toBe(1)
  expect((await states())[0]).toMatch(/^unconfirmed/)
  expect(said(dutyRoom)).toEqual([
    '【发送异常】发往“甲群”的消息1（“日报”）发送时连接中断，是否发出未能确认，请核对后决定是否补发。\n请回复数字：1 补发（30分钟内有效）',
  ])
  expect(sent[0]!.delivery.choices).toMatchObject([{ label: '补发', command: '/补发 1' }])
})

test('a room that is not bound yet gets everything in order when it is', async () => {
  let bound = false
  const { queue, until, said, states, logged } = await openOutbox({
    reaches: to => bound || !('room' in to && to.room === '甲群'),
  })
  const file = { name: '日报表.xlsx', sha256: 'a'.repeat(64) }
  await queue(toRoom('甲群', '日报', { file }), toRoom('乙群', '日报'))
  await until('11:00')
  await queue(toRoom('甲群', '点评'))
  await until('08:59', '2022-05-19')
  expect(said()).toEqual(['日报'])
  expect(await states()).toEqual(['waiting 0', 'waiting 0', 'sent 0', 'waiting 0'])
  expect(logged).toEqual([])
  bound = true
  await until('08:59:30', '2022-05-19')
  expect(said('甲群')).toEqual(['日报', '[日报表.xlsx]', '点评'])
})

test('after 24 hours the duty group hears of all that a room did not get, in one notice', async () => {
  const { queue, until, said, sent } = await openOutbox({
    reaches: to => !('room' in to && to.room === '甲群'),
  })
  await queue(...Array.from({ length: 7 }, (_, i) => toRoom('甲群', `通知${i}`)))
  await until('20:00')
  await queue(toRoom('甲群', '晚间通知'))
  await until('08:59', '2022-05-19')
  expect(said(dutyRoom)).toEqual([])
  await until('09:01', '2022-05-19')
  const [notice] = said(dutyRoom)
  expect(notice).toContain('发往“甲群”的7条消息超过24小时无法送达，已停止发送。\n消息1：“通知0”')
  expect(notice).toContain('其余2条（6、7）如需补发，请发送“/补发 消息编号”。')
  expect(sent[0]!.delivery.choices.map(({ command }) => command)).toEqual(
    [1, 2, 3, 4, 5].map(id => `/补发 ${id}`),
  )
  await until('23:00', '2022-05-19')
  expect(said(dutyRoom)).toHaveLength(1)
})

test('of sixty groups that are not bound the duty group hears once a day, also after a restart', async () => {
  const reaches = (to: OutgoingMessage['to']) => 'room' in to && to.room === dutyRoom
  const first = await openOutbox({ reaches })
  const rooms = Array.from({ length: 60 }, (_, i) => toRoom(`群${i}`, '催报'))
  await first.queue(...rooms, toRoom('群0', '通知'))
  await first.until('10:00')
  await first.queue(...rooms)
  await first.until('09:02', '2022-05-19')
  expect(first.said(dutyRoom)).toEqual([
    `【发送异常】60个群的消息超过24小时无法送达，已停止发送：群0${'2条、'}${Array.from({ length: 9 }, (_, i) => `群${i + 1}1条`).join('、')}等。可发送“/状态”查看全部。`,
  ])
  await first.db.destroy()
  const second = await openOutbox({
    reaches,
    directory: first.directory,
    date: '2022-05-19',
    time: '09:05',
  })
  await second.until('09:00', '2022-05-20')
  expect(second.said()).toEqual([])
  // What was queued for longer is not kept for the next notice.
  expect(new Set(await second.states())).toEqual(new Set(['failed 0', 'sent 0']))
  await second.until('09:05', '2022-05-20')
  expect(second.said()).toHaveLength(1)
})

test('a code that could not be handed out does not show up in the duty group', async () => {
  const { queue, until, said } = await openOutbox({
    onSend: ({ to }) => {
      if ('person' in to) throw new Error('no friend')
    },
  })
  await queue({ to: { person: '李科长' }, text: '请李科长私聊发送：/绑定 ACDEFGHJ（30分钟内有效）' })
  await until('12:00')
  expect(said(dutyRoom)).toEqual([expect.stringContaining('消息1（内容不予显示）多次发送未成功')])
})

test('where the duty group cannot be written to, its officers are told', async () => {
  const { queue, until, said } = await openOutbox({ reaches: to => 'person' in to })
  await queue(toRoom(dutyRoom, '日报'))
  await until('09:01', '2022-05-19')
  expect(said('值班员')).toHaveLength(1)
})

test('nobody needs to know that a stranger could not be answered', async () => {
  const { queue, until, said, states } = await openOutbox({
    reaches: to => !('person' in to && to.person === '路人'),
  })
  await queue({ to: { person: '路人' }, text: '您好' })
  await until('09:59')
  expect(await states()).toEqual(['waiting 0'])
  await until('10:01')
  expect(await states()).toEqual(['failed 0'])
  await until('12:00')
  expect(said()).toEqual([])
})

test('nor that sending to a stranger failed', async () => {
  const { queue, until, said, states } = await openOutbox({
    onSend: ({ to }) => {
      if ('person' in to && to.person === '路人') throw new Error('no friend')
    },
  })
  await queue({ to: { person: '路人' }, text: '您好' })
  await until('12:00')
  expect(await states()).toEqual(['failed 6'])
  expect(said()).toEqual([])
})
