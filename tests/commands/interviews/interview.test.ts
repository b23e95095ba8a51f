import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { openConversation, siping } from '../../conversation.ts'
import { head, heads, leaders } from '../commentary/commented-day.ts'
import { about, openOverdue } from '../escalation/escalated.ts'

const leader = '厅领导'

test('an interview is recorded with when, where, who and what came of it, and counts in the month', async () => {
  const { say } = await openConversation({ date: '2022-05-18', time: '15:00' })
  const [answer] = await say(
    head,
    heads,
    '/约谈 记录 四平市铁东区 时间：5月17日 地点：省应急厅201会议室 人员：区长、区应急局局长，企业负责人 结果：承诺6月10日前完成整改',
  )
  expect(answer!.text).toBe(
    '已登记约谈1：四平市铁东区，5月17日，省应急厅201会议室；结果：承诺6月10日前完成整改。',
  )
  expect((await say('厅领导', leaders, '/约谈'))[0]!.text).toBe(
    '近三个月约谈1次：\n约谈1 5月17日 四平市铁东区：省应急厅201会议室，区长、区应急局局长，企业负责人；承诺6月10日前完成整改',
  )
  expect((await say('厅领导', leaders, '/督办 月报'))[0]!.text).toContain(
    '【督办月报】2022年5月（截至18日）\n新开督办0项，办结0项。其中：点名点评0次，督办提示0次，提示函0次，约谈通知0次，挂牌督办0次。\n约谈1次，新提级0项，摘牌0项。',
  )
})

test.each([
  ['/约谈 记录 四平市铁东区 时间：5月17日', '请补全：地点、人员、结果。'],
  ['/约谈 记录 时间：5月17日 地点：甲 人员：乙 结果：丙', '请补全：督办编号或单位。'],
  ['/约谈 记录 督办9 时间：5月17日 地点：甲 人员：乙 结果：丙', '没有督办9'],
  ['/约谈 记录 四平市铁东区 时间：昨天下午 地点：甲 人员：乙 结果：丙', '看不懂日期“昨天下午”'],
  ['/约谈 记录 四平市铁东区 时间：5月29日 地点：甲 人员：乙 结果：丙', '5月29日尚未到，请在约谈后登记'],
  ['/督办 月报 13月', '看不懂月份“13月”'],
  ['/督办 月报 2023-01', '该月尚未到'],
])('%s is refused', async (text, words) => {
  const { say } = await openConversation({ date: '2022-05-18', time: '15:00' })
  expect((await say(head, heads, text)).map(each => each.text).join()).toContain(words)
})

/** Chain 1 stands at the interview, which a leader ordered at 10:00. */
async function openOrdered() {
  const conversation = await openOverdue()
  await conversation.say(leader, leaders, '/督办 12-1 约谈 5月19日9:00，厅201会议室')
  await conversation.until('10:05')
  return conversation
}
const held =
  '/约谈 记录 督办1 时间：5月18日 地点：省应急厅201会议室 人员：区长、企业负责人 结果：承诺6月10日前完成整改'
const heldText =
  '约谈1已于5月18日在省应急厅201会议室进行，参加人员：区长、企业负责人；结果：承诺6月10日前完成整改。'

test('the record of an interview is on its chain, answers the rung, and is told where it was not said', async () => {
  const { say, until, sent, textIn } = await openOrdered()
  await until('10:30')
  const before = sent.length
  expect((await say(leader, leaders, held))[0]!.text).toContain('属督办1。')
  await until('10:40')
  const told = sent.slice(before).filter(({ text }) => text?.startsWith('【约谈】'))
  expect(told.map(({ where }) => where)).toEqual([heads])
  expect(told[0]!.text).toContain(heldText)
  expect(told[0]!.mentions).toEqual([])
  expect((await say(leader, leaders, '/督办 1'))[0]!.text).toContain(`厅领导登记：${heldText}`)
  expect(about(1, siping, await until('18:00', '2022-05-24'))).toEqual([])
  const due = await until('18:00', '2022-05-25')
  expect(textIn(leaders, due)).toContain('约谈已反馈。')
  expect(textIn(leaders, due)).toContain(heldText)
})

test('the same interview is recorded once, replaced, and removed', async () => {
  const { say, db } = await openOrdered()
  await say(leader, leaders, held)
  expect((await say('值班员', '值班群', held))[0]!.text).toContain('已登记为约谈1')
  expect((await say(head, heads, '/约谈 更正 1 结果：承诺6月1日前完成整改'))[0]!.text).toContain(
    '约谈1由厅领导登记，请由本人或厅领导处理',
  )
  await say(leader, leaders, '/约谈 修改 1 结果：承诺6月1日前完成整改')
  expect((await say(leader, leaders, '/督办 1'))[0]!.text).toContain('结果：承诺6月1日前完成整改。')
  await say(leader, leaders, '/约谈 删除 1')
  expect((await chainById(db, 1))!.steps[0]).toMatchObject({ state: 'issued', answers: [] })
  expect((await say(leader, leaders, '/约谈 更正 1 地点：甲'))[0]!.text).toContain('没有约谈1')
})

test('what is odd is said, and only who is in charge records', async () => {
  const { say, until } = await openOverdue()
  await say(head, heads, '/督办 12-1')
  expect((await say('工贸处处长', heads, held))[0]!.text).toContain('由危化一处、危化二处分管')
  await until('10:05')
  expect((await say(head, heads, held))[0]!.text).toContain('注意：督办1尚未到“约谈”一级。')
  expect((await say(head, heads, '/督办 1'))[0]!.text).toContain(heldText)
  expect((await say(head, heads, held.replace('5月18日', '2021-05-01')))[0]!.text).toContain(
    '约谈日期在一年以前，请核对。',
  )
  await say(head, heads, '/督办 升级 1 督办提示')
  await say(leader, leaders, '/督办 四平市铁西区 约谈 多次催报未改进')
  await say(leader, leaders, '/督办 撤销 2')
  expect((await say(leader, leaders, held.replace('督办1', '督办2')))[0]!.text).toBe(
    '督办2已撤销，不能登记约谈。',
  )
})
