import { expect, test } from 'vitest'
import { chainById, chainWakeup } from '../../../storage/chains.ts'
import { plannedTimes } from '../../../storage/wakeups.ts'
import { siping, tiedong, tiexi } from '../../conversation.ts'
import { changeRoster, city, head, heads, leaders } from '../commentary/commented-day.ts'
import { about, close, openEscalated, openOverdue } from './escalated.ts'

const leader = '厅领导'
const notice = '【点名点评】督办1（危化二处处长）：四平市铁东区'

test('the unit answers; who decided hears it with what may come next', async () => {
  const { say, until, sent } = await openEscalated()
  expect((await say(tiedong, siping, '/反馈 督办1 灭火器已更换'))[0]!.text).toContain('已收到对督办1的反馈')
  await until('10:10')
  const [told] = about(1, heads, sent).slice(-1)
  expect(told!.text).toContain('点名点评：四平市铁东区报送员反馈：灭火器已更换')
  expect(told!.mentions).toEqual([head])
  // While hazards are open it is not to be ended.
  expect(told!.choices.map(({ label }) => label)).toEqual(['退回', '升级为督办提示'])
  // Whoever has answered is not chased.
  expect(about(1, siping, await until('12:00', '2022-05-19'))).toEqual([])
})

test('the same answer twice adds nothing; another adds up', async () => {
  const { say, db } = await openEscalated()
  await say(tiedong, siping, '/反馈 1 灭火器已更换')
  expect((await say(tiedong, siping, '/反馈 督办1 灭火器已更换'))[0]!.text).toContain('已收到，无需重复发送')
  await say(city, siping, '/fk 督办1：已现场核查')
  expect((await chainById(db, 1))!.steps[0]!.answers.map(({ by, text }) => [by, text])).toEqual([
    [tiedong, '灭火器已更换'],
    [city, '已现场核查'],
  ])
})

test('who quotes the notice, or begins with its number, has answered', async () => {
  const { say, db } = await openEscalated()
  await say(tiedong, siping, '收到', { quotedText: notice })
  expect((await chainById(db, 1))!.steps[0]!.state).toBe('issued')
  await say(tiedong, siping, '灭火器已更换，现场正常', { quotedText: notice })
  await say(city, siping, '督办1：已现场核查')
  await say(tiexi, siping, '督办1：已现场核查，情况属实')
  expect((await chainById(db, 1))!.steps[0]!.answers.map(({ text }) => text)).toEqual([
    '灭火器已更换，现场正常',
    '已现场核查',
  ])
})

test('others cannot answer, nor before it has gone out, nor without words', async () => {
  const { say, until } = await openOverdue()
  await say(head, heads, '/督办 12-1')
  const told = async (from: string, text: string) => (await say(from, siping, text))[0]!.text
  expect(await told(tiedong, '/反馈 督办1 已整改')).toContain('督办1尚未发出')
  await until('10:05')
  expect(await told(tiexi, '/反馈 督办1 已整改')).toContain('请由四平市铁东区或其所属市（州）的报送员反馈')
  expect(await told(tiedong, '/反馈 督办1')).toContain('请写明反馈内容')
  expect(await told(tiedong, '/反馈')).toContain('请写明督办编号和内容')
  expect(await told(tiedong, '/反馈 督办9 已整改')).toContain('没有督办9')
})

test('an answer that does not suffice goes back, and the unit answers again', async () => {
  const { say, until, sent } = await openEscalated()
  await say(tiedong, siping, '/反馈 督办1 正在整改')
  await say(head, heads, '/督办 退回 1 请写明完成时间')
  await until('10:10')
  const [back] = about(1, siping, sent).slice(-1)
  expect(back!.text).toContain('反馈由危化二处处长退回：请写明完成时间。请于5月20日17:00前重新反馈')
  expect(back!.mentions).toEqual([tiedong])
  expect((await say('危化一处处长', heads, '/督办 退回 1'))[0]!.text).toContain('或反馈已退回，无需重复操作')
  await until('18:00', '2022-05-20')
  expect(about(1, heads, sent).at(-1)!.text).toContain('原反馈被退回后未再反馈')
})

test('once its hazards are closed a chain is ended by one tap', async () => {
  const conversation = await openEscalated()
  const { say, until, sent, db } = conversation
  expect((await say(head, heads, '/办结 1'))[0]!.text).toContain('尚有未销号隐患：12-1')
  await close(conversation)
  await until('10:10')
  const [told] = about(1, heads, sent).slice(-1)
  expect(told!.text).toContain('隐患均已销号。请办结。')
  expect(told!.choices.map(({ label }) => label)).toEqual(['办结'])
  expect((await say(head, heads, '/督办 升级 1'))[0]!.text).toContain('隐患均已销号，无需升级')
  const [ended] = await say(head, heads, String(told!.choices[0]!.number))
  expect(ended!.text).toContain('已办结：隐患均已销号。')
  await until('10:20')
  expect(about(1, siping, sent).at(-1)!.text).toContain('【办结】督办1')
  expect((await say('危化一处处长', heads, '/办结 1'))[0]!.text).toContain(
    '督办1已由危化二处处长于5月18日10:10办结',
  )
  expect(await plannedTimes(db, chainWakeup(1))).toEqual([])
  expect((await say(tiedong, siping, '/反馈 督办1 补充说明'))[0]!.text).toContain('办结')
})

test('a leader ends it with open hazards, and says why', async () => {
  const { say } = await openEscalated()
  expect((await say(leader, leaders, '/办结 1'))[0]!.text).toContain('确需办结，请写明说明')
  expect((await say(leader, leaders, '/办结 1 企业已关闭'))[0]!.text).toContain('已办结：企业已关闭')
})

test('what is held about hazards that are closed meanwhile does not go out', async () => {
  const conversation = await openOverdue()
  const { say, until, db, sent } = conversation
  await say(head, heads, '/督办 12-1')
  await close(conversation)
  await until('10:10')
  expect((await chainById(db, 1))!.state).toBe('settled')
  expect(about(1, siping, sent)).toEqual([])
  expect(about(1, heads, sent).at(-1)!.text).toContain('隐患均已销号，“点名点评”尚未发出，不再发出，已办结。')
})

test('a letter is drafted first; taken back, it is not sent', async () => {
  const { say, db } = await openEscalated()
  await say(head, heads, '/督办 升级 1 督办提示')
  await say(head, heads, '/督办 撤销 1')
  expect((await chainById(db, 1))!.state).toBe('open')
  await say(leader, leaders, '/督办 升级 1 提示函')
  expect((await chainById(db, 1))!.next!.wake).toBe('draft')
  expect((await say(head, heads, '/督办 撤销 1'))[0]!.text).toBe(
    '督办1的“提示函”由厅领导决定，请由厅领导撤销。',
  )
  expect((await say(leader, leaders, '/督办 撤销 1'))[0]!.text).toContain(
    '督办1的“提示函”已撤销，未发出；其余不变。',
  )
  expect((await chainById(db, 1))!.next!.wake).toBe('chase')
})

test('what is publicly listed is taken off the list by a leader once its hazards are closed', async () => {
  const conversation = await openOverdue()
  const { say, until, sent } = conversation
  await say(leader, leaders, '/督办 12-1 挂牌督办')
  await until('10:05')
  await close(conversation)
  await until('10:10')
  expect(about(1, heads, sent).at(-1)!.choices).toEqual([])
  const told = about(1, leaders, sent).at(-1)!
  expect(told.text).toContain('隐患均已销号。请厅领导摘牌。')
  expect(told.choices.map(({ label }) => label)).toEqual(['摘牌'])
})

test('a unit that has answered at the deadline: to be ended, or to go up', async () => {
  const { say, until, sent } = await openOverdue()
  await say(head, heads, '/督办 四平市铁东区 多次催报未改进')
  await until('10:05')
  await say(tiedong, siping, '/反馈 督办1 已调整报送人员，今后按时报送')
  await until('18:00', '2022-05-20')
  const told = about(1, heads, sent).at(-1)!
  expect(told.text).toContain(
    '点名点评已反馈。\n四平市铁东区报送员反馈：已调整报送人员，今后按时报送\n建议办结。',
  )
  expect(told.choices.map(({ label }) => label)).toEqual(['办结', '升级为督办提示', '退回'])
})

test('the head of the government is written to, and may answer', async () => {
  const { say, until, db, textIn } = await openOverdue()
  const mayor = { name: '铁东区区长', role: 'committeeMember', unit: '四平市铁东区', division: null } as const
  await changeRoster(db, roster => ({ ...roster, people: [...roster.people, mayor] }))
  await say(leader, leaders, '/督办 12-1 约谈 5月20日9:00，厅212会议室')
  await until('10:05')
  expect(textIn(mayor.name)).toContain('【约谈通知】督办1')
  expect((await say(mayor.name, null, '/反馈 督办1 届时参加'))[0]!.text).toContain('已收到对督办1的反馈')
  // The mayor of another place is not asked.
  expect((await say('四平市分管领导', null, '/反馈 督办1 届时参加'))[0]!.text).toContain('请由四平市铁东区')
})
