import { expect, test } from 'vitest'
import { chainById } from '../../../storage/chains.ts'
import { dutyRoom, siping, temporaryDirectory, tiedong } from '../../conversation.ts'
import { changeRoster, head, heads, leaders, sentAt, withRooms } from '../commentary/commented-day.ts'
import { about, openEscalated, openOverdue } from './escalated.ts'

const leader = '厅领导'

test('what is decided at night goes out in the morning, and is taken back until then', async () => {
  const { say, until, sent } = await openOverdue({ time: '21:30' })
  const [preview] = await say(head, heads, '/督办 12-1')
  expect(preview!.text).toContain('5月19日07:30发出“点名点评”，夜间不打扰，此前可撤销。')
  const before = sent.length
  await until('07:29', '2022-05-19')
  expect(about(1, siping, sent.slice(before))).toEqual([])
  await until('07:35', '2022-05-19')
  expect(about(1, siping, sent).map(sentAt)).toEqual(['2022-05-19 07:30'])
  expect(sent.some(({ text }) => text?.includes('因系统停机'))).toBe(false)
})

test('on a day off it goes out by daylight, from the night of one on the next working day', async () => {
  const day = await openOverdue({ date: '2022-05-21', time: '10:00' })
  expect((await day.say(head, heads, '/督办 12-1'))[0]!.text).toContain('10:02发出“点名点评”，两分钟内可撤销')
  const night = await openOverdue({ date: '2022-05-20', time: '22:00', directory: temporaryDirectory() })
  expect((await night.say(head, heads, '/督办 12-1'))[0]!.text).toContain('5月23日07:30发出')
})

test('who decided hears when a stop has put it off', async () => {
  const { say, until, bot, clock, sent } = await openOverdue()
  await say(head, heads, '/督办 12-1')
  clock.set(new Date(clock.now().getTime() + 30 * 60_000))
  await bot.pump()
  await until('10:35')
  const told = about(1, heads, sent).at(-1)!
  expect(told.text).toContain(
    '督办1（四平市铁东区 宏达加油站 隐患12-1）“点名点评”因系统停机，改于5月18日10:32发出。',
  )
  expect(told.mentions).toContain(head)
})

test('a unit without a group is told of once, tried each working day, and told of again after five', async () => {
  const { say, until, db, sent, textIn } = await openOverdue()
  await changeRoster(
    db,
    withRooms(room => (room.name === siping ? null : room)),
  )
  await say(head, heads, '/督办 12-1')
  await until('18:00', '2022-05-24')
  expect(about(1, dutyRoom, sent).map(sentAt)).toEqual(['2022-05-18 10:02'])
  await until('18:00', '2022-05-25')
  expect(about(1, dutyRoom, sent).map(sentAt)).toEqual(['2022-05-18 10:02', '2022-05-25 09:30'])
  await changeRoster(db, roster => roster)
  await until('09:35', '2022-05-26')
  expect(textIn(siping)).toContain('【点名点评】督办1')
  for (const where of [heads, dutyRoom])
    expect(about(1, where, sent).at(-1)!.text).toContain('“点名点评”原未送达，已于5月26日09:30发出。')
})

test('a decision whose message is recalled within the hold is taken back; later it stands', async () => {
  const { say, until, db, textIn } = await openOverdue()
  await say(head, heads, '/督办 12-1', { id: 'decision' })
  // Nobody else can recall it.
  await say(leader, heads, '', { recall: 'decision' })
  expect((await chainById(db, 1))!.state).toBe('open')
  expect((await say(head, heads, '', { recall: 'decision' }))[0]!.text).toBe(
    '督办1（四平市铁东区 宏达加油站 隐患12-1）已随消息撤回，未发出。',
  )
  await until('10:10')
  expect(textIn(siping)).toBe('')
  await say(head, heads, '/督办 12-1', { id: 'again' })
  await until('10:20')
  expect((await say(head, heads, '', { recall: 'again' }))[0]!.text).toBe(
    '督办2的“点名点评”已发出，消息撤回后仍保留；如需终止请用“/办结 2”。',
  )
  expect((await chainById(db, 2))!.state).toBe('open')
})

test('the preview says what is odd: another chain on the enterprise, a government without a known head', async () => {
  const { say, until, sent } = await openEscalated({}, { position: 2, deadline: '2022-05-15' })
  expect((await say(head, heads, '/督办 12-2'))[0]!.text).toContain('该企业另有督办1。')
  const [preview] = await say(leader, leaders, '/督办 升级 1 约谈 请区长带整改方案参加')
  expect(preview!.text).toContain('名册中没有四平市铁东区政府主要负责人，仅发报送群，请另行送达。')
  await until('10:15')
  // A note that names no time does not.
  expect(about(1, siping, sent).at(-1)!.text).toContain('时间、地点另行通知')
})

test('the province itself is not escalated, nor hazards of two reports without an enterprise together', async () => {
  const { say, db } = await openOverdue(
    {},
    { report: 13, enterprise: null },
    { report: 14, enterprise: null },
    { report: 14, position: 2, enterprise: null },
  )
  const told = async (text: string) => (await say(head, heads, text))[0]!.text
  expect(await told('/督办 吉林省 多次催报未改进')).toContain('吉林省本级不能督办')
  expect(await told('/督办 13-1 14-1')).toContain('未写明企业，且不属同一份报告，请分别督办')
  expect(await chainById(db, 1)).toBeNull()
  expect(await told('/督办 14-1 14-2')).toContain('督办1（四平市铁东区 隐患14-1、14-2）')
})

test('a refused answer is shown as refused, with the reason', async () => {
  const { say } = await openEscalated()
  await say(tiedong, siping, '/反馈 督办1 正在整改')
  await say(head, heads, '/督办 退回 1 请写明完成时间')
  expect((await say(head, heads, '/督办 1'))[0]!.text).toContain(
    '四平市铁东区报送员反馈已退回（请写明完成时间）：正在整改',
  )
})
