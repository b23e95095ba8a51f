import { expect, test } from 'vitest'
import { hazardEvents } from '../../../../storage/hazard-events.ts'
import { trackedHazard } from '../../../../storage/tracked-hazards.ts'
import { openConversation, report, siping, tiedong } from '../../../conversation.ts'
import { head, heads, tap } from '../open-with-hazards.ts'

type Conversation = Awaited<ReturnType<typeof openConversation>>

const get = async ({ db }: Conversation, position = 1) => (await trackedHazard(db, { report: 1, position }))!
const said = (rectification: string) => report({ hazards: '灭火器压力不足', rectification })

async function reported(rectification = '限期5月25日前整改') {
  const conversation = await openConversation()
  await conversation.say(tiedong, siping, said(rectification))
  return conversation
}

test('on a later day a correction asks for more time, which the division grants', async () => {
  const conversation = await reported()
  await conversation.until('09:00', '2022-05-19')
  const sent = await conversation.say(tiedong, siping, `更正 1\n${said('限期6月30日前整改')}`)
  expect(await get(conversation)).toMatchObject({ deadline: '2022-05-25' })
  expect(conversation.textIn(heads, sent)).toContain('【延期申请】')
  await conversation.until('09:10', '2022-05-19')
  expect(conversation.textIn(siping)).toContain(
    '1-1期限仍为5月25日；延至6月30日按申请延期转危化一处、危化二处决定。',
  )
  await conversation.say(tiedong, siping, '/补 1 检查人员 王五')
  await conversation.say(head, heads, tap(sent, '同意'))
  expect(await get(conversation)).toMatchObject({ deadline: '2022-06-30' })
  expect((await hazardEvents(conversation.db, 1)).map(({ step }) => step)).toEqual([
    'find',
    'ask',
    'postpone',
  ])
})

test('an earlier deadline holds at once, and none is done away with', async () => {
  const conversation = await reported()
  await conversation.until('09:00', '2022-05-19')
  await conversation.say(tiedong, siping, `更正 1\n${said('限期5月23日前整改')}`)
  expect(await get(conversation)).toMatchObject({ deadline: '2022-05-23' })
  await conversation.say(tiedong, siping, `更正 1\n${said('未整改')}`)
  expect(await get(conversation)).toMatchObject({ deadline: '2022-05-23' })
})

test('on the day of the report it is a slip, unless a division has set the deadline', async () => {
  const conversation = await reported()
  await conversation.say(tiedong, siping, `更正 1\n${said('限期5月27日前整改')}`)
  expect(await get(conversation)).toMatchObject({ deadline: '2022-05-27' })
  await conversation.say(head, heads, '/延期 1-1 5月30日 配件缺货')
  await conversation.say(tiedong, siping, `更正 1\n${said('限期6月30日前整改')}`)
  expect(await get(conversation)).toMatchObject({ deadline: '2022-05-30' })
})

test('a deadline on a day off holds until the next working day; the report keeps what it says', async () => {
  const conversation = await reported('限期6月4日前整改')
  expect(await get(conversation)).toMatchObject({ deadline: '2022-06-06' })
  expect((await hazardEvents(conversation.db, 1))[0]?.note).toBe('限期6月4日为休息日，顺延至6月6日')
  await conversation.until('09:30')
  expect(conversation.textIn(siping)).toContain('1-1限期6月4日为休息日，顺延至6月6日。')
  await conversation.say(tiedong, siping, '/补 1 检查人员 王五')
  await conversation.until('09:40')
  expect(conversation.textIn(siping).match(/顺延/g)).toHaveLength(1)
})

test('a deadline before the inspection is asked about', async () => {
  const conversation = await reported('限期5月10日前整改')
  await conversation.until('09:30')
  expect(conversation.textIn(siping)).toContain('1-1限期5月10日早于检查日期，请核对。')
})
