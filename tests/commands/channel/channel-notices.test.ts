/** What the channel tells of itself: logins, outages, groups that it does not know again. */
import { expect, test } from 'vitest'
import { businessTime, moment } from '../../../reports/time.ts'
import { bindRoom, forgetPlaces } from '../../../storage/bindings.ts'
import { transact } from '../../../storage/database.ts'
import { dutyRoom, openConversation, siping } from '../../conversation.ts'

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
  expect(textIn(dutyRoom, sent)).toContain('正在通知10个报送群重新发送')
  expect(sent).toHaveLength(11)
})

test('with an account only groups that are bound are told, and those count that are found', async () => {
  const { tell, db, clock, textIn } = await open('10:00')
  await tell('/登录 安委日报')
  expect((await tell(outage('09:02', '09:20'))).map(({ where }) => where)).toEqual([dutyRoom])
  await transact(db, async tx => {
    const bound = { boundAt: clock.now(), boundBy: '管理员' }
    await bindRoom(tx, { ...bound, room: changchun, topic: '长春', place: 'g0' })
    await forgetPlaces(tx)
    await bindRoom(tx, { ...bound, room: siping, topic: '四平', place: 'g1' })
  })
  clock.set(moment('2022-05-18', '12:00'))
  const sent = await tell(outage('11:02', '11:20'))
  // What is for the group that is not found goes out when it is.
  expect(sent.map(({ where }) => where).sort()).toEqual([changchun, dutyRoom, siping].sort())
  expect(textIn(dutyRoom, sent)).toContain('正在通知1个报送群')
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

test('while the network flaps the groups are told ever more seldom, until half a day was calm', async () => {
  const { tell, clock, until, sent } = await open('09:00')
  const told = () =>
    sent
      .filter(({ where, text }) => where === siping && text?.includes('离线'))
      .map(({ at }) => businessTime(at))
  for (let i = 0; i < 40; i++) {
    const from = moment('2022-05-18', '09:00').getTime() + i * 15 * 60_000
    await until(businessTime(new Date(from + 5 * 60_000)))
    await tell(`/离线 ${new Date(from).toISOString()} ${new Date(from + 5 * 60_000).toISOString()}`)
  }
  await until('19:59')
  expect(told()).toEqual(['09:05', '09:35', '10:35', '12:35', '14:35', '16:35', '18:35'])
  const last = sent.findLast(({ where, text }) => where === siping && text?.includes('离线'))!
  expect(last.text).toContain('【离线说明】5月18日16:30至18:20间断续离线，本机器人未能接收消息。')
  clock.set(moment('2022-05-19', '10:00'))
  await tell(outage('09:50', '10:00', '2022-05-19'))
  await tell(outage('10:10', '10:20', '2022-05-19'))
  await until('10:31', '2022-05-19')
  expect(told().slice(7)).toEqual(['10:00', '10:30'])
})

test('one that lasted less than two minutes is told with the next, or after an hour', async () => {
  const { tell, until, textIn } = await open('10:00')
  await until('10:01')
  expect(await tell(outage('10:00', '10:01'))).toEqual([])
  await until('10:20')
  expect(textIn(siping, await tell(outage('10:10', '10:20')))).toContain(
    '5月18日10:00至10:01、5月18日10:10至10:20',
  )
  await until('12:01')
  expect(await tell(outage('12:00', '12:01'))).toEqual([])
  expect(textIn(siping, await until('13:00'))).not.toContain('离线')
  expect(textIn(siping, await until('13:01'))).toContain('5月18日12:00至12:01，本机器人')
})

test('however many outages there are, one time is planned at which they are told', async () => {
  const { tell, until, db } = await open('10:20')
  await tell(outage('10:02', '10:20'))
  const planned = () => db.selectFrom('wakeups').select('dueAt').where('command', '=', '/离线通报').execute()
  for (const minute of ['25', '30', '35', '40']) {
    await until(`10:${minute}`)
    await tell(outage('10:21', `10:${minute}`))
    expect(await planned()).toEqual([{ dueAt: moment('2022-05-18', '10:50').toISOString() }])
  }
  // A short one would wait for an hour, a long one need not.
  await until('14:00')
  await tell(outage('13:59', '14:00'))
  expect(await planned()).toEqual([{ dueAt: moment('2022-05-18', '15:00').toISOString() }])
  await tell(outage('13:00', '13:50'))
  expect(await planned()).toEqual([])
})

test('the groups’ notices are no orders, so that they do not pass the daily ceiling; the duty group’s is', async () => {
  const { tell, db } = await open('10:20')
  await tell(outage('10:02', '10:20'))
  const rows = await db.selectFrom('outbox').select(['conversation', 'priority']).execute()
  expect(rows.filter(({ priority }) => priority === 0)).toEqual([
    { conversation: `room:${dutyRoom}`, priority: 0 },
  ])
  expect(rows).toHaveLength(11)
})

test('a login that is back within a minute is not spoken of', async () => {
  const { tell, clock } = await open('10:00')
  await tell('/登录 安委日报')
  await tell('/掉线 1101')
  clock.set(new Date(clock.now().getTime() + 59_000))
  expect(await tell('/登录 安委日报')).toEqual([])
})

test('losses in the evening and at night are told together in the morning', async () => {
  const { tell, until, textIn } = await open('19:00')
  await tell('/登录 安委日报')
  for (const [lost, back] of [
    ['19:30', '20:02'],
    ['20:30', '20:40'],
    ['21:00', '21:10'],
  ] as const) {
    await until(lost)
    await tell('/掉线 1101')
    await until(back)
    expect(await tell('/登录 安委日报')).toEqual([])
  }
  expect(textIn(dutyRoom, await until('07:29', '2022-05-19'))).not.toContain('掉线')
  expect(textIn(dutyRoom, await until('07:31', '2022-05-19'))).toContain(
    '微信于5月18日19:30至21:10间掉线3次，累计52分钟，21:10恢复登录。',
  )
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

test('a group that is not known again is asked for once in twelve hours', async () => {
  const { tell, until } = await open('08:00')
  await tell('/登录 安委日报')
  const [asked, ...others] = await tell(`/待认群 missing ${siping}`)
  expect(others).toEqual([])
  expect(asked).toMatchObject({
    where: '管理员',
    text: expect.stringContaining(`未能认出“${siping}”对应的微信群：没有名称和成员都与此前一致的群。`),
  })
  expect(asked!.text).toContain('请在该群内发送：/绑群 报送群 四平市')
  expect(asked!.text).toContain('留存24小时，绑定后即行处理。超过24小时的不再发送、不再补办。')
  expect(await tell(`/待认群 missing ${siping}`)).toEqual([])
  expect((await tell(`/待认群 doubtful ${siping}`))[0]?.text).toContain('不能确定是哪一个')
  await until('12:00')
  await tell('/登录 安委日报')
  expect(await tell(`/待认群 missing ${siping}`)).toEqual([])
  await until('20:00')
  expect(await tell(`/待认群 missing ${siping}`)).toHaveLength(1)
  await until('09:00', '2022-05-19')
  expect(await tell(`/待认群 missing ${siping}`)).toHaveLength(1)
})

test('of a message that could not be read the duty group hears', async () => {
  const { tell } = await open('10:00')
  expect(await tell('/未读 123')).toMatchObject([
    { where: dutyRoom, text: expect.stringContaining('有一条微信消息未能读取（123）') },
  ])
})
