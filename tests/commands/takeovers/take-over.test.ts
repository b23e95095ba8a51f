import { expect, test } from 'vitest'
import { transact } from '../../../storage/database.ts'
import { enterHazard } from '../../../storage/tracked-hazards.ts'
import { openConversation, siping, tiedong } from '../../conversation.ts'

const leaders = '厅领导群'
const leader = '厅领导'
const heads = '处长工作群'

/** A morning on which two hazards of a filling station in 四平市铁东区 are open. */
async function openMorning(date = '2022-05-18') {
  const conversation = await openConversation({ date, time: '10:00' })
  for (const position of [1, 2])
    await transact(conversation.db, tx =>
      enterHazard(
        tx,
        {
          report: 7,
          position,
          unit: '四平市铁东区',
          enterprise: '宏达加油站',
          place: null,
          industry: '危险化学品',
          text: position === 1 ? '灭火器压力不足' : '卸油口静电接地失效',
          major: position === 2,
          foundOn: '2022-05-10',
          deadline: '2022-05-20',
          state: 'rectifying',
          rectifiedBy: null,
          reinspectedBy: null,
          onTheSpot: false,
          recurrenceOf: null,
          afterClosure: false,
        },
        { step: 'find', at: '2022-05-10T02:00:00Z', by: tiedong, note: null, evidence: [] },
      ),
    )
  return conversation
}

test('a leader takes an enterprise over: the unit is told after two minutes, not before', async () => {
  const { say, until, textIn } = await openMorning()
  const [answer] = await say(leader, leaders, '/提级 宏达加油站 屡查屡犯，由省级直接盯办')
  expect(answer!.text).toBe(
    '提级1：四平市铁东区 宏达加油站自即日起由省级管理，涉及未销号隐患2条，复查、销号和延期由分管处室办理。两分钟后通知属地，此前可撤销。\n请回复数字：1 撤销（5月18日10:02前有效）',
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
    '提级管理1项：\n提级1 四平市铁东区：5月18日起，未销号2条，连续缺报\n交回：/提级 交回 编号',
  )
  const sent = await say(leader, leaders, '/提级 交回 1')
  expect(sent.map(({ where, text }) => [where, text])).toEqual([
    [leaders, '提级1（四平市铁东区）已交回属地管理，未销号隐患2条由属地继续整改、复查。'],
    [siping, '【提级管理】四平市铁东区已交回属地管理（提级1），请继续做好整改、复查和销号。'],
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
  [leader, leaders, '/提级 哪里都没有的公司', '未能确定单位“哪里都没有的公司”'],
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
    '五、提级管理\n提级1 四平市铁东区 宏达加油站：5月18日起，未销号2条，省级盯办。',
  )
  await say(leader, leaders, '/提级 交回 1')
  expect(textIn(leaders, await until('16:35', '2022-05-19'))).not.toContain('提级管理')
})
