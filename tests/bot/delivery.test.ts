import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createMemoryPort } from '../../bot/adapters/memory.ts'
import { createBot } from '../../bot/bot.ts'
import { createLog } from '../../bot/log.ts'
import { OutcomeUnknown, Unreachable } from '../../commands/message.ts'
import { moment } from '../../reports/time.ts'
import { openDatabase } from '../../storage/database.ts'
import {
  duty,
  dutyRoom,
  openConversation,
  report,
  siping,
  temporaryDirectory,
  tiedong,
  tiexi,
} from '../conversation.ts'
import { pace } from './open-outbox.ts'

test('a room that fails keeps its order, and others go on', async () => {
  let down = true
  const { say, until, textIn } = await openConversation({
    onSend: ({ to }) => {
      if (down && 'room' in to && to.room === siping) throw new Error('network down')
    },
  })
  expect(await say(tiedong, siping, report())).toEqual([])
  expect(await say(tiexi, siping, '/缺报')).toEqual([])
  expect(textIn(dutyRoom, await say(duty, dutyRoom, '/缺报'))).toContain('应报69家')
  down = false
  const later = await until('09:05')
  expect(textIn(siping, later).indexOf('已收第1号')).toBe(0)
  expect(textIn(siping, later)).toContain('四平市应报6家')
})

test('what fails again and again ends in a visible state, the duty group is told and can send it again', async () => {
  let down = true
  const { say, until, textIn, db } = await openConversation({
    onSend: ({ to }) => {
      if (down && 'room' in to && to.room === siping) throw new Error('network down')
    },
  })
  await say(tiedong, siping, report())
  const later = await until('10:30')
  expect(textIn(dutyRoom, later)).toMatch(/发往“四平市日报报送群”的消息\d+（“已收第1号/)
  expect(textIn(dutyRoom, later)).not.toContain('network down')
  expect(await db.selectFrom('outbox').select('state').where('state', '=', 'failed').execute()).toHaveLength(
    1,
  )
  down = false
  const offer = later.find(message => message.choices.length > 0)
  const answers = await say(duty, dutyRoom, offer!.choices[0]!.command)
  expect(textIn(siping, answers)).toContain('已收第1号')
})

test('what was being sent when the bot stopped is not sent again without a person’s word', async () => {
  const first = await openConversation()
  await first.say(tiedong, siping, '/缺报')
  await first.db.updateTable('outbox').set({ state: 'sending', sentAt: null }).execute()
  await first.close()
  const second = await openConversation({ directory: first.directory, time: '09:10' })
  await second.bot.pump()
  expect(second.textIn(siping)).toBe('')
  expect(second.textIn(dutyRoom)).toContain('是否发出未能确认')
  expect(second.textIn(siping, await second.say(duty, dutyRoom, '1'))).toContain('四平市应报6家')
})

test('what may have been sent goes out again on a duty officer’s word', async () => {
  let broken = true
  const { say, until, textIn, sent } = await openConversation({
    onSend: ({ to }) => {
      if (broken && 'room' in to && to.room === siping) throw new OutcomeUnknown('socket closed')
    },
  })
  await say(tiedong, siping, '/缺报')
  broken = false
  await until('09:01')
  expect(textIn(dutyRoom)).toContain('是否发出未能确认')
  expect(textIn(siping)).toBe('')
  const choice = sent.find(message => message.choices.length > 0)!.choices[0]!
  expect(textIn(siping, await say(duty, dutyRoom, String(choice.number)))).toContain('四平市应报6家')
})

test('after each run the bot knows when the next message may go, and a channel that is back is used at once', async () => {
  let current = moment('2022-05-18', '09:00')
  let up = true
  const directory = temporaryDirectory()
  const db = await openDatabase(join(directory, 'anwei.db'), current)
  onTestFinished(() => db.destroy())
  const sent: string[] = []
  const memory = createMemoryPort(({ to }) => {
    if (!up) throw new Unreachable('no route')
    sent.push('person' in to ? to.person : to.room)
  })
  const bot = createBot({
    db,
    port: { ...memory, pace },
    dataDirectory: directory,
    now: () => current,
    log: createLog('silent'),
  })
  await bot.prepare()
  const rested = () => new Promise<void>(resolve => bot.onRest(resolve))
  const ask = async (from: string) => {
    const rest = rested()
    await bot.receive({ id: from, at: current.toISOString(), room: null, from, text: '/帮助' })
    await rest
  }
  await ask('张三')
  await ask('李四')
  expect(sent).toEqual(['张三'])
  expect(await bot.nextDue()).toEqual(new Date(current.getTime() + 1500))
  current = (await bot.nextDue())!
  up = false
  await bot.pump()
  expect(await bot.nextDue()).toEqual(new Date(current.getTime() + 5000))
  up = true
  const rest = rested()
  await bot.tell('/在线')
  await rest
  expect(sent).toEqual(['张三', '李四'])
})
