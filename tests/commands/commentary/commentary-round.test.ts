import { expect, test } from 'vitest'
import { advance } from '../../../bot/virtual-clock.ts'
import {
  duty,
  dutyRoom,
  openConversation,
  report,
  type Sent,
  siping,
  tiedong,
  tiexi,
} from '../../conversation.ts'
import { changeRoster, head, heads, leaders, openCommentedDay, publish, sentAt } from './commented-day.ts'

const roundEnds = (sent: Sent[]) =>
  sent.filter(({ where, text }) => where === heads && text?.startsWith('【点评情况】'))

test('at the round’s end the heads see who has commented, on how much, and who has not', async () => {
  const day = await openConversation()
  await day.say(tiedong, siping, report())
  await day.say(tiexi, siping, report({ enterprise: '铁西加油站', unit: '四平市铁西区应急管理局' }))
  await day.until('16:35')
  await publish(day, '四平市铁东区检查较好，第1号写明了依据。')
  await publish(day, '四平市铁东区1-2隐患须限期整改，1-1已整改。')
  const [notice, ...others] = roundEnds(await day.until('18:00'))
  expect(others).toEqual([])
  expect(sentAt(notice!)).toBe('2022-05-18 17:30')
  expect(notice?.text).toBe(
    [
      '【点评情况】5月18日点评17:30截止，应点评2个处室，已点评1个。',
      '危化二处：第1、2期，涉及报告1份（本行业2份）',
      '未点评：危化一处',
      '无本行业检查：煤矿一处、煤矿二处、非煤处、工贸处',
    ].join('\n'),
  )
  expect(notice?.mentions).toEqual(['危化一处处长'])
})

test('a division that had nothing to comment on and did so counts as one that commented', async () => {
  const day = await openCommentedDay()
  await publish(day, '工贸企业要抓好复工复产安全检查。', '工贸处处长')
  const [notice] = roundEnds(await day.until('18:00'))
  expect(notice?.text).toContain('应点评3个处室，已点评1个')
  expect(notice?.text).toContain('工贸处：第1期\n')
  expect(notice?.text).toContain('未点评：危化一处、危化二处\n')
})

test('where nothing was inspected nobody is accused', async () => {
  const { say, until } = await openConversation()
  await say(tiedong, siping, '零报告')
  expect(roundEnds(await until('18:00'))).toEqual([])
})

test('what is published by the round’s end belongs to it', async () => {
  const day = await openCommentedDay()
  await day.say(head, heads, '/点评 四平市铁东区检查较好。')
  await advance(day.bot, day.clock, new Date('2022-05-18T09:29:40Z'))
  await day.say(head, heads, '/点评 发布 1')
  const [notice, ...others] = roundEnds(await day.until('18:00'))
  expect(notice?.text).toContain('危化二处：第1期')
  expect(others).toEqual([])
})

test('no round on days off', async () => {
  const day = await openCommentedDay({ date: '2022-05-20' })
  await day.until('18:00', '2022-05-20')
  expect(await day.until('23:00', '2022-05-22')).toEqual([])
  await day.until('09:30', '2022-05-23')
  await day.say(tiedong, siping, report({ date: '2022-05-23' }))
  expect(roundEnds(await day.until('18:00', '2022-05-23')).map(sentAt)).toEqual(['2022-05-23 17:30'])
})

test('a day that is declared free has no round', async () => {
  const day = await openCommentedDay()
  await day.until('18:00')
  await day.say(duty, dutyRoom, '/日历 2022-05-19 休 防汛停工')
  expect(roundEnds(await day.until('23:00', '2022-05-19'))).toEqual([])
})

test('a round that passed wholly while the bot was down accuses nobody', async () => {
  const first = await openCommentedDay()
  await first.until('18:00')
  await first.close()
  const second = await openConversation({ date: '2022-05-20', time: '09:10', directory: first.directory })
  expect(roundEnds(await second.until('09:20', '2022-05-20'))).toEqual([])
  await second.say(tiedong, siping, report({ date: '2022-05-20' }))
  expect(roundEnds(await second.until('18:00', '2022-05-20'))).toHaveLength(1)
})

test('a round that ended during a stop is told on start, once, and that it is late', async () => {
  const first = await openCommentedDay()
  await first.close()
  const second = await openConversation({ time: '19:00', directory: first.directory })
  const [notice, ...others] = roundEnds(await second.until('19:10'))
  expect(notice?.text).toContain('5月18日点评17:30截止（因停机迟报）')
  expect(others).toEqual([])
  await second.close()
  const third = await openConversation({ time: '19:20', directory: first.directory })
  expect(roundEnds(await third.until('19:30'))).toEqual([])
})

test('three rounds a day, from the next one on, after a confirmation', async () => {
  const day = await openConversation()
  expect((await day.say(duty, dutyRoom, '/频次 点评'))[0]?.text).toBe(
    '现行点评频次：每工作日点评1轮，17:30截止。',
  )
  const [question] = await day.say(duty, dutyRoom, '/频次点评 3')
  expect(question?.text).toContain(
    '拟调整点评频次：自5月19日10:30截止的一轮起，每工作日点评3轮，10:30、14:00、17:30截止。5月18日17:30截止的一轮不变。请确认。',
  )
  const answers = await day.say(duty, dutyRoom, '1')
  expect(day.textIn(heads, answers)).toContain('【点评频次调整】自5月19日10:30')
  expect((await day.say(duty, dutyRoom, '/频次 点评 10:30 14:00 17:30 确认'))[0]?.text).toContain(
    '已是该频次',
  )
  await day.say(tiedong, siping, report())
  await day.until('18:00')
  const ends = roundEnds(await day.until('18:00', '2022-05-19'))
  expect(ends.map(({ text }) => text?.slice(0, 24))).toEqual([
    '【点评情况】5月19日第1轮点评10:30截止，',
    '【点评情况】5月19日第2轮点评14:00截止，',
  ])
})

test.each([
  ['/频次 点评 9', '轮数请在1至3之间'],
  ['/频次 点评 25:00', '看不懂时间“25:00”'],
  ['/频次 点评 15:00 11:00', '由早到晚'],
])('a frequency that cannot be is refused: %s', async (text, refusal) => {
  const { say, db } = await openConversation()
  expect((await say(duty, dutyRoom, text))[0]?.text).toContain(refusal)
  expect(await db.selectFrom('commentaryPlans').selectAll().execute()).toEqual([])
})

test('only those who run the day change the frequency', async () => {
  const { say } = await openConversation()
  expect((await say(head, heads, '/频次 点评 3'))[0]?.text).toContain('由值班员、管理员使用')
})

test('a commentary after the round’s end counts for its own day, and does not pay for the next', async () => {
  const day = await openCommentedDay()
  await day.until('18:00')
  await publish(day, '四平市铁东区检查较好。')
  await day.until('09:30', '2022-05-19')
  await day.say(tiedong, siping, report({ date: '2022-05-19' }))
  const [notice] = roundEnds(await day.until('18:00', '2022-05-19'))
  expect(notice?.text).toContain('应点评2个处室，已点评0个')
  expect(notice?.text).toContain('补评：危化二处第1期（5月18日）\n未点评：危化一处、危化二处\n')
})

test('a division that has left the roster since still stands with what it wrote', async () => {
  const day = await openCommentedDay()
  await publish(day, '四平市铁东区检查较好。')
  await changeRoster(day.db, roster => ({
    ...roster,
    divisions: roster.divisions.filter(({ name }) => name !== '危化二处'),
    people: roster.people.filter(({ division }) => division !== '危化二处'),
  }))
  const [notice] = roundEnds(await day.until('18:00'))
  expect(notice?.text).toContain('应点评2个处室，已点评1个')
  expect(notice?.text).toContain('\n危化二处：第1期')
})

test('after a stop over the evening nothing goes out before the morning, and all is of its own day', async () => {
  const first = await openCommentedDay()
  await first.until('17:20')
  await first.say(head, heads, '/点评 请四平市铁东区说明整改情况。')
  await first.say(head, heads, '/点评 发布 1')
  await first.close()
  const second = await openConversation({ date: '2022-05-19', time: '02:00', directory: first.directory })
  const ours = (await second.until('08:00', '2022-05-19')).filter(({ text }) => text?.includes('点评'))
  expect([...new Set(ours.map(sentAt))]).toEqual(['2022-05-19 07:30'])
  expect(second.textIn(heads, ours)).toContain('【日点评】危化二处 第1期（5月18日）')
  expect(second.textIn(heads, ours)).toContain('【点评情况】5月18日点评17:30截止（因停机迟报）')
  expect(second.textIn(heads, ours)).toContain('\n危化二处：第1期')
  expect(second.textIn(leaders, ours)).toContain('【日点评汇总】2022年5月18日（周三），共1期')
  const { issued } = await second.db.selectFrom('commentaries').select('issued').executeTakeFirstOrThrow()
  expect(JSON.parse(issued!)).toMatchObject({ date: '2022-05-18', figures: { date: '2022-05-18' } })
})
