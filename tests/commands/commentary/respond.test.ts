import { expect, test } from 'vitest'
import { transact } from '../../../storage/database.ts'
import { readRoster, replaceRoster } from '../../../storage/roster.ts'
import { duty, dutyRoom, report, siping, tiedong, tiexi } from '../../conversation.ts'
import { rename } from '../renamed-unit.ts'
import { city, committee, head, heads, openCommentedDay, publish, question } from './commented-day.ts'

const nanguan = '长春市南关区报送员'
const changchun = '长春市日报报送群'

test('a unit answers: a short receipt in its group, the author told, the heads’ group left in peace', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  const answers = await day.say(tiedong, siping, '/回应 1 灭火器已更换，\n配电箱5月25日前完成。')
  expect(answers.map(({ where, text }) => [where, text])).toEqual([
    [siping, '已收四平市铁东区对危化二处日点评第1期的回应，已转危化二处处长。'],
    [
      head,
      '【回应】危化二处日点评第1期：四平市铁东区（四平市铁东区报送员）回应：灭火器已更换，\n配电箱5月25日前完成。\n应回应1家，均已回应。',
    ],
  ])
})

test.each([
  '/回应 1 已整改',
  '／回应　１　已整改',
  '/回应1 已整改',
  '/回应 编号1：已整改',
  '/回应 危化二处1 已整改',
  '/回应 危化二处第1期：已整改',
  '/回应 危化二处 第1期（5月18日） 已整改',
  '/回应危化二处日点评第1期 已整改',
  '/hy 第1期 已整改',
  '/回应 已整改',
  '回应 1：已整改',
  '回应：已整改',
  '【回应】危化二处日点评第1期：已整改',
])('the number can be written as people write it: %s', async text => {
  const day = await openCommentedDay()
  await publish(day, question)
  expect(day.textIn(head, await day.say(tiedong, siping, text))).toContain('回应：已整改\n')
})

test('a sentence about the commentary counts as a whole', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  const text = '关于危化二处日点评第1期指出的问题，已整改。'
  expect(day.textIn(head, await day.say(tiedong, siping, text))).toContain(`回应：${text}`)
})

test.each(['回应一下领导的关心', '关于明天的日点评会议，请准时参加', '回应3号线问题的材料已上报', '回应'])(
  'ordinary talk stays talk: %s',
  async text => {
    const day = await openCommentedDay()
    await publish(day, question)
    expect(await day.say(tiedong, siping, text)).toEqual([])
  },
)

test.each([
  ['/回应 1 1-2已整改', '1-2已整改'],
  ['/回应 第1期 3项均已整改', '3项均已整改'],
  ['/回应 5月20日前完成整改', '5月20日前完成整改'],
  ['/回应 3项均已整改', '3项均已整改'],
])('figures in an answer are no commentary’s number: %s', async (said, answer) => {
  const day = await openCommentedDay()
  await publish(day, question)
  expect(day.textIn(head, await day.say(tiedong, siping, said))).toContain(`回应：${answer}\n`)
})

test('a reply that quotes the head’s own message needs no number', async () => {
  const day = await openCommentedDay()
  await day.say(head, heads, `/点评 ${question}`, { id: 'draft' })
  await day.say(head, heads, '/点评 发布 1')
  await day.until('16:37')
  expect(day.textIn(head, await day.say(tiedong, siping, '已整改', { quote: 'draft' }))).toContain(
    '回应：已整改\n',
  )
})

const quotedText = '【日点评】危化二处 第1期（5月18日）'

test.each(['好的', '收到，马上安排', '@李四 你们看下', '收到，已知悉，谢谢处长！'])(
  'a bare word below a quoted commentary is no answer: %s',
  async text => {
    const day = await openCommentedDay()
    await publish(day, question)
    expect(await day.say(tiedong, siping, text, { quotedText })).toEqual([])
    expect(await day.db.selectFrom('commentaryAnswers').select('id').execute()).toEqual([])
  },
)

test.each([
  ['', { quotedText }],
  ['/回应 1 ', {}],
  ['回应1：', {}],
])('a report that answers is taken as both: %s', async (front, extras) => {
  const day = await openCommentedDay()
  await publish(day, question)
  const text = `${front}${report({ enterprise: '四平市新星化工厂' })}`
  const sent = await day.say(tiedong, siping, text, extras)
  expect(day.textIn(siping, sent)).toContain('已收四平市铁东区对危化二处日点评第1期的回应')
  expect(day.textIn(siping, sent)).toContain('已收第2号：四平市铁东区—四平市新星化工厂')
})

test('a correction that quotes a commentary corrects, and a refused answer keeps no report from being taken', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  const correction = `更正第1号\n${report({ rectification: '均已整改' })}`
  const sent = await day.say(tiedong, siping, correction, { quotedText })
  expect(day.textIn(siping, sent)).toContain('第1号已更正')
  expect(await day.db.selectFrom('commentaryAnswers').select('id').execute()).toHaveLength(1)
  const other = await day.say(tiedong, siping, `/回应 9 ${report({ enterprise: '四平市新星化工厂' })}`)
  expect(day.textIn(siping, other)).toMatch(/没有这一期/)
  await day.say(tiexi, siping, `/回应 1 ${report({ unit: '四平市铁西区应急管理局' })}`)
  const late = await day.say(
    tiedong,
    siping,
    `${report({ enterprise: '铁东石化公司' })}\n备注：${'长'.repeat(2000)}`,
    { quotedText },
  )
  const told = day.textIn(siping, [...late, ...(await day.until('16:40'))])
  expect(told).toContain('回应请在2000字以内')
  expect(told).toMatch(/已收第\d号：四平市铁东区—铁东石化公司/)
})

test('an answer is kept tidy', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  const sent = await day.say(tiedong, siping, '/回应 1 @所有人 \u202e已整改\u0001')
  expect(day.textIn(head, sent)).toContain('回应：已整改\n')
})

test('of a head who has left the answers go to the division’s present one, who is named', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  const roster = await readRoster(day.db)
  const people = roster.people.map(person => (person.name === head ? { ...person, name: '新处长' } : person))
  await transact(day.db, tx => replaceRoster(tx, { ...roster, people }))
  const sent = await day.say(tiedong, siping, '/回应 1 已整改')
  expect(day.textIn(siping, sent)).toContain('，已转新处长。')
  expect(day.textIn('新处长', sent)).toContain('【回应】')
  expect(
    day.textIn(heads, await day.say('新处长', heads, '/点评 更正 1 改为请四平市铁东区反馈。')),
  ).not.toContain('只能由其本人操作')
})

test('a renamed unit’s officer answers for it in the group that was told', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  await rename(day)
  const sent = await day.say(tiedong, siping, '/回应 1 已整改')
  expect(day.textIn(siping, sent)).toContain('已收四平市铁东区对')
  expect((await day.say(nanguan, changchun, '/回应 1 已整改'))[0]?.text).toContain('未涉及本单位')
})

test('numbers begin anew each year: the one that concerns the unit is meant, or the one whose title is quoted', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  await publish(day, '请四平市铁西区反馈整改情况。')
  await publish(day, '请四平市铁东区反馈整改情况。')
  // The first is the last year's: of the others two have its number.
  const redate = async (id: number, date: string) => {
    const { issued } = await day.db
      .selectFrom('commentaries')
      .select('issued')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const changed = JSON.stringify({ ...JSON.parse(issued!), number: 1, date })
    await day.db
      .updateTable('commentaries')
      .set({ number: 1, date, issued: changed })
      .where('id', '=', id)
      .execute()
  }
  await redate(1, '2020-12-30')
  await redate(2, '2021-03-02')
  await redate(3, '2022-05-18')
  const answered = async () =>
    (await day.db.selectFrom('commentaryAnswers').select('commentaryId').orderBy('id').execute()).map(
      ({ commentaryId }) => commentaryId,
    )
  await day.say(tiexi, siping, '/回应 危化二处第1期 已整改')
  await day.say(tiedong, siping, '/回应 危化二处第1期 已整改')
  await day.say(tiedong, siping, '全部整改完毕', { quotedText: '【日点评】危化二处 第1期（12月30日）' })
  expect(await answered()).toEqual([2, 3, 1])
})

test.each([
  [tiedong, siping, '/回应 9 已整改', '没有这一期日点评'],
  [tiedong, siping, '/回应 煤矿一处第1期 已整改', '没有这一期日点评'],
  [nanguan, changchun, '/回应 1 已整改', '危化二处日点评第1期未涉及本单位，无需回应。'],
  [tiexi, siping, '/回应 1 已整改', '未涉及本单位'],
  [tiexi, siping, '/回应 已整改', '请写明点评编号和内容'],
  [duty, dutyRoom, '/回应 1 已整改', '由涉及单位的报送员回应'],
  ['四平市分管领导', committee, '/回应 1 已整改', '“/回应”由报送员'],
  ['路人甲', siping, '/回应 1 已整改', '“/回应”由报送员'],
])('%s in %s: %s is refused', async (from, room, text, refusal) => {
  const day = await openCommentedDay()
  await publish(day, question)
  const answers = await day.say(from, room, text)
  expect(answers).toHaveLength(1)
  expect(answers[0]?.text).toContain(refusal)
  expect(await day.db.selectFrom('commentaryAnswers').select('id').execute()).toEqual([])
})

test('an answer longer than a commentary is refused', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  const [answer] = await day.say(tiedong, siping, `/回应 1 ${'已'.repeat(10_000)}`)
  expect(answer?.text).toBe('回应请在2000字以内，现为10000字，请精简后重新发送。')
})

test('a draft cannot be answered', async () => {
  const day = await openCommentedDay()
  await day.say(head, heads, `/点评 ${question}`)
  expect((await day.say(tiedong, siping, '/回应 1 已整改'))[0]?.text).toContain('尚未发出')
})

test('the same answer again changes nothing, another one is added', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  await day.say(tiedong, siping, '/回应 1 已整改')
  const again = await day.say(tiedong, siping, '/回应 1 已整改')
  expect(again.map(({ where }) => where)).toEqual([siping])
  expect(again[0]?.text).toContain('无需重复')
  await day.say(tiedong, siping, '/回应 1 补充：照片已上报')
  const shown = (await day.say(tiedong, siping, '/回应 1')).at(-1)
  expect(shown?.text).toContain('【日点评】危化二处 第1期')
  expect(shown?.text).toContain('5月18日16:35 四平市铁东区（四平市铁东区报送员）：已整改\n')
  expect(shown?.text).toContain('：补充：照片已上报')
})

test('an officer who names no number is told which wait', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  await publish(day, '请四平市铁东区说明第1号报告的依据。', '危化一处处长')
  const [list] = await day.say(tiedong, siping, '/回应 已整改')
  expect(list?.text).toBe(
    '请写明回应哪一期：危化一处日点评第1期（编号2）；危化二处日点评第1期（编号1）。例如“/回应 2 已整改”。',
  )
  expect((await day.say(tiedong, siping, '/回应 第1期 已整改'))[0]?.text).toContain('请写明是哪一期')
  expect((await day.say(tiedong, siping, '/回应'))[0]?.text).toContain('待回应：危化一处日点评第1期（编号2）')
})

test('the city’s officer answers for its districts, in private as well', async () => {
  const day = await openCommentedDay()
  await publish(day, '请四平市铁东区、四平市铁西区、长春市南关区反馈整改情况。')
  const first = await day.say(city, siping, '/回应 1 铁东区已整改')
  expect(day.textIn(head, first)).toContain('已回应1家：四平市铁东区；未回应2家：')
  // What is left of the city, though it is named itself; Changchun is not its own.
  const second = await day.say(city, null, '/回应 1 四平市其余正在整改')
  expect(second.map(({ where }) => where)).toEqual([city])
  expect(day.textIn(head, await day.until('16:40'))).toContain('未回应1家：长春市南关区。')
})

test('the head sees who has answered', async () => {
  const day = await openCommentedDay()
  await publish(day, '请四平市铁东区、四平市铁西区反馈整改情况。')
  await day.say(tiexi, siping, '/回应 1 正在整改')
  const [shown] = await day.say(head, null, '/回应 第1期')
  expect(shown?.text).toContain('应回应2家，已回应1家：四平市铁西区；未回应1家：四平市铁东区。')
})

test('many answers reach the head together', async () => {
  const day = await openCommentedDay()
  await publish(day, '请四平市铁东区、四平市铁西区、四平市梨树县反馈整改情况。')
  await day.say(tiedong, siping, '/回应 1 已整改')
  await day.say(tiexi, siping, '/回应 1 正在整改')
  await day.say('四平市梨树县报送员', siping, '/回应 1 已整改')
  const later = (await day.until('16:40')).filter(({ where }) => where === head)
  expect(later).toHaveLength(1)
  expect(later[0]?.text).toContain('四平市铁西区报送员')
  expect(later[0]?.text).toContain('四平市梨树县报送员')
})

test('a report that speaks of a commentary is still a report', async () => {
  const day = await openCommentedDay()
  const answers = await day.say(tiexi, siping, report({ unit: '四平市铁西区应急管理局' }))
  expect(answers[0]?.text).toContain('已收第2号')
})
