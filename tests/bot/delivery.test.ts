import { expect, test } from 'vitest'
import { duty, dutyRoom, openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'

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
