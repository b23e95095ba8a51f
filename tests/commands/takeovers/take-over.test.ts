import { expect, test } from 'vitest'
import { openConversation, siping, tiedong, tiexi } from '../../conversation.ts'
import { enterHazards } from '../hazards/enter-hazards.ts'

const leaders = '厅领导群'
const leader = '厅领导'
const heads = '处长工作群'

/** A morning on which two hazards of a filling station in 四平市铁东区 are open. */
async function openMorning(date = '2022-05-18') {
  const conversation = await openConversation({ date, time: '10:00' })
  const usual = { report: 7, deadline: '2022-05-20' }
  await enterHazards(
    conversation.db,
    { ...usual, position: 1 },
    { ...usual, position: 2, text: '卸油口静电接地失效', major: true },
  )
  return conversation
}

test('a leader takes an enterprise over: the unit is told after two minutes, not before', async () => {
  const { say, until, textIn } = await openMorning()
  const [answer] = await say(leader, leaders, '/提级 宏达加油站 屡查屡犯，由省级直接盯办')
  expect(answer!.text).toBe(
    '提级1：四平市铁东区 宏达加油站自即日起由省级管理，未销号隐患2条，复查、销号和延期由分管处室办理。两分钟后通知属地，此前可撤销。\n请回复数字：1 撤销（5月18日10:02前有效）',
  )
  const told = await until('10:02')
  expect(textIn(siping, told)).toBe(
    [
      '【提级管理】四平市铁东区 宏达加油站自即日起由省级提级管理（提级1）。原因：屡查屡犯，由省级直接盯办。',
      '复查、销号和延期由危化一处、危化二处办理，属地继续负责整改，按期报送。',
      '未销号隐患2条：',
      '7-1 宏达加油站：灭火器压力不足（整改中，限5月20日）',
      '7-2 宏达加油站：卸油口静电接地失效（重大，整改中，限5月20日）',
    ].join('\n'),
  )
  const inSiping = told.find(({ where }) => where === siping)!
  expect(inSiping.mentions).toEqual([tiedong, '四平市报送员'])
  expect(textIn(heads, told)).toContain('【提级管理】')
})

test('taken back in time it leaves no trace', async () => {
  const { say, until, textIn } = await openMorning()
  const [answer] = await say(leader, leaders, '/提级 7-2')
  const [back] = await say(leader, leaders, answer!.choices[0]!.command)
  expect(back!.text).toBe('提级1（四平市铁东区 宏达加油站（7-2））已撤销，未通知属地。')
  const told = await until('10:30')
  expect(textIn(siping, told)).toBe('')
  expect((await say(leader, leaders, '/提级 撤销 1'))[0]!.text).toContain('不存在、已撤销或已交回')
  expect((await say(leader, leaders, '/提级 清单'))[0]!.text).toContain('没有提级管理的事项')
})

test('once the unit has been told it is handed back, and the unit hears that too', async () => {
  const { say, until } = await openMorning()
  await say(leader, leaders, '/提级 四平市铁东区 连续缺报')
  await until('10:05')
  expect((await say(leader, leaders, '/提级 撤销 1'))[0]!.text).toContain('/提级 交回 1')
  expect((await say(leader, leaders, '/提级 7-1'))[0]!.text).toContain('已由提级1（四平市铁东区）涵盖')
  expect((await say(leader, leaders, '/提级'))[0]!.text).toBe(
    '提级管理1项：\n提级1 四平市铁东区：5月18日起，未销号隐患2条，连续缺报\n交回：/提级 交回 编号',
  )
  const sent = await say(leader, leaders, '/提级 交回 1')
  expect(sent.map(({ where, text }) => [where, text])).toEqual([
    [leaders, '提级1（四平市铁东区）已交回属地管理，未销号隐患2条由属地继续整改、复查。'],
    [siping, '【提级管理】四平市铁东区已交回属地管理（提级1），未销号隐患2条，请继续做好整改、复查和销号。'],
    [heads, '【提级管理】四平市铁东区已交回属地管理（提级1），未销号隐患2条。'],
  ])
})

test('a stop over the notice: it is held anew, and goes out once', async () => {
  const first = await openMorning()
  await first.say(leader, leaders, '/提级 7-1')
  await first.close()
  const { directory } = first
  const again = await openConversation({ directory, date: '2022-05-18', time: '10:40' })
  await again.bot.pump()
  expect(again.textIn(siping)).toBe('')
  await again.until('10:45')
  await again.until('12:00')
  expect(again.sent.filter(({ where }) => where === siping)).toHaveLength(1)
})

test.each([
  ['危化二处处长', heads, '/提级 7-1', '“/提级”由厅领导使用'],
  [leader, leaders, '/提级 9-9', '没有编号为9-9的隐患'],
  [leader, leaders, '/提级 哪里都没有的公司', '台账中没有单位或企业“哪里都没有的公司”。例如：/提级'],
  [leader, leaders, '/提级 吉林省', '无需提级'],
  [leader, leaders, '/提级 省本级 理由', '无需提级'],
  [leader, leaders, '/提级 交回 5', '提级5不存在、已撤销或已交回'],
])('%s in %s: %s is refused', async (from, room, text, words) => {
  const { say } = await openMorning()
  const sent = await say(from, room, text)
  expect(sent.map(each => each.text).join()).toContain(words)
})

test('the daily report lists it until it is handed back', async () => {
  const { say, until, textIn } = await openMorning()
  await say(leader, leaders, '/提级 宏达加油站 省级盯办')
  expect(textIn(leaders, await until('16:35'))).toContain(
    '五、隐患清零与督办\n台账未销号2条，其中重大1条、逾期0条、屡改屡犯0条。\n无在办督办。\n提级管理1项：\n提级1 四平市铁东区 宏达加油站：5月18日起，未销号隐患2条，省级盯办。',
  )
  await say(leader, leaders, '/提级 交回 1')
  expect(textIn(leaders, await until('16:35', '2022-05-19'))).not.toContain('提级管理')
})

test('until the unit is told only leaders know', async () => {
  const { say, until, textIn } = await openMorning()
  await say(leader, leaders, '/提级 宏达加油站 屡查屡犯')
  const seen = async () => ({
    board: textIn(siping, await say(tiedong, siping, '/台账')),
    record: textIn(siping, await say(tiedong, siping, '/台账 7-1')),
    list: textIn(heads, await say('危化二处处长', heads, '/提级 清单')),
  })
  const before = await seen()
  expect(before.board).toContain('提级0条')
  expect(before.record).not.toContain('提级')
  expect(before.list).toBe('目前没有提级管理的事项。')
  expect(textIn(leaders, await say(leader, leaders, '/提级 清单'))).toContain(
    '屡查屡犯，5月18日10:02通知属地',
  )
  await until('10:03')
  const after = await seen()
  expect(after.board).toContain('提级2条')
  expect(after.record).toContain('提级：5月18日10:00（厅领导），屡查屡犯')
  expect(after.list).toContain('提级1 四平市铁东区 宏达加油站：5月18日起，未销号隐患2条，屡查屡犯')
  expect(after.list).not.toContain('通知属地')
})

test('a city is taken over with its counties: its group is told once, and the province judges theirs', async () => {
  const { db, say, until, textIn } = await openMorning()
  await enterHazards(
    db,
    { report: 8, unit: '四平市铁西区', enterprise: '正阳化工', deadline: '2022-05-20', state: 'reported' },
    { report: 9, unit: '长春市南关区' },
  )
  const [answer] = await say(leader, leaders, '/提级 四平市 连续缺报')
  expect(answer!.text).toContain('提级1：四平市自即日起由省级管理，未销号隐患3条')
  const told = (await until('10:05')).filter(({ where }) => where === siping)
  expect(told).toHaveLength(1)
  expect(told[0]!.text).toContain('7-1 四平市铁东区 宏达加油站：')
  expect(told[0]!.mentions).toEqual(['四平市报送员', tiedong, tiexi])
  expect(textIn(siping, await say('四平市报送员', siping, '/复查 8-1 合格'))).toContain('已由省级提级管理')
  expect(textIn(leaders, await say(leader, leaders, '/提级 四平市铁西区'))).toContain(
    '已由提级1（四平市）涵盖',
  )
  expect(textIn(siping, await say('四平市报送员', siping, '/台账'))).toContain('提级3条')
})

test('an enterprise is found by a part of its name; of several it is asked which', async () => {
  const { db, say, textIn } = await openMorning()
  await enterHazards(
    db,
    { report: 8, unit: '长春市南关区', enterprise: '永兴加油站' },
    { report: 9, unit: '四平市铁西区', enterprise: '永兴化工' },
    { report: 10, unit: '吉林省', enterprise: '宏达加油站' },
  )
  const answer = async (text: string) => textIn(leaders, await say(leader, leaders, text))
  expect(await answer('/提级 加油站')).toContain('“加油站”有2家，请写全称：宏达加油站、永兴加油站。')
  expect(await answer('/提级 四平市 永兴 拒不整改')).toContain('提级1：四平市铁西区 永兴化工自即日起')
  // What the province found there is under the province anyway.
  expect(await answer('/提级 宏达 屡查屡犯')).toContain('提级2：四平市铁东区 宏达加油站自即日起')
  expect(await answer('/提级 10-1')).toContain('无需提级')
})

test('where nothing is open it says so, and the heads hear of both', async () => {
  const { db, say, until, textIn } = await openConversation({ time: '10:00' })
  await enterHazards(db, { state: 'closed' })
  const [answer] = await say(leader, leaders, '/提级 宏达加油站 重点盯办')
  expect(answer!.text).toContain('由省级管理，目前无未销号隐患，')
  const told = await until('10:05')
  expect(textIn(siping, told)).toMatch(/\n目前无未销号隐患。$/)
  const called = ['危化一处处长', '危化二处处长']
  expect(told.find(({ where }) => where === heads)!.mentions).toEqual(called)
  expect(textIn(leaders, await until('16:35'))).toContain(
    '台账无未销号隐患。\n无在办督办。\n提级管理1项：\n提级1 四平市铁东区 宏达加油站：5月18日起，目前无未销号隐患，重点盯办。',
  )
  const back = await say(leader, leaders, '/提级 交回 1')
  expect(textIn(leaders, back)).toBe('提级1（四平市铁东区 宏达加油站）已交回属地管理，目前无未销号隐患。')
  expect(back.find(({ where }) => where === heads)!.mentions).toEqual(called)
  expect(textIn(siping, back)).toMatch(/目前无未销号隐患。$/)
})

test('of what is taken over the officers of the city are called as well', async () => {
  const { say, until } = await openMorning()
  await say(leader, leaders, '/提级 7-2')
  await until('10:05')
  const called = [tiedong, '四平市报送员']
  const inSiping = (sent: Awaited<ReturnType<typeof until>>) => sent.find(({ where }) => where === siping)!
  expect(inSiping(await say('危化一处处长', heads, '/催办 7-1')).mentions).toEqual([tiedong])
  expect(inSiping(await say('危化一处处长', heads, '/催办 7-2')).mentions).toEqual(called)
  const morning = await until('09:05', '2022-05-20')
  const digest = morning.find(({ text }) => text?.startsWith('【隐患整改】'))!
  expect(digest.text).toContain('7-2 宏达加油站：卸油口静电接地失效（重大，今日到期，省级提级）')
  expect(digest.mentions).toEqual(called)
})
