import { expect, test } from 'vitest'
import { createCalendar } from '../../../reports/calendar.ts'
import { openChain } from '../../../reports/escalation/chain-steps.ts'
import { defaultPolicy } from '../../../reports/escalation/policy.ts'
import { addChain, chainWakeup } from '../../../storage/chains.ts'
import { transact } from '../../../storage/database.ts'
import { plannedTimes, scheduleWakeup } from '../../../storage/wakeups.ts'
import { dutyRoom, openConversation } from '../../conversation.ts'

/** A day on which a letter is being drafted: the chain wakes up on the next morning. */
async function openDrafting() {
  const conversation = await openConversation({ time: '10:10' })
  const { db, clock } = conversation
  const opened = openChain(
    {
      unit: '四平市铁东区',
      enterprise: null,
      hazards: [],
      grounds: ['silent'],
      divisions: [],
      policy: defaultPolicy,
    },
    { rung: '提示函', by: '厅领导', role: 'leader', note: null },
    clock.now(),
    createCalendar([]),
  )
  if ('obstacle' in opened) throw new Error(opened.obstacle)
  const chain = await transact(db, tx => addChain(tx, opened.chain))
  return { ...conversation, chain, planned: () => plannedTimes(db, chainWakeup(chain.id)) }
}

test('a chain in order is left alone, hour by hour', async () => {
  const { until, planned, textIn } = await openDrafting()
  expect(textIn(dutyRoom, await until('14:30'))).not.toContain('督办巡检')
  expect(await planned()).toHaveLength(1)
})

test('a wake-up that was lost is put back within the hour, and the duty group hears of it', async () => {
  const { db, until, planned, textIn, chain } = await openDrafting()
  await db.deleteFrom('wakeups').where('command', '=', chainWakeup(chain.id)).execute()
  expect(textIn(dutyRoom, await until('11:00'))).toBe(
    '【督办巡检】以下督办的到点提醒有误，已修复：\n督办1：缺少提醒，下次提醒5月19日09:30',
  )
  expect((await planned()).map(at => at.toISOString())).toEqual([chain.next!.at])
  expect(textIn(dutyRoom, await until('12:30'))).not.toContain('督办巡检')
})

test('one that was planned twice is planned once', async () => {
  const { db, until, planned, textIn, chain } = await openDrafting()
  await transact(db, tx => scheduleWakeup(tx, new Date('2022-05-20T01:00:00Z'), chainWakeup(chain.id)))
  expect(textIn(dutyRoom, await until('11:00'))).toContain('督办1：提醒重复')
  expect(await planned()).toHaveLength(1)
})
