/** What the channel tells of itself: logins, outages, groups that it does not know again. */
import { expect, test } from 'vitest'
import { moment } from '../../reports/time.ts'
import { bindRoom } from '../../storage/bindings.ts'
import { transact } from '../../storage/database.ts'
import { dutyRoom, openConversation, siping } from '../conversation.ts'

const changchun = '长春市日报报送群'

async function open(time: string) {
  const conversation = await openConversation({ time })
  return {
    ...conversation,
    /** The channel says something; returns what the bot sends upon it. */
    async tell(command: string) {
      const before = conversation.sent.length
      await conversation.bot.tell(command)
      await conversation.bot.pump()
      return conversation.sent.slice(before)
    },
  }
}

const outage = (from: string, to: string, date = '2022-05-18') =>
  `/离线 ${moment(date, from).toISOString()} ${moment(date, to).toISOString()}`

test('after a loss the duty group hears once from when to when', async () => {
  const { tell, until } = await open('10:00')
  expect(await tell('/登录 安委日报')).toEqual([])
  await until('10:02')
  expect(await tell('/掉线 1101')).toEqual([])
  await until('10:10')
  await tell('/掉线 1101')
  await until('10:20')
  expect(await tell('/登录 安委日报')).toMatchObject([
    { where: dutyRoom, text: '微信于5月18日10:02掉线，10:20恢复登录。' },
  ])
  expect(await tell('/登录 安委日报')).toEqual([])
})

test('each reporting group is asked once to post again what was sent meanwhile', async () => {
  const { tell, textIn } = await open('10:20')
  const sent = await tell(outage('10:02', '10:20'))
  expect(textIn(siping, sent)).toBe(
    '【离线说明】5月18日10:02至10:20，本机器人未能接收消息。请将该时段在本群发送的检查情况重新发送一次；已收到的不会重复计入。',
  )
  expect(textIn('处长工作群', sent)).toContain('请将该时段在本群发送的')
  expect(textIn(dutyRoom, sent)).toContain('已请10个报送群重新发送')
  expect(sent).toHaveLength(11)
})

test('only groups that are bound are told, where groups are bound', async () => {
  const { tell, db, clock } = await open('10:20')
  await transact(db, tx =>
    bindRoom(tx, { room: siping, topic: '四平', place: 'g1', boundAt: clock.now(), boundBy: '管理员' }),
  )
  const sent = await tell(outage('10:02', '10:20'))
  expect(sent.map(({ where }) => where).sort()).toEqual([dutyRoom, siping].sort())
})

test('within half an hour of a notice the next waits, and tells all, joined where they touch', async () => {
  const { tell, until, textIn } = await open('10:20')
  await tell(outage('10:02', '10:20'))
  await until('10:35')
  expect(await tell(outage('10:22', '10:30'))).toEqual([])
  expect(await tell(outage('10:30', '10:34'))).toEqual([])
  expect(await tell(outage('10:40', '10:45'))).toEqual([])
  expect(await until('10:49')).toEqual([])
  const sent = await until('10:50')
  expect(textIn(changchun, sent)).toContain('【离线说明】5月18日10:22至10:34、5月18日10:40至10:45，')
  expect(textIn(changchun, await until('11:30'))).toBe('')
})

test('at night nobody is woken: the groups are told in the morning', async () => {
  const { tell, until, textIn } = await open('19:50')
  await until('20:00')
  expect(await tell(outage('19:40', '20:00'))).toEqual([])
  await until('23:59')
  expect(await tell(`/离线 2022-05-18T15:30:00Z 2022-05-18T16:10:00Z`)).toEqual([])
  expect(textIn(siping, await until('07:29', '2022-05-19'))).not.toContain('离线')
  const sent = await until('07:30', '2022-05-19')
  expect(textIn(siping, sent)).toContain('5月18日19:40至20:00、5月18日23:30至5月19日00:10')
})

test('a group that is not known again is asked for once a login, and not within twelve hours', async () => {
  const { tell, until } = await open('08:00')
  await tell('/登录 安委日报')
  const [asked, ...others] = await tell(`/待认群 missing ${siping}`)
  expect(others).toEqual([])
  expect(asked).toMatchObject({
    where: '管理员',
    text: expect.stringContaining('未找到名称和成员与此前一致的微信群'),
  })
  expect(asked!.text).toContain('请在该群内发送：/绑群 报送群 四平市')
  expect(asked!.text).toContain('留存24小时')
  expect(await tell(`/待认群 missing ${siping}`)).toEqual([])
  expect((await tell(`/待认群 doubtful ${siping}`))[0]?.text).toContain('不能确定是哪一个')
  await until('12:00')
  await tell('/登录 安委日报')
  expect(await tell(`/待认群 missing ${siping}`)).toEqual([])
  await until('20:00')
  expect(await tell(`/待认群 missing ${siping}`)).toHaveLength(1)
  await until('09:00', '2022-05-19')
  expect(await tell(`/待认群 missing ${siping}`)).toEqual([])
})

test('of a message that could not be read the duty group hears', async () => {
  const { tell } = await open('10:00')
  expect(await tell('/未读 123')).toMatchObject([
    { where: dutyRoom, text: expect.stringContaining('有一条微信消息未能读取（123）') },
  ])
})
