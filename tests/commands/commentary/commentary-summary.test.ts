import { expect, test } from 'vitest'
import { advance } from '../../../bot/virtual-clock.ts'
import { duty, dutyRoom, openConversation, type Sent } from '../../conversation.ts'
import {
  changeRoster,
  committee,
  head,
  heads,
  leaders,
  openCommentedDay,
  publish,
  sentAt,
  withRooms,
} from './commented-day.ts'

const what = ({ text, file }: Sent) => text?.split('\n')[0] ?? `[${file?.name}]`
const there = (sent: Sent[], where: string) => sent.filter(message => message.where === where).map(what)

const summary = '【日点评汇总】2022年5月18日（周三），共2期'
const workbook = '[日点评汇总2022-05-18.xlsx]'

test('who has chosen it and the leaders get one summary a round, in the order of the divisions', async () => {
  const day = await openCommentedDay()
  await day.say(duty, committee, '/设置 转发 两者')
  await publish(day, '四平市铁东区检查较好，值得肯定。')
  await publish(day, '工贸企业要抓好复工复产。', '工贸处处长')
  await publish(day, '各地要压实责任：\n1.对表检查；\n2.限期整改。', '煤矿一处处长')
  const sent = await day.until('18:00')
  expect(there(sent, committee)).toEqual([summary.replace('2期', '3期'), workbook])
  expect(there(sent, leaders)).toEqual([summary.replace('2期', '3期'), workbook])
  expect(there(sent, heads).some(line => line.includes('汇总'))).toBe(false)
  const text = sent.find(({ where }) => where === committee)!
  expect(sentAt(text)).toBe('2022-05-18 17:30')
  const titles = text.text!.split('\n').filter(line => line.includes('日点评第'))
  expect(titles.map(line => line.replace(/〔.*/, ''))).toEqual([
    '煤矿一处日点评第1期',
    '危化二处日点评第1期',
    '工贸处日点评第1期',
  ])
  expect(text.text).toContain('危化二处日点评第1期〔表扬〕\n四平市铁东区检查较好')
  expect(text.text).toContain('\n1.对表检查；\n2.限期整改。')
})

test('where nobody commented there is no summary', async () => {
  const day = await openCommentedDay()
  expect(there(await day.until('18:00'), leaders).filter(line => line.includes('点评'))).toEqual([])
})

test('a correction before the round’s end stands in the summary', async () => {
  const day = await openCommentedDay()
  await publish(day, '四平市铁东区检查较差。')
  await day.say(head, heads, '/点评 更正 1 四平市铁东区检查较好。')
  await day.say(head, heads, '/点评 发布 1')
  await advance(day.bot, day.clock, new Date(day.clock.now().getTime() + 46_000))
  const text = day.textIn(leaders, await day.until('18:00'))
  expect(text).toContain('危化二处日点评第1期（更正）')
  expect(text).toContain('四平市铁东区检查较好。')
  expect(text).not.toContain('较差')
})

test('a group set to 汇总 gets nothing singly, and the cards with the summary', async () => {
  const day = await openCommentedDay()
  expect((await day.say(duty, committee, '/设置 转发 汇总')).map(({ where, text }) => [where, text])).toEqual(
    [[duty, '已设置。“省安委办工作群”日点评转发：汇总（每轮截止后汇总发送，不逐条转发）。']],
  )
  const single = [
    ...(await publish(day, '四平市铁东区检查较好。')),
    ...(await publish(day, '工贸企业要抓好复工复产。', '工贸处处长')),
  ]
  expect(there(single, committee)).toEqual([])
  expect(there(single, heads)).toContain('[危化二处日点评第1期.png]')
  const sent = await day.until('18:00')
  const all = [summary, workbook, '[危化二处日点评第1期.png]', '[工贸处日点评第1期.png]']
  expect(there(sent, committee)).toEqual(all)
  expect(there(sent, leaders)).toEqual(all)
})

test('where nothing is set each comes by itself, and to the committee the summary as well', async () => {
  const day = await openCommentedDay()
  expect(there(await publish(day, '四平市铁东区检查较好。'), committee)).toHaveLength(2)
  const sent = await day.until('18:00')
  expect(there(sent, committee)).toHaveLength(2)
  expect(there(sent, leaders)).toHaveLength(2)
})

test('the heads’ group can have both', async () => {
  const day = await openCommentedDay()
  await day.say(duty, heads, '/设置 转发 两者')
  expect(there(await publish(day, '四平市铁东区检查较好。'), heads)).toHaveLength(2)
  expect(there(await day.until('18:00'), heads).slice(-2)).toEqual([summary.replace('2期', '1期'), workbook])
})

test('what is set is shown, and kept over a restart', async () => {
  const first = await openConversation()
  await first.say(duty, dutyRoom, '/设置 转发 处长工作群 汇总')
  await first.close()
  const second = await openConversation({ time: '09:20', directory: first.directory })
  expect((await second.say(duty, dutyRoom, '/设置'))[0]?.text).toBe(
    [
      '“省安委办工作群”日点评转发：两者（日点评发出即逐条转发，每轮截止后另发汇总）。',
      '“处长工作群”日点评转发：汇总（每轮截止后汇总发送，不逐条转发）。',
    ].join('\n'),
  )
  expect((await second.say(duty, heads, '/设置 转发'))[0]?.text).toMatch(/^“处长工作群”日点评转发：汇总/)
})

test.each([
  [duty, dutyRoom, '/设置 转发 汇总', '请在要设置的群里发送'],
  [duty, dutyRoom, '/设置 转发 厅领导群 汇总', '“厅领导群”不接收日点评转发'],
  [duty, heads, '/设置 转发 全部', '请写“单条”“汇总”或“两者”'],
  [duty, heads, '/设置 颜色', '可设置的项目：转发'],
  [duty, heads, '/设置 转发 单条', '无需更改'],
  [head, heads, '/设置 转发 汇总', '由值班员、管理员使用'],
])('%s in %s: %s', async (from, room, text, answer) => {
  const { say } = await openConversation()
  expect((await say(from, room, text))[0]?.text).toContain(answer)
})

test('from 汇总 to 单条 within a round: what has not come comes at its end, once', async () => {
  const day = await openCommentedDay()
  await day.say(duty, committee, '/设置 转发 汇总')
  await publish(day, '四平市铁东区检查较好。')
  expect((await day.say(head, heads, '/点评 状态'))[0]?.text).toContain(`\n${committee}：待17:30随汇总发送`)
  await day.say(duty, committee, '/设置 转发 单条')
  await publish(day, '工贸企业要抓好复工复产。', '工贸处处长')
  const sent = await day.until('18:00')
  expect(there(sent, committee)).toEqual([summary.replace('2期', '1期'), '[危化二处日点评第1期.png]'])
  expect(day.textIn(committee, sent)).not.toContain('复工复产')
  expect((await day.say(head, heads, '/点评 状态'))[0]?.text).toContain(`\n${committee}：17:30已发`)
})

test('from 单条 to 汇总 within a round: no card comes twice', async () => {
  const day = await openCommentedDay()
  await publish(day, '四平市铁东区检查较好。')
  await day.say(duty, committee, '/设置 转发 汇总')
  await publish(day, '工贸企业要抓好复工复产。', '工贸处处长')
  expect(there(await day.until('18:00'), committee)).toEqual([summary, workbook, '[工贸处日点评第1期.png]'])
})

test('a leaders’ group that is the heads’ as well has the mode that is set for it', async () => {
  const day = await openCommentedDay()
  await changeRoster(
    day.db,
    withRooms(room => (room.name === heads ? { ...room, roles: ['heads', 'leaders'] } : room)),
  )
  await publish(day, '四平市铁东区检查较好。')
  expect(there(await day.until('18:00'), heads).filter(line => line.includes('汇总'))).toEqual([])
})
