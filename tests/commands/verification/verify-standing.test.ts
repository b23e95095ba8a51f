/** 核实: answers in ordinary words, what is taken back, and orders that did not arrive. */
import { expect, test } from 'vitest'
import type { Delivery } from '../../../commands/message.ts'
import { openConversation, report, siping, temporaryDirectory, tiedong, tiexi } from '../../conversation.ts'
import { rename } from '../renamed-unit.ts'

const heads = '处长工作群'
const head = '危化二处处长'
const ask = '/核实 四平市铁东区 至16:00 请核对第2项整改期限'
const quotedText = '【核实】核实1：危化二处处长请四平市铁东区核实5月18日报送情况，于16:00前答复。'

/** The afternoon of a day on which 四平市铁东区 was asked about what it had reported. */
async function open(options: { directory?: string; onSend?: (delivery: Delivery) => void } = {}) {
  const conversation = await openConversation(options)
  await conversation.say(tiedong, siping, report())
  await conversation.until('15:10')
  await conversation.say(head, heads, ask, { id: 'ask' })
  return {
    ...conversation,
    states: async () =>
      (await conversation.db.selectFrom('verifications').selectAll().orderBy('id').execute()).map(
        ({ state, answer }) => [state, answer],
      ),
  }
}

test.each([
  ['已核实，无误', { quotedText }],
  ['经核对，情况属实。', { quotedText: `@${tiedong} ${quotedText}` }],
  ['核实1：确认无误', {}],
  ['核实1 确认', {}],
])('confirmed in words: %s', async (text, extras) => {
  const { say, states, textIn } = await open()
  const sent = await say(tiedong, siping, text, extras)
  expect(textIn(heads, sent)).toContain('第1号确认无误')
  expect(await states()).toEqual([['confirmed', null]])
})

test.each([
  ['情况不属实，第2项已于今日整改', { quotedText }, '情况不属实，第2项已于今日整改'],
  ['核实1：@所有人 期限由企业提出', {}, '期限由企业提出'],
])('explained in words: %s', async (text, extras, answer) => {
  const { say, states } = await open()
  await say(tiedong, siping, text, extras)
  expect(await states()).toEqual([['explained', answer]])
})

test.each([
  ['收到', { quotedText }, tiedong],
  ['@李四 你看下', { quotedText }, tiedong],
  ['核实3家企业的情况已报', {}, tiedong],
  ['核实1：确认无误', {}, tiexi],
  ['核实7：确认无误', {}, tiedong],
])('no answer, and no noise: %s', async (text, extras, from) => {
  const { say, states } = await open()
  expect(await say(from, siping, text, extras)).toEqual([])
  expect(await states()).toEqual([['open', null]])
})

test('a report that quotes the order is a report, and the answer', async () => {
  const { say, until, states, textIn } = await open()
  const text = report({ enterprise: '铁东石化公司' })
  const sent = [...(await say(tiedong, siping, text, { quotedText })), ...(await until('15:13'))]
  expect(textIn(siping, sent)).toContain('已收第2号')
  expect(textIn(siping, sent)).toContain('核实1已答复：补报第2号')
  expect(await states()).toEqual([['corrected', '补报第2号']])
})

test('what was sent before the question is no answer to it', async () => {
  const { say, states } = await open()
  await say(tiedong, siping, report({ enterprise: '铁东石化公司' }), { at: '2022-05-18T07:05:00.000Z' })
  expect(await states()).toEqual([['open', null]])
})

test('the choices last to the deadline; after it their number is answered with the command', async () => {
  const { say, until, textIn } = await open()
  await until('15:58')
  await say(head, heads, '/核实 四平市铁东区 至16:30 是否复查')
  await until('16:05')
  const [answer, ...others] = await say(tiedong, siping, '1')
  expect(answer?.text).toBe('该选项已失效，请重新发送“/核实 确认 1”。')
  expect(others).toEqual([])
  // Nothing was offered to this one.
  expect(await say(tiexi, siping, '1')).toEqual([])
  expect(await say(tiedong, siping, '9')).toEqual([])
  expect(await say(tiedong, '省安委办工作群', '1')).toEqual([])
  expect(textIn(siping, await say(tiedong, siping, '3'))).toContain('核实2（四平市铁东区第1号）已答复')
})

test('a recalled correction reopens it: the unit and the head hear so, and the deadline holds', async () => {
  const { say, until, states, textIn } = await open()
  await say(tiedong, siping, `更正第1号\n${report({ rectification: '均已整改' })}`, { id: 'fix' })
  expect(await states()).toEqual([['corrected', '更正第1号']])
  const sent = [...(await say(tiedong, siping, '', { recall: 'fix' })), ...(await until('15:15'))]
  expect(textIn(siping, sent)).toContain('更正已撤回，核实1仍待答复，限16:00前。')
  expect(textIn(heads, sent)).toContain('【核实】核实1：四平市铁东区第1号的更正已撤回，仍待答复，限16:00前。')
  expect(await states()).toEqual([['open', null]])
  expect(textIn(heads, await until('16:02'))).toContain('【核实逾期】核实1')
})

test('confirmed first, then corrected: both are told, and a recall restores the first answer', async () => {
  const { say, until, states, textIn } = await open()
  await say(tiedong, siping, '/核实 说明 1 期限由企业提出；已核对')
  const corrected = [
    ...(await say(tiedong, siping, `更正第1号\n${report({ rectification: '均已整改' })}`, { id: 'fix' })),
    ...(await until('15:13')),
  ]
  expect(textIn(heads, corrected)).toContain('第1号先说明（期限由企业提出；已核对），后更正第1号（')
  const sent = [...(await say(tiedong, siping, '', { recall: 'fix' })), ...(await until('15:16'))]
  expect(textIn(heads, sent)).toContain('的更正已撤回，恢复原答复：说明：“期限由企业提出；已核对”。')
  expect(await states()).toEqual([['explained', '期限由企业提出；已核对']])
})

test('of two changes the recall of one leaves the other standing', async () => {
  const { say, states } = await open()
  await say(tiedong, siping, '/补 1 整改期限 5月20日')
  await say(tiedong, siping, report({ enterprise: '铁东石化公司' }), { id: 'more' })
  expect(await states()).toEqual([['corrected', '更正第1号；补报第2号']])
  await say(tiedong, siping, '', { recall: 'more' })
  expect(await states()).toEqual([['corrected', '更正第1号']])
})

test('a unit that the order did not reach is not accused: it is asked anew with a later deadline', async () => {
  let reached = false
  const { until, states, textIn } = await open({
    onSend: ({ to, text }) => {
      if ('room' in to && to.room === siping && text?.includes('【核实】') && !reached) throw new Error('no')
    },
  })
  const due = await until('16:02')
  expect(textIn(heads, due)).toContain(
    '【核实未送达】核实1：四平市铁东区第1号尚未送达“四平市日报报送群”，答复期限顺延至5月18日17:00。',
  )
  expect(textIn(heads, due)).not.toContain('核实逾期')
  expect(await states()).toEqual([['open', null]])
  reached = true
  const orders = textIn(siping, await until('16:50'))
  expect(orders).toContain('于17:00前答复')
  expect(orders).not.toContain('于16:00前答复')
  expect(textIn(heads, await until('17:02'))).toContain('【核实逾期】核实1')
})

test('after the bot was down over the deadline it waits for what comes in', async () => {
  const directory = temporaryDirectory()
  const before = await open({ directory })
  await before.close()
  const { say, until, textIn, db } = await openConversation({ directory, time: '16:20' })
  expect(textIn(heads, await until('16:25'))).not.toContain('核实逾期')
  await say(tiedong, siping, '/核实 确认 1', { at: '2022-05-18T07:55:00.000Z' })
  expect(textIn(heads, await until('16:40'))).not.toContain('核实逾期')
  expect(await db.selectFrom('verifications').select('state').execute()).toEqual([{ state: 'confirmed' }])
})

test('who recalls the message that asked cancels it, while nobody has answered', async () => {
  const { say, states, textIn } = await open()
  expect(await say('工贸处处长', heads, '', { recall: 'ask' })).toEqual([])
  const sent = await say(head, heads, '', { recall: 'ask' })
  expect(textIn(heads, sent)).toContain('核实1（四平市铁东区第1号）已随消息撤回取消，已通知该单位。')
  expect(textIn(siping, sent)).toContain('已由发起人取消，无需答复')
  expect(await states()).toEqual([['cancelled', null]])
})

test('what has been answered stays when its message is recalled', async () => {
  const { say, textIn } = await open()
  await say(tiedong, siping, '1')
  expect(textIn(heads, await say(head, heads, '', { recall: 'ask' }))).toContain(
    '核实1已答复（确认无误），消息撤回后仍保留。',
  )
})

test('a renamed unit’s officer answers in the group that was asked', async () => {
  const conversation = await open()
  await rename(conversation)
  await conversation.say(tiedong, '长春市日报报送群', '/核实 确认 1')
  expect(await conversation.states()).toEqual([['open', null]])
  await conversation.say(tiedong, siping, '/核实 确认 1')
  expect(await conversation.states()).toEqual([['confirmed', null]])
})
