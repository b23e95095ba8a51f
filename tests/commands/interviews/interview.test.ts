import { expect, test } from 'vitest'
import { openConversation } from '../../conversation.ts'

const head = '危化二处处长'
const heads = '处长工作群'
const leaders = '厅领导群'

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
    '【督办月报】2022年5月（截至18日）\n新开督办0项，办结0项。其中：点名点评0次，督办提示0次，提示函0次，约谈0次，挂牌督办0次。\n约谈1次，提级管理0项，摘牌0项。',
  )
})

test.each([
  ['/约谈 记录 四平市铁东区 时间：5月17日', '请补全：地点、人员、结果。'],
  ['/约谈 记录 时间：5月17日 地点：甲 人员：乙 结果：丙', '请补全：督办编号或单位。'],
  ['/约谈 记录 督办9 时间：5月17日 地点：甲 人员：乙 结果：丙', '没有督办9'],
  ['/约谈 记录 四平市铁东区 时间：昨天下午 地点：甲 人员：乙 结果：丙', '看不懂日期“昨天下午”'],
  ['/督办 月报 13月', '看不懂月份“13月”'],
  ['/督办 月报 2023-01', '该月尚未到'],
])('%s is refused', async (text, words) => {
  const { say } = await openConversation({ date: '2022-05-18', time: '15:00' })
  expect((await say(head, heads, text)).map(each => each.text).join()).toContain(words)
})
