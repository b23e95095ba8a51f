import { expect, test } from 'vitest'
import { businessDate, businessTime } from '../../../../reports/time.ts'
import { plannedTimes } from '../../../../storage/wakeups.ts'
import { duty, dutyRoom, openConversation, siping, tiedong, tiexi } from '../../../conversation.ts'
import { enterHazards } from '../enter-hazards.ts'

const heads = '处长工作群'

const planned = async (db: Parameters<typeof plannedTimes>[0]) =>
  (await plannedTimes(db, '/隐患提醒')).map(at => `${businessDate(at)} ${businessTime(at)}`)

test('at nine a unit reads what is due and overdue, and how to answer', async () => {
  const conversation = await openConversation({ time: '08:30' })
  await enterHazards(
    conversation.db,
    { position: 1, deadline: '2022-05-18', text: '配电箱未接地' },
    { position: 2, deadline: '2022-05-16' },
    { position: 3, deadline: '2022-05-14', major: true, text: '储罐区可燃气体报警器失效' },
    { position: 4, deadline: null, text: '应急预案未备案' },
    { position: 5, deadline: '2022-05-20' },
  )
  expect(await conversation.until('08:59')).toEqual([])
  const sent = (await conversation.until('09:05')).filter(({ where }) => where === siping)
  expect(sent).toHaveLength(1)
  expect(sent[0]!.mentions).toEqual([tiedong])
  expect(businessTime(sent[0]!.at)).toBe('09:00')
  expect(sent[0]!.text).toMatchInlineSnapshot(`
    "【隐患整改】四平市铁东区：今日到期1条、逾期2条、待报期限1条。
    12-3 宏达加油站：储罐区可燃气体报警器失效（重大，逾期4天）
    12-2 宏达加油站：灭火器压力不足（逾期2天）
    12-1 宏达加油站：配电箱未接地（今日到期）
    12-4 宏达加油站：应急预案未备案（待报期限）
    整改后请发“/整改 12-3 情况”；需延期请发“/延期 12-3 日期 理由”；报期限请发“/延期 12-4 日期 理由”。"
  `)
})

test('units of one group hear of their own, together; who has nothing hears nothing', async () => {
  const conversation = await openConversation({ time: '08:30' })
  await enterHazards(
    conversation.db,
    { report: 1 },
    { report: 2, unit: '四平市铁西区', deadline: '2022-05-18' },
    { report: 3, unit: '四平市梨树县', deadline: '2022-05-17' },
    { report: 4, unit: '长春市南关区', deadline: '2022-05-25' },
    { report: 5, unit: '吉林省', deadline: '2022-05-17' },
  )
  const sent = await conversation.until('09:05')
  const groups = sent.filter(({ where }) => where.endsWith('报送群'))
  expect(groups.every(({ where }) => where === siping)).toBe(true)
  expect(groups).toHaveLength(2)
  expect(groups[1]!.text).toContain('【隐患整改】四平市铁西区：今日到期1条。')
  expect(groups[1]!.text).toContain('【隐患整改】四平市梨树县：逾期1条。')
  expect(groups[1]!.mentions).toContain(tiexi)
  // Those of the province's own are told to the division in charge.
  expect(conversation.textIn(heads, sent)).toContain('5-1 省本级 宏达加油站')
})

test('a long list is cut at eight, the longest overdue first', async () => {
  const conversation = await openConversation({ time: '08:30' })
  const parts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(position => ({
    position,
    deadline: `2022-05-${String(17 - position).padStart(2, '0')}`,
  }))
  await enterHazards(conversation.db, ...parts)
  const text = conversation.textIn(siping, await conversation.until('09:05'))
  expect(text).toContain('逾期10条。\n12-10 ')
  expect(text).not.toContain('12-2 ')
  expect(text).toContain('另有2条')
})

test('what a unit has to re-inspect or close itself it is asked for; the division for the rest', async () => {
  const conversation = await openConversation({ time: '08:30' })
  await enterHazards(
    conversation.db,
    { position: 1, state: 'reported' },
    { position: 2, state: 'reinspected' },
    { position: 3, state: 'reported', major: true },
    { report: 13, unit: '吉林省', state: 'reported' },
  )
  const sent = await conversation.until('09:05')
  expect(conversation.textIn(siping, sent)).toBe(
    '【隐患整改】四平市铁东区：待复查1条、待销号1条。\n待复查：12-1，请发“/复查 12-1 合格”或“/复查 12-1 不合格 原因”。\n待销号：12-2，请发“/销号 12-2”。',
  )
  const [digest] = sent.filter(({ where }) => where === heads)
  expect(digest!.choices.map(({ label }) => label)).toEqual([
    '复查合格12-3',
    '复查不合格12-3',
    '复查合格13-1',
    '复查不合格13-1',
  ])
})

test('days off are silent, working weekends are not, and what fell due meanwhile is overdue', async () => {
  // 4 October to 7 October 2022 are free, 8 and 9 October are working 调休.
  const conversation = await openConversation({ date: '2022-09-30', time: '09:30' })
  await enterHazards(conversation.db, { foundOn: '2022-09-20', deadline: '2022-10-03' })
  expect(await planned(conversation.db)).toEqual(['2022-10-08 09:00'])
  await conversation.until('08:59', '2022-10-08')
  const sent = await conversation.until('09:05', '2022-10-08')
  expect(conversation.textIn(siping, sent)).toContain('逾期5天')
  expect(await planned(conversation.db)).toEqual(['2022-10-09 09:00'])
})

test('a day that is declared off or working is respected', async () => {
  const conversation = await openConversation({ time: '10:00' })
  const { say, db } = conversation
  expect(await planned(db)).toEqual(['2022-05-19 09:00'])
  await say(duty, dutyRoom, '/日历 2022-05-19 休')
  expect(await planned(db)).toEqual(['2022-05-20 09:00'])
  await say(duty, dutyRoom, '/日历 2022-05-20 休')
  await say(duty, dutyRoom, '/日历 2022-05-21 班')
  expect(await planned(db)).toEqual(['2022-05-21 09:00'])
})

test('after a stop it comes in the morning, and not any more in the afternoon', async () => {
  for (const [time, heard] of [
    ['11:30', true],
    ['12:00', false],
  ] as const) {
    const before = await openConversation({ time: '08:30' })
    await enterHazards(before.db, {})
    await before.close()
    const conversation = await openConversation({ time, directory: before.directory })
    const sent = await conversation.until('14:00')
    expect(conversation.textIn(siping, sent).includes('【隐患整改】')).toBe(heard)
    expect(await planned(conversation.db)).toEqual(['2022-05-19 09:00'])
  }
})
