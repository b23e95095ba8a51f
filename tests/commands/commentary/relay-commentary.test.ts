import { expect, test } from 'vitest'
import { setRelayMode } from '../../../commands/commentary/relay-mode.ts'
import { duty, openConversation, siping, tiedong, tiexi } from '../../conversation.ts'
import {
  changeRoster,
  committee,
  committeeRoom,
  head,
  heads,
  openAfternoon,
  praise,
  textsTo,
  withRooms,
} from './commented-day.ts'

test('after 45 seconds it goes out numbered, once to each group, its units’ officers mentioned', async () => {
  const { publish, until, clock, bot } = await openAfternoon()
  const [held] = await publish('四平市铁东区做法较好，提出表扬。请四平市铁西区今日反馈整改情况。')
  expect(held!.text).toBe(
    '危化二处日点评（编号1）将于16:50:45发出；此前撤回点评消息或发送“/点评 取消 1”，即不发出。',
  )
  clock.set(new Date('2022-05-18T08:50:44Z'))
  await bot.pump()
  const sent = await until('17:00')
  expect(textsTo(sent)).toEqual([heads, committee, siping])
  expect(sent[0]!.at.toISOString()).toBe('2022-05-18T08:50:45.000Z')
  const text = (where: string) => sent.find(message => message.where === where)!
  expect(text(heads).text).toContain('危化二处 第1期（5月18日）')
  expect(text(committee)).toMatchObject({ text: text(heads).text, mentions: [] })
  expect(text(siping).text).toBe(`${text(heads).text}\n请四平市铁西区回应，发送“/回应 危化二处第1期 内容”。`)
  expect(text(siping).mentions).toEqual([tiedong, tiexi])
  const cards = sent.filter(({ file }) => file !== undefined)
  expect(cards.map(({ where, file }) => [where, file!.name])).toEqual(
    [heads, committee, siping].map(where => [where, '危化二处日点评第1期.png']),
  )
})

test('what it cites is kept as it stood', async () => {
  const { publish, until, db } = await openAfternoon({ time: '12:00' })
  await until('16:50')
  await publish('1-2号隐患要盯住整改。')
  await until('17:00')
  const [row] = await db.selectFrom('commentaries').select('issued').execute()
  expect(JSON.parse(row!.issued!)).toMatchObject({
    number: 1,
    hazards: [{ report: 1, position: 2, unit: '四平市铁东区', text: '配电箱未接地', major: false }],
    figures: { date: '2022-05-18', enterprises: 1, hazards: 2, rectified: 1, majorHazards: 0 },
  })
})

test('two heads who publish in the same second each have their own number and round', async () => {
  const { publish, until, textIn, db } = await openAfternoon()
  await publish(praise, head, 'a')
  await publish('各地工贸企业要抓紧整改。', '工贸处处长', 'b')
  await publish('各地要抓紧报送。', head, 'c')
  const sent = await until('17:00')
  expect(textsTo(sent).filter(where => where === committee)).toHaveLength(3)
  for (const title of ['危化二处 第1期', '危化二处 第2期', '工贸处 第1期'])
    expect(textIn(committee, sent)).toContain(title)
  const rounds = await db.selectFrom('commentaries').select('commentaryRoundId').distinct().execute()
  expect(rounds).toHaveLength(1)
})

test('a restart between publishing and sending out neither loses nor repeats it', async () => {
  const first = await openAfternoon()
  await first.publish(praise)
  await first.close()
  const second = await openConversation({ time: '16:55', directory: first.directory })
  expect(textsTo(await second.until('16:56'))).toEqual([heads, committee, siping])
  await second.close()
  const third = await openConversation({ time: '16:57', directory: first.directory })
  expect(await third.until('16:58')).toEqual([])
})

test('published twice it goes out once', async () => {
  const { publish, say, until } = await openAfternoon()
  await publish(praise)
  expect(await say(head, heads, '1')).toEqual([])
  expect((await say(head, heads, '/点评 发布 1'))[0]!.text).toContain('将于16:50:45发出')
  expect(textsTo(await until('17:00'))).toEqual([heads, committee, siping])
  expect((await say(head, heads, '/点评 发布 1'))[0]!.text).toBe(
    '危化二处日点评第1期（编号1）已于5月18日16:50发出；如需更正，请发送“/点评 更正 1 更正后的全文”。',
  )
  expect(await until('17:10')).toEqual([])
})

test('one that was cancelled never leaves, and leaves no gap in the numbers', async () => {
  const { publish, say, until, textIn } = await openAfternoon()
  await publish(praise, head, 'a')
  expect((await say(head, heads, '/点评 取消 1'))[0]!.text).toBe('危化二处日点评（编号1）已取消，未发出。')
  expect((await say(head, heads, '/点评 发布 1'))[0]!.text).toContain('编号1已取消，不能发布')
  expect(await until('17:00')).toEqual([])
  await publish(praise, head, 'b')
  expect(textIn(heads, await until('17:10'))).toContain('危化二处 第1期')
})

test('one that is changed while it is held waits to be published again', async () => {
  const { publish, say, until, textIn, clock } = await openAfternoon()
  await publish(praise)
  clock.set(new Date('2022-05-18T08:50:20Z'))
  expect((await say(head, heads, '/点评 修改 1'))[0]!.text).toContain('已暂停发布')
  await say(head, heads, '/点评 修改 1 各地要抓紧整改。')
  await say(head, heads, '/点评 发布 1')
  const sent = await until('17:00')
  // The time of the first publication passes without a word.
  expect(sent[0]!.at.toISOString()).toBe('2022-05-18T08:51:05.000Z')
  expect(textsTo(sent)).toEqual([heads, committee])
  expect(textIn(heads, sent)).toContain('各地要抓紧整改。')
})

test('where a group fails the author sees it', async () => {
  let broken = true
  const { publish, say, until } = await openAfternoon({
    onSend(delivery) {
      if (broken && 'room' in delivery.to && delivery.to.room === committee) throw new Error('refused')
    },
  })
  await publish('请四平市铁东区今日反馈整改情况。')
  await until('16:51')
  const lines = async (who: string) => (await say(who, null, '/点评 状态 危化二处1'))[0]!.text!.split('\n')
  expect(await lines(head)).toEqual([
    '危化二处日点评第1期（编号1）：5月18日16:50发出。',
    `${heads}：16:50已发`,
    expect.stringMatching(`^${committee}：待发（已重试\\d次）$`),
    `${siping}：16:50已发`,
    '未回应：四平市铁东区（5月19日10:00催复）',
  ])
  broken = false
  await until('17:20')
  expect((await lines(duty))[2]).toMatch(`${committee}：`)
  expect((await lines('工贸处处长'))[0]).toContain('由本人和值班员查看')
})

test('a group that has chosen the summary does not get it by itself', async () => {
  const { publish, until, db } = await openAfternoon()
  await setRelayMode(db, committeeRoom, 'summary')
  await publish(praise)
  expect(textsTo(await until('17:00'))).toEqual([heads, siping])
})

test('before the day’s report the figures are those of the last one', async () => {
  const { publish, say, until, db } = await openAfternoon({ time: '12:00' })
  await until('09:30', '2022-05-19')
  await publish('四平市铁东区检查较好。')
  await until('09:32', '2022-05-19')
  const [row] = await db.selectFrom('commentaries').select('issued').execute()
  expect(JSON.parse(row!.issued!)).toMatchObject({ date: '2022-05-19', figures: { date: '2022-05-18' } })
  expect((await say(head, heads, '/点评 状态'))[0]!.text).toContain('5月19日09:30发出')
})

test('a committee group in which units report as well is told how to answer, and nobody is called out', async () => {
  const { publish, until, textIn, db } = await openAfternoon()
  await changeRoster(
    db,
    withRooms(room =>
      room.name === siping
        ? null
        : room.name === committee
          ? { ...room, roles: ['committee', 'reporting'], jurisdiction: '四平市' }
          : room,
    ),
  )
  await publish('请四平市铁东区说明整改情况。')
  const sent = await until('17:00')
  expect(textIn(committee, sent).match(/发送“\/回应 危化二处第1期 内容”/g)).toHaveLength(1)
  const later = (await until('10:30', '2022-05-19')).filter(({ text }) => text?.startsWith('【催复】'))
  expect(later.map(({ where }) => where)).toEqual([committee, head])
  expect([...sent, ...later].flatMap(({ mentions }) => mentions)).toEqual([])
})
