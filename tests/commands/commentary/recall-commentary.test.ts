import { expect, test } from 'vitest'
import { Unreachable } from '../../../commands/message.ts'
import { openConversation, siping } from '../../conversation.ts'
import { committee, head, heads, openAfternoon, praise, textsTo } from './commented-day.ts'

const isTakenBack = '危化二处日点评（编号1）已随消息撤回，未发出。'

test.each(['draft', 'draft-publish'])('recalled during the hold it never leaves: %s', async recall => {
  const { publish, say, until } = await openAfternoon()
  await publish(praise)
  expect((await say(head, heads, '', { recall }))[0]!.text).toBe(isTakenBack)
  expect(await until('17:00')).toEqual([])
  expect(await say(head, heads, '', { recall })).toEqual([])
})

test('a draft goes with its message, and with the one that changed it', async () => {
  const { say } = await openAfternoon()
  await say(head, heads, `/点评 ${praise}`, { id: 'draft' })
  await say(head, heads, '/点评 修改 1 各地要抓紧整改。', { id: 'change' })
  expect((await say(head, heads, '', { recall: 'change' }))[0]!.text).toBe(isTakenBack)
})

test('a recall by somebody else changes nothing', async () => {
  const { publish, say, until } = await openAfternoon()
  await publish(praise)
  expect(await say('工贸处处长', heads, '', { recall: 'draft' })).toEqual([])
  expect(textsTo(await until('17:00'))).toEqual([heads, committee, siping])
})

test('recalled too late, its author hears how to correct it', async () => {
  const { publish, say, until } = await openAfternoon()
  await publish(praise)
  await until('16:51')
  expect((await say(head, heads, '', { recall: 'draft' }))[0]!.text).toBe(
    '危化二处日点评第1期（编号1）已于5月18日16:50发出；如需更正，请发送“/点评 更正 1 更正后的全文”。',
  )
})

test('the recall of a correction leaves what was sent out, that of the first message leaves the correction', async () => {
  const { publish, say, until, textIn } = await openAfternoon()
  await publish(praise)
  await until('16:51')
  await say(head, heads, '/点评 更正 1 各地要抓紧整改。', { id: 'correction' })
  expect((await say(head, heads, '', { recall: 'draft' }))[0]!.text).toContain('已于5月18日16:50发出')
  await say(head, heads, '/点评 发布 1')
  expect((await say(head, heads, '', { recall: 'correction' }))[0]!.text).toBe(
    '危化二处日点评第1期（编号1）的更正已随消息撤回，原点评不变。',
  )
  expect(await until('17:00')).toEqual([])
  await say(head, heads, '/点评 更正 1 各地要按时报送。')
  await say(head, heads, '/点评 发布 1')
  expect(textIn(heads, await until('17:10'))).toContain('各地要按时报送。')
})

test('what is published twice goes with the recall of either', async () => {
  const { publish, say, until } = await openAfternoon()
  await publish(praise)
  await say(head, heads, '/点评 发布 1', { id: 'again' })
  expect((await say(head, heads, '', { recall: 'again' }))[0]!.text).toBe(isTakenBack)
  expect(await until('17:00')).toEqual([])
})

/** Halfway through the hold of what is published at 16:50. */
const inTime = '2022-05-18T08:50:20.000Z'

test('after a stop it is held anew, so that a recall that comes then still counts', async () => {
  const first = await openAfternoon()
  await first.publish(praise)
  await first.close()
  const second = await openConversation({ time: '16:55', directory: first.directory })
  await second.bot.pump()
  expect((await second.say(head, heads, '', { recall: 'draft', at: inTime }))[0]!.text).toBe(isTakenBack)
  expect(await second.until('17:00')).toEqual([])
})

test('while the account is logged out it is held on', async () => {
  const { publish, say, until, bot } = await openAfternoon()
  await bot.tell('/登录 机器人')
  await publish(praise)
  await bot.tell('/掉线 手机端退出')
  expect(await until('17:00')).toEqual([])
  await bot.tell('/登录 机器人')
  await bot.pump()
  await say(head, heads, '', { recall: 'draft', at: inTime })
  expect(textsTo(await until('17:10')).filter(where => where === committee)).toEqual([])
})

test.each([
  ['in time', inTime, isTakenBack, '第1期'],
  ['too late', '2022-05-18T08:50:50.000Z', expect.stringContaining('已于5月18日16:50发出'), '第2期'],
])('numbered already but sent to nobody, a recall %s', async (_, at, answer, next) => {
  let away = false
  const { publish, say, until, textIn, sent } = await openAfternoon({
    onSend: () => {
      if (away) throw new Unreachable('away')
    },
  })
  await publish(praise)
  away = true
  await until('16:51')
  // The next attempt to send lies ahead: the recall is heard of before it.
  const { length } = sent
  await say(head, heads, '', { recall: 'draft', at })
  away = false
  await until('17:10')
  expect(sent.slice(length).map(({ text }) => text)).toContainEqual(answer)
  expect(textIn(committee).includes('第1期')).toBe(next === '第2期')
  await publish('各地要按时报送。', head, 'next')
  expect(textIn(committee, await until('17:20'))).toContain(next)
})

test('a correction that reached nobody gives way to what it corrects', async () => {
  let away = false
  const { publish, say, until, textIn, sent } = await openAfternoon({
    onSend: () => {
      if (away) throw new Unreachable('away')
    },
  })
  await publish(praise)
  await until('17:00')
  await say(head, heads, '/点评 更正 1 各地要抓紧整改。', { id: 'correction' })
  await say(head, heads, '/点评 发布 1')
  away = true
  await until('17:01')
  await say(head, heads, '', { recall: 'correction', at: '2022-05-18T09:00:30.000Z' })
  away = false
  const { length } = sent
  await until('17:10')
  expect(sent.slice(length).map(({ text }) => text)).toEqual([
    '危化二处日点评第1期（编号1）的更正已随消息撤回，原点评不变。',
  ])
  expect((await say(head, heads, '/点评 状态 1'))[0]!.text).not.toContain('更正')
  await say(head, heads, '/点评 更正 1 各地要按时报送。')
  await say(head, heads, '/点评 发布 1')
  expect(textIn(committee, await until('17:20'))).toContain('第1期（5月18日）【更正】')
})
