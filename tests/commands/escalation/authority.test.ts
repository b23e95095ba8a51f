import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { siping, tiedong } from '../../conversation.ts'
import { head, heads, leaders } from '../commentary/commented-day.ts'
import { about, close, openEscalated, openOverdue } from './escalated.ts'

const leader = '厅领导'

test('a head does not take back, refuse or end what a leader decided', async () => {
  const conversation = await openOverdue()
  const { say, until, db, sent } = conversation
  await say(leader, leaders, '/督办 12-1 约谈 5月20日9:00，厅212会议室')
  const told = async (text: string) => (await say(head, heads, text))[0]!.text
  expect(await told('/督办 撤销 1')).toBe('督办1的“约谈”由厅领导决定，请由厅领导撤销。')
  await until('10:05')
  await say(tiedong, siping, '/反馈 督办1 届时参加')
  expect(await told('/督办 退回 1')).toBe('督办1的“约谈”由厅领导决定，请由厅领导退回。')
  await close(conversation)
  await until('10:10')
  expect(await told('/办结 1')).toBe('督办1的“约谈”由厅领导决定，请由厅领导办结。')
  expect((await chainById(db, 1))!.state).toBe('open')
  await until('10:20')
  expect(about(1, heads, sent).at(-1)!.choices).toEqual([])
  const ask = about(1, leaders, sent).at(-1)!
  expect(ask.text).toContain('隐患均已销号。请厅领导办结。')
  expect(ask.choices.map(({ label }) => label)).toEqual(['办结'])
  expect((await say(leader, leaders, ask.choices[0]!.command))[0]!.text).toContain('已办结')
})

test('any head in charge ends what a head decided, once its hazards are closed', async () => {
  const conversation = await openEscalated()
  await close(conversation)
  await conversation.until('10:10')
  expect((await conversation.say('危化一处处长', heads, '/办结 1'))[0]!.text).toContain('已办结')
})

test('a chain about a unit is ended by the division that opened it, and not without a word', async () => {
  const { say, until } = await openOverdue()
  await say(head, heads, '/督办 四平市铁东区 多次催报未改进')
  await until('10:05')
  const told = async (from: string, text: string) => (await say(from, heads, text))[0]!.text
  expect(await told('工贸处处长', '/办结 1 已改进')).toContain(
    '由危化二处处长发起，请由危化二处处长或厅领导办结',
  )
  expect(await told(head, '/办结 1')).toContain('督办1尚无反馈。确需办结，请写明说明')
  expect(await told(head, '/办结 1 已电话核实')).toContain('已办结：已电话核实')
})

test('a letter that a leader has signed is not taken back with the rung of a head', async () => {
  const { say, until, db } = await openEscalated()
  await say(head, heads, '/督办 升级 1 督办提示')
  await until('10:10')
  await say(head, heads, '/督办 升级 1 提示函')
  await say(head, heads, '/提示函 送签 1')
  await say(leader, leaders, '/签发 1')
  expect((await say(head, heads, '/督办 撤销 1'))[0]!.text).toContain(
    '督办1的函件已由厅领导签发，请由签发人撤销：/提示函 撤销 1',
  )
  expect((await chainById(db, 1))!.steps.at(-1)!.state).toBe('drafting')
})
