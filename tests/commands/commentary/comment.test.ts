import { expect, test } from 'vitest'
import { duty, dutyRoom, siping, tiexi } from '../../conversation.ts'
import { committee, head, heads, openAfternoon, praise } from './commented-day.ts'

test('a draft comes back with what was understood, whom it goes to, and three choices', async () => {
  const { say } = await openAfternoon()
  const [preview, ...rest] = await say(
    head,
    heads,
    '/点评\n四平市铁东区检查较好，提出表扬。\n一是1-2号隐患请铁东区今日反馈；\n二是各地举一反三。@所有人',
  )
  expect(rest).toEqual([])
  expect(preview!.where).toBe(heads)
  expect(preview!.text!.split('\n').slice(0, 11)).toEqual([
    '拟发危化二处日点评（编号1）',
    '性质：表扬、工作要求（可发送“/点评 性质 1 表扬、工作要求”注明）',
    '────',
    '四平市铁东区检查较好，提出表扬。',
    '一是1-2号隐患请铁东区今日反馈；',
    '二是各地举一反三。',
    '────',
    `发至：${heads}、${committee}、${siping}`,
    '提醒：四平市铁东区报送员',
    '卡片：1张',
    '请其回应：四平市铁东区',
  ])
  expect(preview!.choices.map(({ label }) => label)).toEqual(['发布', '修改', '取消'])
})

test('numbers that there are not are told, and do not keep it back', async () => {
  const { say, db } = await openAfternoon()
  const [preview] = await say(head, heads, '/点评 第1号写得好，第99号、1-7号隐患要抓紧整改。')
  expect(preview!.text).toContain('未关联：没有第99号报告；第1号报告没有第7项隐患，请核对编号。')
  expect(preview!.choices).toHaveLength(3)
  const [row] = await db.selectFrom('commentaries').selectAll().execute()
  expect(JSON.parse(row!.references)).toEqual({ units: ['四平市铁东区'], reports: [1], hazards: [] })
})

test('who is meant by a number alone is named and asked, and the preview tells what was linked', async () => {
  const { say, db } = await openAfternoon()
  const [preview] = await say(head, heads, '/点评 第1号依据不全，请说明1-2号、6-1号隐患未整改原因。')
  expect(preview!.text).toContain(
    '请其回应：四平市铁东区\n涉及：第1号；1-2号隐患\n未关联：没有第6号报告，请核对编号。',
  )
  expect(preview!.text).toContain(`、${siping}\n提醒：四平市铁东区报送员\n`)
  const [row] = await db.selectFrom('commentaries').select(['references', 'asked']).execute()
  expect(JSON.parse(row!.references).units).toEqual(['四平市铁东区'])
  expect(JSON.parse(row!.asked)).toEqual(['四平市铁东区'])
})

test('a unit that there is not is told, and its city is not asked for it', async () => {
  const { say } = await openAfternoon()
  const [preview] = await say(head, heads, '/点评 四平市火星区要整改。')
  expect(preview!.text).toContain('未找到单位“火星区”，不另行通知')
  expect(preview!.text).not.toContain('请其回应')
})

test.each([
  ['/点评 　　今日较好。\n　　一是各地', '　　今日较好。\n　　一是各地'],
  ['/点评\n　　今日较好。', '　　今日较好。'],
  ['/点评　今日较好。', '今日较好。'],
  ['/点评：\n  今日较好。', '  今日较好。'],
])('the first line keeps its indent: %j', async (said, text) => {
  const { say } = await openAfternoon()
  expect((await say(head, heads, said))[0]!.text).toContain(`────\n${text}\n────`)
})

test('a report that was taken back is not commented on', async () => {
  const { say, db } = await openAfternoon()
  await db.updateTable('reports').set({ status: 'withdrawn' }).execute()
  expect((await say(head, heads, '/点评 第1号写得好'))[0]!.text).toContain('未关联：第1号报告已撤销')
})

test('a unit that may be several is asked for, and does not keep it back', async () => {
  const { say } = await openAfternoon()
  const [preview] = await say(head, heads, '/点评 二道检查较好。\n铁栋区应急局要抓紧整改。')
  expect(preview!.choices).toHaveLength(3)
  expect(preview!.text!.split('\n').slice(-5)).toEqual([
    `发至：${heads}、${committee}`,
    '卡片：1张',
    '“二道”是否为：长春市二道区、通化市二道江区？请修改为全称；未修改的不另行通知该单位。',
    '“铁栋区”是否为：四平市铁西区、四平市铁东区？请修改为全称；未修改的不另行通知该单位。',
    expect.stringMatching('1 发布；2 修改；3 取消'),
  ])
})

test('another division’s industry is allowed and marked', async () => {
  const { say } = await openAfternoon()
  expect((await say(head, heads, '/点评 各地煤矿要抓紧排查隐患。'))[0]!.text).toContain('协同：煤矿')
  expect((await say(head, heads, '/点评 各地烟花爆竹要抓紧排查隐患。'))[0]!.text).not.toContain('协同')
})

test.each([
  ['/点评', '请写明点评内容'],
  ['/点评 @所有人', '请写明点评内容'],
  ['/点评 。！', '请写明点评内容'],
  ['/点评 1', '请写明点评内容'],
  [`/点评 ${'各地要抓紧整改。'.repeat(1250)}`, '点评共10000字，超过上限2000字'],
])('what cannot be sent out is not drafted: %.8s', async (text, answer) => {
  const { say, db } = await openAfternoon()
  expect((await say(head, heads, text))[0]!.text).toContain(answer)
  expect(await db.selectFrom('commentaries').selectAll().execute()).toEqual([])
})

test('only division heads comment, in their group or privately', async () => {
  const { say, db } = await openAfternoon()
  for (const [who, where] of [
    [tiexi, siping],
    [duty, dutyRoom],
    ['厅领导', null],
  ] as const)
    expect((await say(who, where, `/点评 ${praise}`))[0]!.text).toBe(
      '“/点评”由处长使用。如有需要，请联系值班员。',
    )
  expect((await say(head, siping, `/点评 ${praise}`))[0]!.text).toBe(
    '日点评请在“处长工作群”或私聊机器人发送。',
  )
  expect(await db.selectFrom('commentaries').selectAll().execute()).toEqual([])
  expect((await say(head, null, `/点评 ${praise}`))[0]!).toMatchObject({ where: head })
})

test('it is changed as a whole, and its nature can be stated', async () => {
  const { say } = await openAfternoon()
  await say(head, heads, `/点评 ${praise}`)
  expect((await say(head, heads, '2'))[0]!.text).toBe('请发送“/点评 修改 1 修改后的全文”。')
  const [changed] = await say(head, heads, '/点评 修改 1 各地：\n1.抓紧整改；\n2.按时报送。')
  expect(changed!.text).toContain('────\n各地：\n1.抓紧整改；\n2.按时报送。\n────')
  const [stated] = await say(head, heads, '/点评 性质 1 指出问题、工作要求')
  expect(stated!.text).toContain('性质：指出问题、工作要求')
  expect((await say(head, heads, '/点评 性质 1 批评'))[0]!.text).toContain('性质请从表扬、指出问题、工作要求')
})

test('nobody goes on with another’s draft', async () => {
  const { say, until } = await openAfternoon()
  await say(head, heads, `/点评 ${praise}`)
  for (const text of [
    '/点评 发布 1',
    '/点评 取消 1',
    '/点评 修改 1 改',
    '/点评 更正 1 改',
    '/点评 性质 1 表扬',
  ])
    expect((await say('工贸处处长', heads, text))[0]!.text).toContain('由危化二处处长起草，只能由其本人操作')
  const [other] = await say('工贸处处长', heads, '1')
  expect(other!.text).toBe('该选项由危化二处处长办理。')
  expect(await until('17:00')).toEqual([])
})

test.each([
  ['/点评更正：第1期 各地要抓紧整改。', '拟更正危化二处日点评第1期'],
  ['/点评 更正：1 各地要抓紧整改。', '拟更正危化二处日点评第1期'],
  ['/点评更正危化二处第1期：各地要抓紧整改。', '拟更正危化二处日点评第1期'],
  ['/点评状态：第1期', '第1期（编号1）：'],
  ['/点评 状态良好的企业要保持。', '拟发危化二处日点评（编号2）'],
  ['/点评 取消不合格企业的评优。', '拟发危化二处日点评（编号2）'],
])('the second word needs no space: %s', async (text, answer) => {
  const { publish, say, until } = await openAfternoon()
  await publish(praise)
  await until('16:51')
  expect((await say(head, heads, text))[0]!.text).toContain(answer)
})

test('what would take more than eight cards is refused', async () => {
  const { say, db } = await openAfternoon()
  const long = '好\n'.repeat(900)
  expect((await say(head, heads, `/点评 ${long}`))[0]!.text).toMatch(/^点评将生成卡片\d+张，超过上限8张/)
  expect(await db.selectFrom('commentaries').selectAll().execute()).toEqual([])
})
