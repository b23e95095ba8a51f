/** The platform does not answer, or storage does not take what it answered. */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { OutcomeUnknown } from '../../commands/message.ts'
import { dutyRoom, openOutbox, toRoom } from './open-outbox.ts'

test('while no send is answered few messages are put at risk, and the duty group is asked once or twice', async () => {
  let silent = true
  let tries = 0
  const { queue, until, said, db } = await openOutbox({
    onSend: () => {
      tries++
      if (silent) throw new OutcomeUnknown('socket closed')
    },
  })
  await queue(...Array.from({ length: 40 }, (_, i) => toRoom(`群${i}`, `日报${i}`)))
  await until('10:00')
  expect(tries).toBeLessThanOrEqual(18)
  const doubtful = async () =>
    (
      await db
        .selectFrom('outbox')
        .select('id')
        .where('state', '=', 'unconfirmed')
        .where('conversation', '!=', `room:${dutyRoom}`)
        .orderBy('id')
        .execute()
    ).map(({ id }) => id)
  const lost = await doubtful()
  expect(lost.length).toBeGreaterThan(2)
  expect(lost.length).toBeLessThanOrEqual(16)

  silent = false
  await until('10:40')
  expect(await doubtful()).toEqual(lost)
  expect(said().filter(text => text.startsWith('日报'))).toHaveLength(40 - lost.length)
  const notices = said(dutyRoom)
  // The one that was not answered either is asked again, with all that followed.
  expect(notices.length).toBeLessThanOrEqual(2)
  expect(notices.at(-1)).toContain(`【发送异常】${lost.length}条消息发送时连接中断`)
  expect(await doubtful()).toEqual(lost)
})

test('messages of several groups in doubt are asked about in one notice, each with its group', async () => {
  let silent = false
  const { queue, until, said, sent } = await openOutbox({
    onSend: ({ text }) => {
      if (silent && text?.startsWith('日报')) throw new OutcomeUnknown('socket closed')
    },
  })
  silent = true
  await queue(...['甲', '乙', '丙'].map(name => toRoom(`${name}群`, `日报${name}`)))
  await until('09:10')
  expect(said(dutyRoom)[0]).toContain('发往“甲群”的消息1（“日报甲”）发送时连接中断')
  expect(said(dutyRoom).slice(1)).toEqual([
    expect.stringContaining(
      '【发送异常】2条消息发送时连接中断，是否发出未能确认，请核对后决定是否补发。\n消息2（发往“乙群”）：“日报乙”\n消息3（发往“丙群”）：“日报丙”',
    ),
  ])
  expect(sent.at(-1)!.delivery.choices.map(({ command }) => command)).toEqual(['/补发 2', '/补发 3'])
})

test('a notice of it is not lost by a restart', async () => {
  const first = await openOutbox({
    onSend: () => {
      throw new OutcomeUnknown('socket closed')
    },
  })
  await first.queue(toRoom('甲群', '日报'))
  await first.delivery.deliver()
  await first.db.destroy()
  const second = await openOutbox({ directory: first.directory, time: '09:05' })
  await second.until('09:06')
  expect(second.said()).toEqual([expect.stringContaining('发往“甲群”的消息1（“日报”）')])
})

test('what was sent while storage could not be written counts as sent when it can', async () => {
  let locked: Sqlite.Database | null = null
  const { queue, until, said, states, db, directory, delivery } = await openOutbox({
    onSend: () => locked?.exec('begin immediate'),
  })
  await sql`pragma busy_timeout = 0`.execute(db)
  const other = new Sqlite(join(directory, 'anwei.db'))
  onTestFinished(() => {
    other.close()
  })
  await queue(toRoom('甲群', '一'), toRoom('乙群', '二'))
  locked = other
  await expect(delivery.deliver()).rejects.toThrow('locked')
  locked = null
  expect(await states()).toEqual(['sending 0', 'waiting 0'])
  await expect(delivery.deliver()).rejects.toThrow('locked')
  other.exec('rollback')
  await until('09:01')
  expect(await states()).toEqual(['sent 0', 'sent 0'])
  expect(said()).toEqual(['一', '二'])
})
