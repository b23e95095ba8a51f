import { expect, test } from 'vitest'
import { duty, dutyRoom, openConversation, report, siping, tiedong, tiexi } from '../conversation.ts'

test('what a report lacks is asked for in words that can be filled in and sent back', async () => {
  const { say, db } = await openConversation()
  const [asked] = await say(tiedong, siping, report({ inspectors: '' }))
  expect(asked?.text).toBe(
    '已收第1号：四平市铁东区—四平市宏达加油站，隐患2条，已整改1条。缺“检查人员”。请补：/补 1 检查人员 ××、××',
  )
  const [refused] = await say(tiedong, siping, '/补 1 检查人员 ××、××')
  expect(refused?.text).toBe('请将“检查人员”中的“××”换成实际内容后再发。')
  const [answer] = await say(tiedong, siping, '/补 1 检查人员 张三、李四')
  expect(answer?.text).toBe(
    '第1号“检查人员”已补为“张三、李四”。现为：四平市铁东区—四平市宏达加油站，隐患2条，已整改1条。已无缺项。',
  )
  expect(await db.selectFrom('reports').selectAll().execute()).toMatchObject([
    { inspectors: '["张三","李四"]', personTimes: 2, missing: '[]', version: 2, place: '铁东区平东街道' },
  ])
})

test('several things that are missing are asked for one by one, and what is left is said', async () => {
  const { say } = await openConversation()
  const [asked] = await say(tiedong, siping, report({ inspectors: '', place: '' }))
  expect(asked?.text).toContain('请补：\n/补 1 检查地点 ××街道××号\n/补 1 检查人员 ××、××')
  const [answer] = await say(tiedong, siping, '/补 1 地址 铁东区站前街道')
  expect(answer?.text).toContain('缺“检查人员”。请补：/补 1 检查人员 ××、××')
})

test.each([
  ['/补 1 整改情况 均已整改', { rectification: '均已整改', rectifiedCount: 2 }],
  ['/补 1 整改情况：均已整改', { rectifiedCount: 2 }],
  ['/补1 整改情况 均已整改', { rectifiedCount: 2 }],
  ['／补　第1号　整改情况　均已整改', { rectifiedCount: 2 }],
  ['/bu 1 检查对象 鸿达加油站', { enterprise: '鸿达加油站', hazardCount: 2 }],
  ['/补充 1 日期 5月17日', { date: '2022-05-17' }],
  ['/补 1 行业 工贸', { industry: '工贸' }],
  ['/补 1 问题隐患 1.灭火器过期\n2.通道堵塞\n3.配电箱未接地', { hazardCount: 3 }],
  ['/补 1 存在问题 无', { hazardCount: 0 }],
  ['/补 1 检查人次 5人次', { personTimes: 5, inspectors: '["张三","李四"]' }],
])('%s changes that alone', async (text, expected) => {
  const { say, db } = await openConversation()
  await say(tiedong, siping, report())
  expect((await say(tiedong, siping, text)).at(-1)?.text).toContain('第1号“')
  const [row] = await db.selectFrom('reports').selectAll().execute()
  expect(row).toMatchObject({ place: '铁东区平东街道', version: 2, ...expected })
})

test('a deadline is set for what is not rectified', async () => {
  const { say, db } = await openConversation()
  await say(tiedong, siping, report())
  await say(tiedong, siping, '/补 1 整改期限 5月30日')
  const hazards = await db.selectFrom('hazards').selectAll().orderBy('position').execute()
  expect(hazards.map(({ deadline }) => deadline)).toEqual([null, '2022-05-30'])
  expect((await say(tiedong, siping, '/补 1 整改期限 2月30日'))[0]?.text).toContain('“2月30日”不存在')
})

test.each([
  ['/补', '请写明编号、栏目和内容，例如：/补 12 检查人员 张三、李四'],
  ['/补 1 检查人员', '请写明编号、栏目和内容'],
  ['/补 1 天气 晴', '没有“天气”这一栏。可补：检查单位、受检单位、检查地点'],
  ['/补 1 日期 哪天来着', '看不懂'],
  ['/补 1 日期 2月30日', '“2月30日”不存在'],
  ['/补 1 日期 2019年5月1日', '距今过久'],
  ['/补 1 整改情况 已整改1项', '请写明哪几项已整改'],
  ['/补 1 检查单位 铁西区应急管理局', '第1号是四平市铁东区的报告'],
  ['/补 9 检查人员 张三', '没有编号为9的报告'],
])('%s is refused with what to do, and changes nothing', async (text, answer) => {
  const { say, db } = await openConversation()
  await say(tiedong, siping, report())
  expect((await say(tiedong, siping, text))[0]?.text).toContain(answer)
  const [row] = await db.selectFrom('reports').selectAll().execute()
  expect(row).toMatchObject({ version: 1 })
})

test('the sender, the unit’s officers, the city’s and a duty officer may; others are told who may', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, siping, report())
  const fill = '/补 1 检查人员 王五'
  for (const from of [tiexi, '长春市报送员', '路人甲', '四平市分管领导'])
    expect((await say(from, siping, fill))[0]?.text).toContain(
      '第1号不是您或您单位报送的，未作改动。请由原报送人或其单位、所属市的报送员更正，或联系值班员。',
    )
  expect((await say('四平市报送员', siping, fill))[0]?.text).toContain('已补为“王五”')
  const answers = await say(duty, dutyRoom, '/补 1 检查人员 赵六')
  expect(textIn(dutyRoom, answers)).toContain('已补为“赵六”')
  // The group that it came from hears of it.
  expect(textIn(siping, [...answers, ...(await until('10:00'))])).toContain('已补为“赵六”')
})

test('who is not in the roster may complete what he sent; it goes on waiting', async () => {
  const { say, db } = await openConversation()
  await say('路人甲', siping, report({ inspectors: '' }))
  expect((await say('路人甲', siping, '/补 1 检查人员 王五'))[0]?.text).toContain('已无缺项')
  expect(await db.selectFrom('reports').selectAll().execute()).toMatchObject([{ status: 'pending' }])
})

test('after compiling it goes into the corrected edition', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, siping, report())
  await until('17:00')
  const sent = await say(tiedong, siping, '/补 1 整改情况 均已整改')
  expect(textIn(siping, sent)).toContain('5月18日日报表已编制，第1号（四平市铁东区）列入更正版。')
  expect(textIn(dutyRoom, sent)).toContain('补第1号（四平市铁东区），可用“/日报 更正 2022-05-18”')
  expect(textIn('厅领导群', await say(duty, dutyRoom, '/日报 更正 2022-05-18 确认'))).toContain('已整改2条')
})

test('recalling the command undoes it; recalling the report afterwards takes it back', async () => {
  const { say, db } = await openConversation()
  await say(tiedong, siping, report(), { id: 'm1' })
  await say(tiedong, siping, '/补 1 整改情况 均已整改', { id: 'm2' })
  await say(tiedong, siping, '', { recall: 'm2' })
  const row = () => db.selectFrom('reports').selectAll().executeTakeFirstOrThrow()
  expect(await row()).toMatchObject({ rectifiedCount: 1, status: 'counted' })
  await say(tiedong, siping, '', { recall: 'm1' })
  expect(await row()).toMatchObject({ rectifiedCount: 1, status: 'withdrawn' })
})

test('zero reports and what was taken back cannot be filled in', async () => {
  const { say } = await openConversation()
  await say(tiedong, siping, '零报告')
  expect((await say(tiedong, siping, '/补 1 检查人员 王五'))[0]?.text).toContain(
    '第1号是零报告，不能逐栏补填',
  )
  await say(tiedong, siping, '/撤销 1 确认')
  expect((await say(tiedong, siping, '/补 1 检查人员 王五'))[0]?.text).toContain('第1号已撤销')
})
