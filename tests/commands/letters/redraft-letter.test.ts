import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { transact } from '../../../storage/database.ts'
import { letterById } from '../../../storage/letters.ts'
import { cancelWakeup, plannedTimes } from '../../../storage/wakeups.ts'
import { type Sent, siping, tiedong } from '../../conversation.ts'
import { head, heads, leader, leaders, openOverdueDistrict } from './overdue-district.ts'

test('facts that have changed: not put before the leaders, and drafted anew by one tap', async () => {
  const { say, db } = await openOverdueDistrict()
  await say(head, heads, '/提示函 四平市铁东区')
  await say(head, heads, '/提示函 修改 1 要求 立即停用。')
  await say(head, heads, '/延期 1-2 5月20日 配件未到')
  const [refused] = await say(head, heads, '/提示函 送签 1')
  expect(refused!.text).toContain('稿1所列情况已有变化：1-2已延期至5月20日；请重新起草：/提示函 重拟 1')
  expect(refused!.choices.map(({ command }) => command)).toEqual(['/提示函 重拟 1'])
  const [again] = await say(head, heads, '/提示函 重拟 1')
  expect(again!.text).toContain('稿1已按台账现状重拟。此前对要求的修改未保留')
  expect(again!.text).toContain('整改期限为5月20日，尚未报整改')
  expect((await letterById(db, 1))!.version).toBe(3)
  expect((await say(head, heads, '/提示函 送签 1'))[0]!.text).toContain('稿1已送厅领导签发。')
})

test('a report of its rectification keeps a letter from being signed; the leader drafts it anew', async () => {
  const { say, submit } = await openOverdueDistrict()
  await submit()
  await say(tiedong, siping, '/整改 1-2 配电箱已接地')
  const [refused] = await say(leader, leaders, '/签发 1')
  expect(refused!.text).toContain('未签发：稿1所列情况已有变化：1-2已报整改')
  expect(refused!.choices.map(({ label }) => label)).toEqual(['重拟', '退回'])
  const told = await say(leader, leaders, '/提示函 重拟 1')
  expect(told.find(({ where }) => where === heads)!).toMatchObject({ mentions: [head] })
  expect(told.find(({ text }) => text?.includes('【待签发】'))!.text).toContain('属地已报整改，尚未复查')
})

test('days that have gone by are counted anew when it is signed, and so are those for the answer', async () => {
  const { say, submit, until, db } = await openOverdueDistrict()
  await submit()
  await until('10:00', '2022-05-20')
  await say(leader, leaders, '/签发 1')
  await until('10:05', '2022-05-20')
  const { content, dueOn } = (await letterById(db, 1))!
  expect(content.sections[0]!.paragraphs[0]).toContain('截至2022年5月20日')
  expect(content.sections[1]!.paragraphs[0]).toContain('已逾期4天')
  expect(content.sections.at(-1)!.paragraphs[0]).toContain('2022年5月27日')
  expect(dueOn).toBe('2022-05-27')
}, 60_000)

test('what a person has written stays, his date too: how little of it is left is said', async () => {
  const { say, until, db, textIn } = await openOverdueDistrict()
  await say(head, heads, '/提示函 四平市铁东区')
  await say(head, heads, '/提示函 修改 1 正文 已逾期2天。')
  await say(head, heads, '/提示函 修改 1 期限 5月23日')
  await until('10:00', '2022-05-20')
  await say(head, heads, '/提示函 送签 1')
  expect(textIn(leaders)).toContain('回函期限：5月23日17:00，距回函期限仅1个工作日')
  await say(leader, leaders, '/签发 1')
  await until('10:05', '2022-05-20')
  const { content, dueOn } = (await letterById(db, 1))!
  expect(content.sections[0]!.paragraphs[0]).toContain('截至2022年5月18日')
  expect(content.sections[1]!.paragraphs).toEqual(['已逾期2天。'])
  expect(dueOn).toBe('2022-05-23')
  // The morning of the working day before had passed already.
  expect((await chainById(db, 1))!.next).toEqual({ wake: 'chase', at: '2022-05-23T01:30:00.000Z' })
}, 60_000)

test('a letter about a unit is of its drafter, his division and the leaders; he hears what others do', async () => {
  const { say } = await openOverdueDistrict()
  await say(head, heads, '/提示函 四平市铁西区 多次迟报')
  for (const words of ['修改 1 标题 无', '取消 1', '送签 1'])
    expect((await say('煤矿一处处长', heads, `/提示函 ${words}`))[0]!.text).toContain('由危化二处处长起草')
  const told = await say(leader, leaders, '/提示函 取消 1')
  expect(told.find(({ where }) => where === heads)).toMatchObject({
    text: '【提示】提示函稿1《关于四平市铁西区安全生产工作的提示函》已由厅领导取消。',
    mentions: [head],
  })
})

test('the leaders are reminded of a letter each second working day, until one signs it', async () => {
  const { say, submit, until } = await openOverdueDistrict()
  await submit()
  const reminders = (sent: Sent[]) =>
    sent.filter(({ where, text }) => where === leaders && text?.includes('【催签】'))
  expect(reminders(await until('18:00', '2022-05-19'))).toEqual([])
  // The 21st and 22nd are a weekend.
  const told = reminders(await until('18:00', '2022-05-24'))
  expect(told.map(({ at }) => at.toISOString())).toEqual([
    '2022-05-20T01:30:00.000Z',
    '2022-05-24T01:30:00.000Z',
  ])
  expect(told[0]!.text).toContain('提示函稿1《关于四平市铁东区隐患逾期未整改的提示函》待签发已超过一个工作日')
  await say(leader, leaders, '/签发 1')
  expect(reminders(await until('18:00', '2022-05-30'))).toEqual([])
}, 60_000)

test('a signed letter whose wake-up was lost goes out all the same', async () => {
  const { say, submit, db, until } = await openOverdueDistrict()
  await submit()
  await say(leader, leaders, '/签发 1')
  await transact(db, tx => cancelWakeup(tx, '/提示函发出 1'))
  await until('10:10')
  expect((await letterById(db, 1))!.state).toBe('sent')
  expect(await plannedTimes(db, '/提示函催签 1')).toEqual([])
})

test('a rung whose letter was sent back is reminded of in these words', async () => {
  const { say, until, textIn } = await openOverdueDistrict()
  await say(leader, leaders, '/督办 1-2 提示函')
  await say(leader, leaders, '/提示函 送签 1')
  await say(leader, leaders, '/退回 1 请写明企业负责人')
  await until('10:00', '2022-05-19')
  expect(textIn(heads)).toContain('提示函（稿1）已被厅领导退回，待修改送签')
})
