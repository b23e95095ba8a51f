import { expect, test } from 'vitest'
import { openConversation, siping, tiedong, tiexi } from '../../conversation.ts'
import { city, head, heads, openCommentedDay, publish, question, sentAt } from './commented-day.ts'

const asking = '请四平市铁东区、四平市铁西区、长春市南关区反馈整改情况。'

test('the next working day at ten those are asked once more that have not answered', async () => {
  const day = await openCommentedDay()
  await publish(day, asking)
  await day.say(tiedong, siping, '/回应 1 已整改')
  await day.until('09:59', '2022-05-19')
  const chased = await day.until('10:30', '2022-05-19')
  expect(chased.map(message => [sentAt(message), message.where, message.text, message.mentions])).toEqual([
    [
      '2022-05-19 10:00',
      siping,
      '【催复】5月18日危化二处日点评第1期尚待回应：四平市铁西区。请发送“/回应 危化二处第1期 内容”。',
      [tiexi],
    ],
    [
      '2022-05-19 10:00',
      '长春市日报报送群',
      '【催复】5月18日危化二处日点评第1期尚待回应：长春市南关区。请发送“/回应 危化二处第1期 内容”。',
      ['长春市南关区报送员'],
    ],
    [
      '2022-05-19 10:00',
      head,
      '【催复】危化二处日点评第1期：应回应3家，已回应1家：四平市铁东区；未回应2家：四平市铁西区、长春市南关区。已在报送群催复。',
      [],
    ],
  ])
  const later = await day.until('23:00', '2022-05-20')
  expect(later.filter(({ text }) => text?.includes('【催复】'))).toEqual([])
})

test('where all have answered nobody is chased, nor told', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  await day.say(tiedong, siping, '/回应 1 已整改')
  expect(await day.until('10:30', '2022-05-19').then(sent => day.textIn(head, sent))).toBe('')
})

test('the head sets another time, and only that counts', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  const [answer] = await day.say(head, heads, '/点评 催复 1 17:00')
  expect(answer?.text).toBe('危化二处日点评第1期将于5月18日17:00催复；现有1家未回应：四平市铁东区。')
  await day.say(head, heads, '/点评 催复 第1期 明天 9点30')
  expect(day.textIn(siping, await day.until('17:20'))).toBe('')
  const chased = (await day.until('10:30', '2022-05-19')).filter(({ text }) => text?.startsWith('【催复】'))
  expect(chased.map(sentAt)).toEqual(['2022-05-19 09:30', '2022-05-19 09:30'])
})

test('a day off is moved to the next working day, and that is said', async () => {
  const day = await openCommentedDay()
  await publish(day, question)
  const [answer] = await day.say(head, null, '/点评 催复 1 5月21日 15:00')
  expect(answer?.text).toBe(
    '5月21日不是工作日，已顺延。危化二处日点评第1期将于5月23日10:00催复；现有1家未回应：四平市铁东区。',
  )
})

test.each([
  [head, '/点评 催复 1 16:00', '5月18日16:00已过'],
  [head, '/点评 催复 1 昨天', '看不懂时间“昨天”'],
  [head, '/点评 催复 1', '请写明催复时间'],
  [head, '/点评 催复 9 17:00', '没有编号为9'],
  ['危化一处处长', '/点评 催复 1 17:00', '只能由其本人操作'],
])('%s: %s is refused', async (from, text, refusal) => {
  const day = await openCommentedDay()
  await publish(day, question)
  expect((await day.say(from, heads, text))[0]?.text).toContain(refusal)
})

test('there is nobody to chase where nobody was asked', async () => {
  const day = await openCommentedDay()
  await publish(day, '四平市铁东区检查较好。')
  expect((await day.say(head, heads, '/点评 催复 1 17:00'))[0]?.text).toContain('没有要求单位回应')
})

test('a chase that fell into a stop is made up for in office hours, once', async () => {
  const first = await openCommentedDay()
  await publish(first, question)
  await first.close()
  const second = await openConversation({ date: '2022-05-19', time: '22:00', directory: first.directory })
  expect(second.textIn(siping, await second.until('23:00', '2022-05-19'))).not.toContain('【催复】')
  await second.say(city, siping, '早')
  const chased = (await second.until('12:00', '2022-05-20')).filter(({ text }) =>
    text?.startsWith('【催复】'),
  )
  expect(chased.map(({ where }) => where)).toEqual([siping, head])
  expect(chased.map(sentAt)).toEqual(['2022-05-20 10:00', '2022-05-20 10:00'])
})
