import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { siping, tiedong } from '../../conversation.ts'
import { city, head, heads, leaders } from '../commentary/commented-day.ts'
import { about, openEscalated, openOverdue } from './escalated.ts'

const leader = '厅领导'

test('the report that all is rectified is the answer: nobody is chased, and it is re-inspected first', async () => {
  const { say, until, db, sent } = await openEscalated()
  await say(tiedong, siping, '/整改 12-1 已更换灭火器，现场正常')
  expect((await chainById(db, 1))!.steps[0]).toMatchObject({
    state: 'answered',
    answers: [{ by: tiedong, text: '12-1已报整改：已更换灭火器，现场正常' }],
  })
  expect(about(1, siping, await until('12:00', '2022-05-19'))).toEqual([])
  await until('18:00', '2022-05-20')
  for (const where of [heads, leaders]) {
    const told = about(1, where, sent).at(-1)!
    expect(told.text).toContain('点名点评已报整改，待复查。')
    expect(told.text).toContain('四平市铁东区报送员反馈：12-1已报整改：已更换灭火器，现场正常')
    expect(told.text).not.toContain('未反馈')
    expect(told.choices.map(({ label }) => label)).toEqual(['复查合格', '复查不合格', '升级为督办提示'])
  }
  const passed = about(1, heads, sent).at(-1)!.choices[0]!
  expect((await say(head, heads, passed.command))[0]!.text).toContain('12-1复查合格')
})

test('only the last of several hazards is the answer', async () => {
  const { say, until, db } = await openOverdue({}, { position: 2, text: '配电箱未接地' })
  await say(head, heads, '/督办 12-1 12-2')
  await until('10:05')
  await say(tiedong, siping, '/整改 12-1 已更换')
  expect((await chainById(db, 1))!.steps[0]!.state).toBe('issued')
  await say(tiedong, siping, '/整改 12-2 已接地')
  expect((await chainById(db, 1))!.steps[0]!.answers.map(({ text }) => text)).toEqual([
    '12-1、12-2已报整改：已接地',
  ])
})

test('what does not hold is no answer any more', async () => {
  const { say, until, sent, db } = await openEscalated()
  await say(tiedong, siping, '/整改 12-1 已更换')
  await say(city, siping, '/复查 12-1 不合格 压力仍不足')
  expect((await chainById(db, 1))!.steps[0]!.state).toBe('issued')
  expect(about(1, siping, await until('12:00', '2022-05-19'))[0]!.text).toContain('【催复】')
  await until('18:00', '2022-05-20')
  expect(about(1, heads, sent).at(-1)!.text).toContain('原反馈被退回后未再反馈')
  expect((await say(head, heads, '/督办 1'))[0]!.text).toContain(
    '四平市铁东区报送员反馈已退回（复查不合格）：12-1已报整改：已更换',
  )
})

test('what is reported rectified while a rung is held does not go out blindly', async () => {
  const { say, until, sent, db, clock } = await openOverdue()
  await say(head, heads, '/督办 12-1')
  clock.set(new Date(clock.now().getTime() + 30_000))
  await say(tiedong, siping, '/整改 12-1 已更换')
  await until('10:05')
  expect(about(1, siping, sent)).toEqual([])
  expect((await chainById(db, 1))!.state).toBe('withdrawn')
  const told = about(1, heads, sent).at(-1)!
  expect(told.text).toContain('隐患已报整改，“点名点评”未发出，督办已撤销；如仍需发出请再次决定。')
  expect(told.mentions).toEqual([head])
  // Decided knowingly it goes out, and does not ask for what is done.
  await say(head, heads, '/督办 12-1 请尽快落实复查')
  await until('10:10')
  expect(about(2, siping, sent)[0]!.text).toContain('请四平市铁东区配合做好上述隐患的复查')
})

test('a higher rung that is not needed any more leaves the chain where it was', async () => {
  const { say, until, sent, clock, db } = await openEscalated()
  await say(leader, leaders, '/督办 升级 1 约谈 时间另定')
  clock.set(new Date(clock.now().getTime() + 30_000))
  await say(tiedong, siping, '/整改 12-1 已更换')
  await until('10:15')
  expect((await chainById(db, 1))!.steps.map(({ state }) => state)).toEqual(['answered', 'withdrawn'])
  const told = about(1, leaders, sent).at(-1)!
  expect(told.text).toContain('隐患已报整改，“约谈”未发出；如仍需发出请再次决定。')
  expect(told.mentions).toEqual([leader])
})
