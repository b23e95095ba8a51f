import { describe, expect, test } from 'vitest'
import { hazardNumber } from '../../../../reports/hazards/hazard-number.ts'
import { hazardEvents } from '../../../../storage/hazard-events.ts'
import { trackedHazard, trackedHazards } from '../../../../storage/tracked-hazards.ts'
import { openConversation, report, siping, tiedong, tiexi } from '../../../conversation.ts'

type Conversation = Awaited<ReturnType<typeof openConversation>>

const city = '四平市报送员'
const next = '2022-05-19'
const open = '均限期5月25日前整改'
const ledger = async ({ db }: Conversation) =>
  (await trackedHazards(db)).map(hazard => `${hazardNumber(hazard)} ${hazard.state}`)
const get = async ({ db }: Conversation, number: number, position = 1) =>
  (await trackedHazard(db, { report: number, position }))!

/** A report of one hazard is in the ledger, and the next day has begun. */
async function dayAfter(
  first: Parameters<typeof report>[0] = { hazards: '灭火器压力不足', rectification: open },
) {
  const conversation = await openConversation()
  await conversation.say(tiedong, siping, report(first))
  await conversation.until('09:30', next)
  conversation.sent.length = 0
  return conversation
}

describe('the same hazard at the same enterprise', () => {
  test('found again after it had been closed: the sender hears it beside the acknowledgement', async () => {
    const conversation = await dayAfter({ hazards: '灭火器压力不足', rectification: '已整改' })
    await conversation.say(tiedong, siping, report({ hazards: '灭火器压力不足', rectification: open }))
    await conversation.until('09:40', next)
    expect(await get(conversation, 2)).toMatchObject({
      state: 'rectifying',
      recurrenceOf: { report: 1, position: 1 },
      afterClosure: true,
    })
    expect(conversation.textIn(siping)).toContain('2-1与1-1（5月18日，已销号）重复，记为屡改屡犯。')
    expect(conversation.sent.every(({ where }) => where === siping)).toBe(true)
  })

  test('listed again as rectified the day after its closure it has been looked at, not found again', async () => {
    const conversation = await dayAfter({ hazards: '灭火器压力不足', rectification: '已整改' })
    await conversation.say(tiedong, siping, report({ hazards: '灭火器压力不足', rectification: '已整改' }))
    await conversation.until('09:40', next)
    expect(await get(conversation, 2)).toMatchObject({ state: 'void', recurrenceOf: null })
    expect(conversation.textIn(siping)).not.toContain('屡改屡犯')
  })

  test('found again while it is open: noted, and nobody is told', async () => {
    const conversation = await dayAfter()
    await conversation.say(tiedong, siping, report({ hazards: '灭火器压力不足', rectification: open }))
    await conversation.until('09:40', next)
    expect(await get(conversation, 2)).toMatchObject({
      recurrenceOf: { report: 1, position: 1 },
      afterClosure: false,
    })
    expect(conversation.textIn(siping)).not.toContain('重复')
  })

  test('its city finds what the county found; another city means another enterprise', async () => {
    const conversation = await dayAfter({
      enterprise: '宏达（东区）加油站',
      hazards: '灭火器压力不足',
      rectification: open,
    })
    const again = { enterprise: '宏达(东区)加油站', hazards: '灭火器压力不足', rectification: open }
    await conversation.say(city, siping, report({ ...again, unit: '四平市应急管理局', place: '平东街道' }))
    await conversation.say(
      '长春市南关区报送员',
      '长春市日报报送群',
      report({ ...again, unit: '长春市南关区应急管理局', place: '平阳街' }),
    )
    expect((await get(conversation, 2)).recurrenceOf).toEqual({ report: 1, position: 1 })
    expect((await get(conversation, 3)).recurrenceOf).toBeNull()
  })

  test('found by county and city on one day it is no recurrence', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report({ rectification: open }))
    await conversation.say(city, siping, report({ unit: '四平市应急管理局', rectification: open }))
    expect((await get(conversation, 2)).recurrenceOf).toBeNull()
  })
})

describe('a later report says that it has been rectified', () => {
  test('the case is counted once, and one tap is offered', async () => {
    const conversation = await dayAfter()
    const sent = await conversation.say(
      tiedong,
      siping,
      report({ hazards: '灭火器压力不足', rectification: '已整改' }),
    )
    expect(await ledger(conversation)).toEqual(['1-1 rectifying', '2-1 void'])
    const events = await hazardEvents(conversation.db, (await get(conversation, 2)).id)
    expect(events.map(({ step, note }) => [step, note])).toEqual([['void', '并入1-1']])
    const offer = sent.find(({ choices }) => choices.length > 0)!
    expect(offer.where).toBe(siping)
    expect(offer.text).toContain('第2号报告写明已整改')
    expect(offer.choices.map(({ label, command }) => [label, command])).toEqual([
      ['销号1-1', '/销号 1-1 据2'],
    ])
    const corrected = await conversation.say(tiedong, siping, '/补 2 检查人员 王五')
    expect(corrected.flatMap(({ choices }) => choices)).toEqual([])
    expect(await ledger(conversation)).toEqual(['1-1 rectifying', '2-1 void'])
    await conversation.say(tiedong, siping, '1')
    expect(await ledger(conversation)).toEqual(['1-1 closed', '2-1 void'])
  })

  test('in general words: all that is open of the enterprise, and all at once first', async () => {
    const conversation = await dayAfter({
      hazards: '1.灭火器压力不足；2.配电箱未接地',
      rectification: open,
    })
    const sent = await conversation.say(
      tiedong,
      siping,
      report({ hazards: '无', rectification: '上次检查发现的隐患均已整改到位' }),
    )
    expect(sent.flatMap(({ choices }) => choices.map(({ command }) => command))).toEqual([
      '/销号 1-1 1-2 据2',
      '/销号 1-1 据2',
      '/销号 1-2 据2',
    ])
  })

  test('a major one is offered to be reported, as others must re-inspect it', async () => {
    const conversation = await dayAfter({ hazards: '重大隐患：可燃气体报警器失效', rectification: open })
    const sent = await conversation.say(
      tiedong,
      siping,
      report({ hazards: '无', rectification: '经复查，前期隐患已整改完毕' }),
    )
    expect(sent.flatMap(({ choices }) => choices.map(({ command }) => command))).toEqual([
      '/整改 1-1 见第2号报告',
    ])
  })

  test.each(['上次检查的隐患尚未整改到位', '前期隐患均未整改', '上次隐患限期5月25日前整改完毕'])(
    '“%s” offers nothing',
    async rectification => {
      const conversation = await dayAfter()
      const sent = await conversation.say(tiedong, siping, report({ hazards: '无', rectification }))
      expect(sent.flatMap(({ choices }) => choices)).toEqual([])
    },
  )

  test('who has no say over it is offered nothing', async () => {
    const conversation = await dayAfter()
    const sent = await conversation.say(
      tiexi,
      siping,
      report({
        unit: '四平市铁西区应急管理局',
        hazards: '灭火器压力不足',
        rectification: '已整改',
      }),
    )
    expect(sent.flatMap(({ choices }) => choices)).toEqual([])
  })

  test('not after all: a case of its own again', async () => {
    const conversation = await dayAfter()
    await conversation.say(tiedong, siping, report({ hazards: '灭火器压力不足', rectification: '已整改' }))
    await conversation.say(tiedong, siping, '/补 2 整改情况 未整改，限期5月30日前整改')
    expect(await get(conversation, 2)).toMatchObject({
      state: 'rectifying',
      deadline: '2022-05-30',
      recurrenceOf: { report: 1, position: 1 },
    })
  })
})

test('each tap below a later report stands alone, and only as long as the report says so', async () => {
  const conversation = await dayAfter({
    hazards: '1.灭火器压力不足；2.配电箱未接地（重大隐患）',
    rectification: open,
  })
  const later = { hazards: '1.灭火器压力不足；2.配电箱未接地（重大隐患）', rectification: '均已整改' }
  await conversation.say(tiedong, siping, report(later))
  await conversation.say(tiedong, siping, '/销号 1-1 据2')
  await conversation.say(tiedong, siping, '/补 2 整改情况 第1项已整改，第2项未整改，限期5月25日前整改')
  const [refused] = await conversation.say(tiedong, siping, '/整改 1-2 见第2号报告')
  expect(refused!.text).toContain('1-2不能据第2号报告报整改：该报告中此隐患仍未整改。')
  await conversation.say(tiedong, siping, '/补 2 整改情况 均已整改')
  await conversation.say(tiedong, siping, '报整改1-2')
  expect(await ledger(conversation)).toContain('1-2 reported')
})
