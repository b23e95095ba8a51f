import { expect, test } from 'vitest'
import { report, siping, tiedong } from '../../../conversation.ts'
import { hurry } from '../../../web-wechat/client.ts'
import { openDepartment } from './open-department.ts'

test('a restart needs no scan, knows everybody again, tells of the time away and sends once what waited', async () => {
  const department = await openDepartment()
  const { wechat, bot, reporter, group, otherGroup, dutyGroup, answer, texts } = department
  await bot.until('09:30')
  wechat.say(reporter, group, '大家好')
  await bot.heard(1)
  wechat.refuseSends(1)
  wechat.say(reporter, group, report())
  await wechat.until(() => wechat.refused.length === 1, 'the receipt to be refused')
  await bot.heard(2)
  await bot.stop()
  expect(texts(group)).toEqual([])
  await wechat.loseMessages(() => wechat.say(reporter, group, report({ enterprise: '四平市昌盛化工厂' })))

  const again = await department.startAgain('10:20')
  await answer(group, '已收第1号')
  expect(await answer(otherGroup, '【离线说明】')).toContain('5月18日09:30至10:20')
  expect(await answer(dutyGroup, '【离线说明】')).not.toContain('掉线')
  wechat.say(reporter, group, report({ enterprise: '四平市昌盛化工厂' }))
  expect((await again.heard(3)).at(-1)).toMatchObject({
    room: siping,
    sender: tiedong,
    claimed: 0,
    state: 'handled',
  })
  await again.until('10:30')
  const said = texts(group).join('\n')
  expect(said.split('已收第1号')).toHaveLength(2)
  expect(said.split('【离线说明】')).toHaveLength(2)
  expect(wechat.requests.get('jslogin')).toBe(1)
  expect(wechat.logouts).toBe(0)
})

test('what comes in behind the last look of a bot that stops is left to the next', async () => {
  const department = await openDepartment()
  const { wechat, bot, reporter, group, answer } = department
  await bot.stop()
  wechat.say(reporter, group, report())
  await department.startAgain('09:01')
  await answer(group, '已收第1号')
})

test('a session that ended while the bot was stopped is followed by a scan, and all are known by their new ids', async () => {
  const department = await openDepartment()
  const { wechat, bot, reporter, group, answer } = department
  await bot.until('09:30')
  wechat.say(reporter, group, '大家好')
  await bot.heard(1)
  await bot.stop()
  const before = group.id
  wechat.forceLogout()
  const again = await hurry(() => department.startAgain('10:20'))
  expect(wechat.requests.get('jslogin')).toBe(2)
  expect(group.id).not.toBe(before)
  expect(await answer(group, '【离线说明】')).toContain('5月18日09:30至10:20')
  wechat.say(reporter, group, report())
  expect((await again.heard(2))[1]).toMatchObject({ room: siping, sender: tiedong, claimed: 0 })
})

test('what was being sent when the process died is not sent again; the duty group is asked', async () => {
  const department = await openDepartment()
  const { wechat, bot, officer, reporter, group, dutyGroup, answer, texts } = department
  wechat.hangSends(1, 'silent')
  wechat.say(reporter, group, report())
  await wechat.until(() => wechat.sent.length === 1, 'the receipt to be on its way')
  await bot.crash()

  const again = await department.startAgain('09:10')
  expect(await answer(dutyGroup, '【发送异常】')).toMatch(
    /发往“四平市日报报送群”的消息\d+（“已收第1号.*”）发送时程序中断.*请回复数字：1 补发/s,
  )
  await again.until('09:30')
  const receipts = () => texts(group).filter(text => text.includes('已收第1号'))
  expect(receipts()).toHaveLength(1)
  expect(await department.reports(again)).toHaveLength(1)

  wechat.say(officer, dutyGroup, '1')
  await wechat.until(() => receipts().length === 2, 'the receipt once more')
})

test('a crash makes the time away longer by what was not written down yet, never shorter', async () => {
  const department = await openDepartment()
  const { wechat, bot, reporter, group, answer } = department
  await bot.until('09:30')
  wechat.say(reporter, group, '大家好')
  await bot.heard(1)
  await bot.minute()
  await bot.until('09:31')
  wechat.say(reporter, group, '收到')
  await bot.heard(2)
  await bot.crash()

  const again = await department.startAgain('09:35')
  expect(await answer(group, '【离线说明】')).toContain('5月18日09:30至09:35')
  // Whoever sends again what had arrived is not counted twice, and what had arrived is there.
  expect(await again.inbox()).toHaveLength(2)
})

test('what had been received and not handled when the process died is handled by the next', async () => {
  const department = await openDepartment()
  const { wechat, bot, reporter, group, answer } = department
  wechat.hangSends(1, 'silent')
  wechat.say(reporter, group, report())
  await wechat.until(() => wechat.sent.length === 1, 'the first receipt to be on its way')
  // The bot waits for the answer; what comes in meanwhile is only kept.
  wechat.say(reporter, group, report({ enterprise: '四平市昌盛化工厂' }))
  expect((await bot.kept(2)).map(({ state }) => state)).toEqual(['handled', 'new'])
  await bot.crash()

  await department.startAgain('09:10')
  expect(await answer(group, '已收第2号')).toContain('昌盛化工厂')
})
