import { expect, test } from 'vitest'
import { hazardEvents } from '../../../../storage/hazard-events.ts'
import { duty, dutyRoom, openConversation, siping, tiedong, tiexi } from '../../../conversation.ts'
import { enterHazards } from '../enter-hazards.ts'

const heads = '处长工作群'
const head = '危化一处处长'

test('a head urges hazards: one message a group, its officers mentioned', async () => {
  const { db, say, sent } = await openConversation()
  await enterHazards(
    db,
    { report: 12 },
    { report: 13, unit: '四平市铁西区', major: true, deadline: '2022-05-11' },
    { report: 14, unit: '长春市南关区', deadline: null },
  )
  const answers = await say(head, heads, '/催办 12-1、13-1 14-1')
  expect(answers.map(({ where }) => where)).toEqual([siping, '长春市日报报送群', heads])
  expect(answers[0]!.mentions.toSorted()).toEqual([tiexi, tiedong].toSorted())
  expect(answers[0]!.text).toMatchInlineSnapshot(`
    "【隐患催办】危化一处催办以下2条隐患，请尽快整改并反馈：
    四平市铁西区：
    13-1 宏达加油站：灭火器压力不足（重大，逾期7天）
    四平市铁东区：
    12-1 宏达加油站：灭火器压力不足（逾期2天）
    整改后请发“/整改 13-1 情况”；需延期请发“/延期 13-1 日期 理由”。"
  `)
  expect(answers[1]!.text).toContain('报期限请发“/延期 14-1 日期 理由”')
  expect(answers[2]!.text).toBe('已催办3条：12-1、13-1、14-1。')
  expect(sent).toHaveLength(3)
  expect((await hazardEvents(db, 1)).map(({ step, by }) => `${step} ${by}`)).toEqual([
    'find 系统',
    `urge ${head}`,
  ])
})

test('the same hazard is not urged twice within four hours', async () => {
  const { db, say, until, textIn } = await openConversation()
  await enterHazards(db, { position: 1 }, { position: 2 })
  await say(head, heads, '/催办 12-1')
  const again = await say(head, heads, '/催办 12-1')
  expect(again.map(({ text }) => text)).toEqual(['12-1在4小时内已催办过，不重复催办。'])
  const both = await say(head, heads, '/cub 逾期')
  expect(textIn(siping, both)).toContain('催办以下1条隐患')
  expect(textIn(heads, both)).toBe('已催办1条：12-2。\n12-1在4小时内已催办过，不重复催办。')
  await until('13:01')
  expect(textIn(siping, await say(head, heads, '/催办 12-1'))).toContain('12-1')
})

test('逾期 takes those of the own division; a duty officer those of all', async () => {
  const { db, say, textIn } = await openConversation()
  await enterHazards(
    db,
    { report: 12 },
    { report: 13, industry: '工贸' },
    { report: 14, deadline: '2022-05-18' },
    { report: 15, state: 'reported' },
  )
  expect(textIn(heads, await say(head, heads, '/催办 逾期'))).toBe('已催办1条：12-1。')
  expect(textIn(dutyRoom, await say(duty, dutyRoom, '/催办 逾期'))).toBe(
    '已催办1条：13-1。\n12-1在4小时内已催办过，不重复催办。',
  )
  expect(textIn(heads, await say('煤矿一处处长', heads, '/催办 逾期'))).toContain('没有逾期未整改的隐患')
})

test('逾期 takes those of some industries where they are named', async () => {
  const { db, say } = await openConversation()
  await enterHazards(
    db,
    { report: 12 },
    { report: 13, industry: '工贸' },
    { report: 14, industry: '烟花爆竹' },
    { report: 15, industry: null },
  )
  const text = async (said: string) => (await say(duty, dutyRoom, said)).at(-1)?.text
  expect(await text('/催办 逾期 工贸')).toBe('已催办1条：13-1。')
  expect(await text('/催办 逾期 行业未注明')).toBe('已催办1条：15-1。')
  expect(await text('/催办 逾期 危化 烟花爆竹')).toBe('已催办2条：12-1、14-1。')
  expect(await text('/催办 逾期 煤矿')).toBe('目前没有逾期未整改的隐患，无需催办。')
  expect(await text('/催办 逾期 航空')).toBe('请写明行业，例如：/催办 逾期 煤矿')
})

test('what cannot be urged is told, and nothing happens', async () => {
  const { db, say } = await openConversation()
  await enterHazards(
    db,
    { report: 12, industry: '工贸' },
    { report: 13, state: 'closed' },
    { report: 14, unit: '吉林省' },
  )
  const text = async (said: string) => (await say(head, heads, said)).map(each => each.text).join('\n')
  expect(await text('/催办 12-1')).toBe('12-1（工贸）由工贸处分管，请由其催办。')
  expect(await text('/催办 13-1')).toContain('无需再办')
  expect(await text('/催办 14-1')).toContain('没有报送群')
  expect(await text('/催办 99-1')).toContain('没有编号为99-1的隐患')
  expect(await text('/催办')).toContain('请写明隐患编号')
  expect((await say(tiedong, siping, '/催办 12-1')).map(each => each.text).join()).toContain('由处长')
  expect(await hazardEvents(db, 1)).toHaveLength(1)
})
