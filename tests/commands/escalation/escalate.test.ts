import { expect, test } from 'vitest'
import { moment } from '../../../reports/time.ts'
import { chainById, chainWakeup } from '../../../storage/chains.ts'
import { plannedTimes } from '../../../storage/wakeups.ts'
import { dutyRoom, openConversation, siping, temporaryDirectory } from '../../conversation.ts'
import {
  changeRoster,
  city,
  committee,
  head,
  heads,
  leaders,
  sentAt,
  withRooms,
} from '../commentary/commented-day.ts'
import { about, openEscalated, openOverdue } from './escalated.ts'

const leader = '厅领导'

test('a chain begins on the lowest rung and goes out when it was held for two minutes', async () => {
  const { say, until, sent, textIn } = await openOverdue()
  const [answer] = await say(head, heads, '/督办 12-1')
  expect(answer!.text).toContain(
    '督办1（四平市铁东区 宏达加油站 隐患12-1）：10:02发出“点名点评”，两分钟内可撤销。',
  )
  expect(answer!.text).toContain('发往“四平市日报报送群”，提醒四平市铁东区报送员；抄送处长工作群。')
  expect(answer!.text).toContain('事由：逾期未整改')
  expect(answer!.choices.map(({ label }) => label)).toEqual(['撤销'])
  await until('10:01')
  expect(textIn(siping)).toBe('')
  await until('10:02')
  const [notice] = about(1, siping, sent)
  expect(notice!.text).toBe(
    [
      '【点名点评】督办1（危化二处处长）：四平市铁东区 宏达加油站',
      '事由：逾期未整改',
      '12-1 四平市铁东区 宏达加油站：灭火器压力不足（整改中，限5月16日，逾期2天）',
      '请四平市铁东区将上述隐患整改到位，于5月20日17:00前反馈情况。',
      '反馈请发送“/反馈 督办1 情况”，或引用本条消息直接答复。',
    ].join('\n'),
  )
  expect(notice!.mentions).toEqual(['四平市铁东区报送员'])
  expect(textIn(heads)).toContain('【抄送】督办1')
  expect(textIn(committee)).toBe('')
})

test('who decided takes it back by one tap, and nobody has heard of it', async () => {
  const { say, until, textIn } = await openOverdue()
  await say(head, heads, '/督办 12-1')
  const [answer] = await say(head, heads, '1')
  expect(answer!.text).toBe('督办1（四平市铁东区 宏达加油站 隐患12-1）已撤销，未发出。')
  await until('10:30')
  expect(textIn(siping)).toBe('')
  expect((await say(head, heads, '/督办 撤销 1'))[0]!.text).toContain(
    '督办1已由危化二处处长于5月18日10:00撤销',
  )
  // It can be begun anew.
  expect((await say(head, heads, '/督办 12-1'))[0]!.text).toContain('督办2')
})

test('what has gone out is not taken back', async () => {
  const { say } = await openEscalated()
  expect((await say(head, heads, '/督办 撤销 1'))[0]!.text).toBe(
    '督办1的“点名点评”已发出，不能撤销；如需终止请用“/办结 1”。',
  )
})

test('a second head hears who has decided what, and when', async () => {
  const { say } = await openOverdue()
  await say(head, heads, '/督办 12-1')
  const [second] = await say('危化一处处长', heads, '/督办 12-1')
  expect(second!.text).toContain('督办1已由危化二处处长于5月18日10:00决定“点名点评”，将于5月18日10:02发出')
  // Another head in charge may take it back as well.
  expect((await say('危化一处处长', heads, '/督办 撤销 1'))[0]!.text).toContain('已撤销')
})

test('only divisions in charge decide; others, and bad input, change nothing', async () => {
  const { say, db } = await openOverdue(
    {},
    { position: 2, enterprise: '顺达加油站' },
    { position: 3, deadline: '2022-06-30' },
    { position: 4, state: 'closed' },
  )
  const told = async (from: string, text: string) => (await say(from, heads, text))[0]!.text
  expect(await told('工贸处处长', '/督办 12-1')).toContain('由危化一处、危化二处分管')
  expect(await told(head, '/督办 99-1')).toContain('没有编号为99-1的隐患')
  expect(await told(head, '/督办 7')).toContain('没有督办7')
  expect(await told(head, '/督办 12-1、12-2')).toContain('不属同一企业，请分别督办')
  expect(await told(head, '/督办 12-4')).toContain('已销号，无需督办')
  expect(await told(head, '/督办 12-3')).toContain('未见督办事由')
  expect(await told(head, '/督办 12-1 提示函')).toContain('一次一级；越级由厅领导决定')
  expect(await told(head, '/督办 12-1 约谈')).toBe('“约谈”由厅领导决定。')
  expect(await told(city, '/督办 12-1')).toContain('由处长、厅领导使用')
  expect(await told(head, '/督办 升级')).toContain('请写明督办编号')
  expect(await chainById(db, 1)).toBeNull()
  expect(await told(head, '/督办 12-3 企业拒不整改')).toContain('说明：企业拒不整改')
})

test('a leader begins higher up; a listing is told to the committee and stands in the list', async () => {
  const { say, until, sent, textIn } = await openOverdue()
  await say(leader, leaders, '/督办 12-1 挂牌督办 企业拒不整改')
  await until('10:05')
  expect(about(1, siping, sent)[0]!.text).toContain('现予公开挂牌督办')
  expect(about(1, committee, sent)[0]!.mentions).toEqual([])
  expect(textIn(leaders)).toContain('说明：企业拒不整改')
  expect((await say(leader, leaders, '/办结 1 企业已关闭'))[0]!.text).toContain('请先摘牌：/摘牌 1')
})

test('looking at chains changes nothing', async () => {
  const { say, db } = await openEscalated()
  const before = await chainById(db, 1)
  expect((await say(head, heads, '/督办'))[0]!.text).toContain('隐患12-1）：点名点评，限5月20日17:00前反馈')
  const [shown] = await say(head, heads, '/督办 督办1')
  expect(shown!.choices.map(({ label }) => label)).toEqual(['升级为督办提示', '催办'])
  await say(head, heads, '/督办1')
  await say(head, heads, '/督办 12-1')
  expect(await chainById(db, 1)).toEqual(before)
  expect((await say(head, heads, '/督办 四平市'))[0]!.text).toContain('在办督办1件')
})

test('it is chased, then the next rung is proposed; one of two taps decides', async () => {
  const { say, until, sent } = await openEscalated()
  const chased = about(1, siping, await until('12:00', '2022-05-19'))
  expect(chased.map(each => [sentAt(each), each.text!.slice(0, 4), each.mentions])).toEqual([
    ['2022-05-19 09:30', '【催复】', ['四平市铁东区报送员']],
  ])
  const proposed = await until('18:00', '2022-05-20')
  const [toHeads] = about(1, heads, proposed)
  expect(sentAt(toHeads!)).toBe('2022-05-20 17:00')
  expect(toHeads!.text).toContain('点名点评限5月20日17:00前反馈，已逾期，该单位未反馈。')
  expect(toHeads!.choices.map(({ label }) => label)).toEqual(['升级为督办提示', '不升级', '催办'])
  const [toLeaders] = about(1, leaders, proposed)
  const up = (choices: { number: number; label: string }[]) =>
    String(choices.find(({ label }) => label.startsWith('升级'))!.number)
  await say(head, heads, up(toHeads!.choices))
  const [late] = await say(leader, leaders, up(toLeaders!.choices))
  expect(late!.text).toContain('督办1已由危化二处处长于5月20日18:00决定“督办提示”，将于5月20日18:02发出')
  await until('18:05', '2022-05-20')
  const notice = about(1, siping, sent).at(-1)!
  expect(notice.text).toContain('【督办提示】督办1')
  expect(notice.text).toContain('四平市督促落实')
  expect(notice.mentions).toEqual(['四平市铁东区报送员', '四平市报送员'])
  // The same tap once more does not go up yet another rung.
  expect((await say(leader, leaders, '/督办 升级 1 督办提示'))[0]!.text).toContain('请选择更高一级')
})

test('undecided it is proposed again after three working days, decided against after ten', async () => {
  const { say, until } = await openEscalated()
  await until('18:00', '2022-05-20')
  const again = await until('18:00', '2022-05-25')
  expect(about(1, heads, again).map(sentAt)).toEqual(['2022-05-25 09:30'])
  expect(about(1, leaders, again)).toEqual([])
  expect((await say(head, heads, '/督办 不升级 1'))[0]!.text).toContain('维持“点名点评”，6月9日再提请决定')
  const later = await until('18:00', '2022-06-09')
  expect(about(1, heads, later).map(sentAt)).toEqual(['2022-06-09 09:30'])
})

test('where leaders decide on the next rung they alone decide against it', async () => {
  const { say, until, sent } = await openOverdue()
  await say(leader, leaders, '/督办 12-1 约谈 5月20日9:00，厅212会议室')
  await until('10:05')
  expect(about(1, siping, sent)[0]!.text).toContain('接受约谈，时间、地点见说明')
  const proposed = await until('18:00', '2022-05-25')
  expect(about(1, heads, proposed)[0]!.choices.map(({ label }) => label)).toEqual(['催办'])
  expect(about(1, leaders, proposed)[0]!.choices.map(({ label }) => label)).toEqual([
    '升级为挂牌督办',
    '不升级',
    '催办',
  ])
  expect((await say(head, heads, '/督办 不升级 1'))[0]!.text).toBe('“挂牌督办”由厅领导决定。')
})

test('a unit is escalated itself, once', async () => {
  const { say, until, sent } = await openOverdue()
  expect((await say(head, heads, '/督办 办结 1'))[0]!.text).toContain('请发送“/办结 督办编号”')
  expect((await say(head, heads, '/督办 四平市铁西区'))[0]!.text).toContain('没有在办的督办')
  await say(head, heads, '/督办 四平市铁西区 多次催报未改进')
  await until('10:05')
  expect(about(1, siping, sent)[0]!.text).toContain('请四平市铁西区查明原因、落实整改')
  expect((await say(head, heads, '/督办 四平市铁西区 仍未改进'))[0]!.text).toContain(
    '四平市铁西区已在督办1中',
  )
})

test('after a stop it is held anew', async () => {
  const { say, until, bot, clock, textIn } = await openOverdue()
  await say(head, heads, '/督办 12-1')
  clock.set(new Date(clock.now().getTime() + 30 * 60_000))
  await bot.pump()
  expect(textIn(siping)).toBe('')
  await until('10:33')
  expect(textIn(siping)).toContain('【点名点评】督办1')
})

test('a restart loses nothing, and a stale wake-up leaves just the one that is due', async () => {
  const directory = temporaryDirectory()
  const before = await openOverdue({ directory })
  await before.say(head, heads, '/督办 12-1')
  await before.close()
  const after = await openConversation({ directory, time: '10:01' })
  await after.bot.tell('/督办到点 1')
  await after.bot.pump()
  expect(await plannedTimes(after.db, chainWakeup(1))).toHaveLength(1)
  await after.until('10:05')
  expect(about(1, siping, after.sent)).toHaveLength(1)
  await after.bot.tell('/督办到点 1')
  await after.bot.pump()
  expect(about(1, siping, after.sent)).toHaveLength(1)
  expect(await plannedTimes(after.db, chainWakeup(1))).toHaveLength(1)
})

test('a unit that has no group is not reached: its time does not run, and it goes out when it has one', async () => {
  const { say, until, db, sent, textIn } = await openOverdue()
  await changeRoster(
    db,
    withRooms(room => (room.name === siping ? null : room)),
  )
  expect((await say(head, heads, '/督办 12-1'))[0]!.text).toContain('没有登记报送群，无法送达')
  await until('10:05')
  expect(textIn(dutyRoom)).toContain('【督办未送达】督办1')
  expect(about(1, heads, sent).at(-1)!.mentions).toEqual([head])
  await changeRoster(db, roster => roster)
  await until('09:35', '2022-05-19')
  expect(textIn(siping)).toContain('【点名点评】督办1')
  expect((await chainById(db, 1))!.steps[0]!.dueAt).toBe('2022-05-23T09:00:00.000Z')
})

test('a unit that was renamed is reached through its former city', async () => {
  const { say, until, db, sent } = await openOverdue()
  await changeRoster(db, roster => ({
    ...roster,
    units: roster.units.filter(({ name }) => name !== '四平市铁东区'),
    people: roster.people.filter(({ unit }) => unit !== '四平市铁东区'),
  }))
  await say(head, heads, '/督办 12-1')
  await until('10:05')
  expect(about(1, siping, sent)[0]!.mentions).toEqual([city])
  expect((await say(city, siping, '/反馈 督办1 已整改'))[0]!.text).toContain('已收到')
})

test('a stop over the deadline disturbs nobody on the day off, and the proposal still comes', async () => {
  const { until, bot, clock, sent } = await openEscalated()
  clock.set(moment('2022-05-21', '03:00'))
  const before = sent.length
  await bot.pump()
  expect(about(1, heads, sent.slice(before))).toEqual([])
  const proposed = about(1, heads, await until('12:00', '2022-05-23'))
  expect(proposed.map(each => [sentAt(each), each.text!.slice(0, 6)])).toEqual([
    ['2022-05-23 09:30', '【督办到期】'],
  ])
})
