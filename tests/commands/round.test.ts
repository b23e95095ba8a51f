import { expect, test } from 'vitest'
import { duty, dutyRoom, openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'

const leaders = '厅领导群'

test('at 80 % of the window each group is told its missing units, their officers mentioned', async () => {
  const { say, until } = await openConversation()
  await say(tiedong, siping, report())
  const reminders = await until('14:00')
  expect(new Set(reminders.map(message => message.at.toISOString()))).toEqual(
    new Set(['2022-05-18T05:48:00.000Z']),
  )
  expect(reminders).toHaveLength(9)
  const here = reminders.find(message => message.where === siping)
  expect(here?.text).toBe(
    '【催报】5月18日检查情况15:00截止，尚未报送：四平市、四平市铁西区、四平市梨树县、四平市伊通满族自治县、四平市双辽市。当日无检查的，请回复“零报告”。',
  )
  expect(here?.mentions).toContain(tiexi)
  expect(here?.mentions).not.toContain(tiedong)
})

test('at the due time the missing are named, once', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiexi, siping, '零报告')
  await until('14:59')
  const atDue = await until('15:30')
  expect(textIn(siping, atDue)).toContain('缺报：四平市、四平市铁东区、')
  expect(textIn(siping, atDue)).not.toContain('铁西区')
  expect(textIn(dutyRoom, atDue)).toContain('应报69家，实报1家，缺报68家')
})

test('the five figures count each unit once', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, siping, report())
  await say(tiedong, siping, report({ enterprise: '铁东石化公司' }))
  await say(tiedong, siping, '今日无检查')
  await until('15:10')
  await say(tiexi, siping, '零报告')
  expect(textIn(leaders, await until('16:30'))).toContain(
    '应报69家，实报2家，按时1家；报送率2.9%，及时率1.4%',
  )
})

test('no report is asked for on holidays, and on working weekends it is', async () => {
  const { until, textIn } = await openConversation({ date: '2022-04-30' })
  // 30 April to 4 May was the holiday; Saturday 7 May was worked.
  expect(await until('23:00', '2022-05-04')).toEqual([])
  expect(textIn(leaders, await until('23:00', '2022-05-05'))).toContain('2022年5月5日')
  await until('23:00', '2022-05-06')
  expect(textIn(leaders, await until('23:00', '2022-05-07'))).toContain('2022年5月7日（周六）')
  expect(await until('23:00', '2022-05-08')).toEqual([])
})

test('the frequency changes with effect from the next round, after a confirmation by who asked', async () => {
  const { say, until, textIn } = await openConversation()
  const [question] = await say(duty, dutyRoom, '／频次　11:00　15:00')
  expect(question?.text).toContain('自5月19日11:00截止的批次起')
  expect((await say('厅领导', dutyRoom, '1')).map(({ text }) => text)).toEqual(['该选项由值班员办理。'])
  const answers = await say(duty, dutyRoom, '１')
  expect(textIn(dutyRoom, answers)).toContain('频次已调整')
  expect(textIn(siping, answers)).toContain('每工作日报送2次')
  expect(textIn(leaders, await until('16:30'))).toContain('2022年5月18日')
  const next = await until('23:00', '2022-05-19')
  expect(
    next
      .filter(message => message.where === leaders && message.text?.includes('直接监管检查日报表'))
      .map(message => message.at.toISOString()),
  ).toEqual(['2022-05-19T03:30:00.000Z', '2022-05-19T08:30:00.000Z'])
  expect(textIn(leaders, next)).toContain('第2次/共2次')
})

test.each(['/频次 9', '/频次 25:00', '/频次 15:00 11:00', '/频次 11:00/10:00'])(
  'a frequency that cannot be is refused: %s',
  async text => {
    const { say, db } = await openConversation()
    const [answer] = await say(duty, dutyRoom, text)
    expect(answer?.choices).toEqual([])
    expect(await db.selectFrom('roundPlans').selectAll().execute()).toEqual([])
  },
)

test('a round that fell due while the bot was down is compiled on start, marked late, once', async () => {
  const first = await openConversation()
  await first.say(tiedong, siping, report())
  await first.close()
  const second = await openConversation({ date: '2022-05-19', time: '08:00', directory: first.directory })
  const late = await second.until('08:01', '2022-05-19')
  expect(second.textIn(leaders, late)).toContain('2022年5月18日')
  expect(second.textIn(leaders, late)).toContain('迟编')
  expect(second.textIn(siping, late)).toBe('')
  await second.close()
  const third = await openConversation({ date: '2022-05-19', time: '08:10', directory: first.directory })
  expect(await third.until('08:20', '2022-05-19')).toEqual([])
})

test('rounds that passed wholly while the bot was down accuse nobody', async () => {
  const first = await openConversation()
  await first.close()
  const second = await openConversation({ date: '2022-05-25', time: '08:00', directory: first.directory })
  const late = await second.until('08:01', '2022-05-25')
  expect(late.filter(message => message.where === leaders && message.file === undefined)).toHaveLength(1)
  expect(second.textIn(dutyRoom, late)).toContain('5月19日批次全程停机')
  expect(second.textIn(leaders, await second.until('16:30', '2022-05-25'))).toContain('2022年5月25日')
})

test('a clock that jumps backwards sends nothing twice', async () => {
  const { until, clock, bot, sent } = await openConversation()
  await until('17:00')
  const before = sent.length
  clock.set(new Date('2022-05-18T06:00:00Z'))
  await bot.pump()
  await until('17:00')
  expect(sent.slice(before)).toEqual([])
})

test('where the calendar ends the duty group is warned aloud', async () => {
  const { sent, bot } = await openConversation({ date: '2027-01-04' })
  await bot.pump()
  expect(sent.map(message => message.where)).toEqual([dutyRoom])
  expect(sent[0]?.text).toContain('日历已到期')
})

test('a duty officer declares days, from the next round on', async () => {
  const { say, until, textIn } = await openConversation()
  await say(duty, dutyRoom, '/日历 2022-05-19 休 防汛停工')
  await until('16:30')
  expect(textIn(leaders, await until('23:00', '2022-05-20'))).not.toContain('2022年5月19日（')
})

test('a day that is declared moves a round that has not begun', async () => {
  const { say, until, textIn } = await openConversation()
  await until('17:30')
  expect((await say(duty, dutyRoom, '/日历 2022-05-19 休 防汛停工'))[0]?.text).toContain('下一批次：5月20日')
  expect(await until('23:00', '2022-05-19')).toEqual([])
  expect(textIn(leaders, await until('17:00', '2022-05-20'))).toContain('2022年5月20日')
})

test('before a round begins nobody is chased', async () => {
  const { say, until } = await openConversation()
  await until('17:30')
  expect((await say(duty, dutyRoom, '/催报')).map(message => message.text)).toEqual([
    '5月19日批次09:00开始报送，届时再催报。',
  ])
})

test('no message of the chat can stand in for the clock’s', async () => {
  const { say, until, textIn } = await openConversation()
  for (const id of ['wakeup:1:0', 'wakeup:2:0', 'wakeup:3:0']) await say(tiexi, siping, '早', { id })
  expect(textIn(leaders, await until('16:30'))).toContain('直接监管检查日报表')
})
