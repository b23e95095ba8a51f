import { expect, test } from 'vitest'
import { businessDate, businessTime, moment } from '../../../reports/time.ts'
import { transact } from '../../../storage/database.ts'
import { addTakeover } from '../../../storage/takeovers.ts'
import { plannedTimes } from '../../../storage/wakeups.ts'
import { duty, dutyRoom, openConversation, report, siping, tiedong, tiexi } from '../../conversation.ts'
import { enterHazards } from './enter-hazards.ts'

const heads = '处长工作群'
const head = '危化一处处长'

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

test('the division in charge reads figures and decides by one tap', async () => {
  const conversation = await openConversation({ time: '08:30' })
  const { db, until, say } = conversation
  await enterHazards(
    db,
    { report: 12, position: 1, major: true, deadline: '2022-05-12', text: '储罐区可燃气体报警器失效' },
    { report: 12, position: 2, deadline: '2022-05-15' },
    {
      report: 13,
      unit: '长春市南关区',
      enterprise: '永兴化工',
      foundOn: '2022-05-17',
      deadline: '2022-05-30',
      recurrenceOf: { report: 9, position: 1 },
      afterClosure: true,
    },
    { report: 9, unit: '长春市南关区', enterprise: '永兴化工', state: 'closed' },
    { report: 14, enterprise: '东方化工', state: 'reported', deadline: '2022-05-17' },
    { report: 15, enterprise: '正阳化工', state: 'reinspected' },
    { report: 16, enterprise: '安达化工', deadline: '2022-05-25' },
  )
  await transact(db, tx =>
    addTakeover(tx, {
      kind: 'enterprise',
      unit: '四平市铁东区',
      enterprise: '东方化工',
      hazard: null,
      reason: '重点企业',
      by: '厅领导',
      at: moment('2022-05-17', '10:00').toISOString(),
      noticeAt: null,
    }),
  )
  const sent = (await until('09:05')).filter(({ where }) => where === heads)
  // 危化一处 and 危化二处 are in charge of different industries; all others have nothing to decide.
  expect(sent.map(({ mentions }) => mentions)).toEqual([[head], ['危化二处处长']])
  expect(sent[0]!.text).toMatchInlineSnapshot(`
    "【隐患晨报】危化一处：整改中4条、逾期2条、待复查1条、待销号1条；重大1条、新增屡改屡犯1条。
    待决定：
    12-1 四平市铁东区 宏达加油站：储罐区可燃气体报警器失效（逾期6天，重大隐患发现8天未整改，同企业另有12-2）
    13-1 长春市南关区 永兴化工：灭火器压力不足（第2次发现）
    14-1 四平市铁东区 东方化工：灭火器压力不足（已报整改待复查，省级提级）
    15-1 四平市铁东区 正阳化工：灭火器压力不足（复查合格待销号）
    请回复数字：1 催办全部逾期；2 督办12-1；3 督办13-1；4 复查合格14-1；5 复查不合格14-1；6 销号15-1（5月18日20:00前有效）"
  `)
  expect(sent[0]!.choices.map(({ label, command }) => `${label} ${command}`)).toMatchInlineSnapshot(`
    [
      "催办全部逾期 /催办 逾期",
      "督办12-1 /督办 12-1 12-2",
      "督办13-1 /督办 13-1",
      "复查合格14-1 /复查 14-1 合格",
      "复查不合格14-1 /复查 14-1 不合格",
      "销号15-1 /销号 15-1",
    ]
  `)
  await until('19:00')
  const answered = await say(head, heads, '1')
  expect(conversation.textIn(siping, answered)).toContain('【隐患催办】危化一处催办以下2条隐患')
  // One decision leaves the others open.
  expect(conversation.textIn(heads, await say(head, heads, '2'))).not.toContain('已失效')
})

test('what a head has escalated is not proposed the next morning', async () => {
  const conversation = await openConversation({ time: '08:30' })
  await enterHazards(conversation.db, { position: 1 }, { position: 2 })
  const digests = (sent: Awaited<ReturnType<typeof conversation.until>>) =>
    sent.filter(({ where, text }) => where === heads && text?.startsWith('【隐患晨报】'))
  const [first] = digests(await conversation.until('09:05'))
  const escalation = first!.choices.find(({ label }) => label === '督办12-1')!
  await conversation.say(head, heads, String(escalation.number))
  const [second] = digests(await conversation.until('09:05', '2022-05-19'))
  expect(second!.text).toContain('逾期2条')
  expect(second!.choices.map(({ label }) => label)).toEqual(['催办全部逾期'])
})

test('a request for more time is decided before any escalation', async () => {
  const conversation = await openConversation({ time: '08:00' })
  await enterHazards(conversation.db, {})
  await conversation.say(tiedong, siping, '/延期 12-1 5月25日 配件到货需一周')
  const sent = (await conversation.until('09:05')).filter(({ where }) => where === heads)
  expect(sent[0]!.text).toContain('（逾期2天，申请延期至5月25日）')
  expect(sent[0]!.choices.map(({ label }) => label)).toEqual([
    '催办全部逾期',
    '同意延期12-1',
    '不同意延期12-1',
  ])
  const grant = sent[0]!.choices[1]!.number
  const answered = await conversation.say(head, heads, String(grant))
  expect(conversation.textIn(siping, answered)).toContain('同意延期至5月25日')
})

test('hazards of unknown industry are told to all divisions together, once one is overdue', async () => {
  const conversation = await openConversation({ time: '08:30' })
  await enterHazards(conversation.db, { industry: null, deadline: '2022-05-18' })
  expect(conversation.textIn(heads, await conversation.until('09:05'))).toBe('')
  const sent = await conversation.until('09:05', '2022-05-19')
  const told = sent.filter(({ where, text }) => where === heads && text?.startsWith('【隐患晨报】'))
  expect(told).toHaveLength(1)
  expect(told[0]!.text).toContain('【隐患晨报】行业未注明：整改中1条、逾期1条。')
  expect(told[0]!.choices[0]!.command).toBe('/催办 12-1')
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

test('units that are silent are proposed once, and again after five working days', async () => {
  const conversation = await openConversation({ date: '2022-05-16', time: '10:00' })
  const { until, say, db } = conversation
  await transact(db, tx =>
    tx
      .updateTable('units')
      .set({ reports: 0 })
      .where('name', 'not in', ['四平市铁东区', '四平市铁西区'])
      .execute(),
  )
  const proposals: string[] = []
  for (const day of ['16', '17', '18', '19', '20', '23', '24', '25', '26', '27']) {
    const date = `2022-05-${day}`
    const morning = await until('10:00', date)
    const found = morning.find(({ text }) => text?.startsWith('【督办建议】'))
    if (found !== undefined)
      proposals.push(`${day} ${found.text?.split('\n')[1]} ${found.choices[0]?.command}`)
    await say(tiexi, siping, report({ unit: '四平市铁西区应急管理局', date }))
    await until('17:00', date)
  }
  expect(proposals).toEqual([
    '19 四平市铁东区：连续3次缺报 /督办 四平市铁东区 点名点评',
    '26 四平市铁东区：连续8次缺报 /督办 四平市铁东区 点名点评',
  ])
})
