import { describe, expect, test } from 'vitest'
import { hazardNumber } from '../../../../reports/hazards/hazard-number.ts'
import { hazardEvents } from '../../../../storage/hazard-events.ts'
import { recordStep, trackedHazard, trackedHazards } from '../../../../storage/tracked-hazards.ts'
import { duty, dutyRoom, openConversation, report, siping, tiedong } from '../../../conversation.ts'

type Conversation = Awaited<ReturnType<typeof openConversation>>

const city = '四平市报送员'
const both = '1.灭火器压力不足；2.配电箱未接地'

/** The ledger in short: 1-1 closed, 1-2 rectifying. */
const ledger = async ({ db }: Conversation) =>
  (await trackedHazards(db)).map(hazard => `${hazardNumber(hazard)} ${hazard.state}`)

const get = async ({ db }: Conversation, position: number, number = 1) =>
  (await trackedHazard(db, { report: number, position }))!

const steps = async (conversation: Conversation, position: number, number = 1) =>
  (await hazardEvents(conversation.db, (await get(conversation, position, number)).id)).map(
    ({ step, by, note }) => [step, by, note],
  )

/** A person closes it, whatever the commands for it. */
async function close(conversation: Conversation, position: number, number = 1) {
  const hazard = await get(conversation, position, number)
  const at = conversation.clock.now().toISOString()
  await conversation.db
    .transaction()
    .execute(tx =>
      recordStep(
        tx,
        { ...hazard, state: 'closed', rectifiedBy: tiedong, reinspectedBy: city },
        { step: 'close', at, by: city, note: null, evidence: [] },
      ),
    )
}

describe('a report comes in', () => {
  test('what is rectified on the spot is closed by it, the rest is to be rectified until its deadline', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report())
    expect(await get(conversation, 1)).toMatchObject({
      state: 'closed',
      onTheSpot: true,
      rectifiedBy: tiedong,
      foundOn: '2022-05-18',
      enterprise: '四平市宏达加油站',
    })
    expect(await get(conversation, 2)).toMatchObject({ state: 'rectifying', deadline: '2022-05-25' })
    expect(await steps(conversation, 1)).toEqual([['find', tiedong, '现场整改']])
    expect(await steps(conversation, 2)).toEqual([['find', tiedong, null]])
  })

  test('a major one that is rectified waits for somebody else', async () => {
    const conversation = await openConversation()
    await conversation.say(
      tiedong,
      siping,
      report({ hazards: '重大隐患：可燃气体报警器失效', rectification: '已整改' }),
    )
    expect(await get(conversation, 1)).toMatchObject({
      major: true,
      state: 'reported',
      rectifiedBy: tiedong,
      onTheSpot: false,
    })
  })

  test('one of a stranger is not in the ledger until it is admitted', async () => {
    const conversation = await openConversation()
    await conversation.say('路人', siping, report())
    expect(await ledger(conversation)).toEqual([])
    await conversation.say(duty, dutyRoom, '/采信 1')
    expect(await ledger(conversation)).toEqual(['1-1 closed', '1-2 rectifying'])
    expect(await steps(conversation, 2)).toEqual([['find', '路人', null]])
  })

  test('zero reports, totals and the same report again enter nothing', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report())
    await conversation.say(tiedong, siping, report())
    await conversation.say(city, siping, '今日无检查')
    expect(await ledger(conversation)).toEqual(['1-1 closed', '1-2 rectifying'])
    expect(await steps(conversation, 1)).toHaveLength(1)
  })
})

describe('a report is corrected', () => {
  test('words and deadline follow, and the number stays', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report())
    await conversation.say(
      tiedong,
      siping,
      `更正\n${report({ hazards: '1.配电箱缺少接地线；2.灭火器压力不足', rectification: '第2项已整改，第1项限期5月27日前整改' })}`,
    )
    expect(await ledger(conversation)).toEqual(['1-1 closed', '1-2 rectifying'])
    expect(await get(conversation, 2)).toMatchObject({ text: '配电箱缺少接地线', deadline: '2022-05-27' })
    expect(await steps(conversation, 1)).toHaveLength(1)
    expect(await steps(conversation, 2)).toEqual([
      ['find', tiedong, null],
      ['revise', tiedong, '更正隐患描述、整改期限'],
    ])
  })

  test('rectified on the same day closes it on the spot; later it waits to be re-inspected', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report())
    await conversation.say(tiedong, siping, '/补 1 整改情况 均已整改')
    expect(await get(conversation, 2)).toMatchObject({ state: 'closed', onTheSpot: true })

    const later = await openConversation()
    await later.say(tiedong, siping, report())
    await later.until('10:00', '2022-05-19')
    await later.say(tiedong, siping, '/补 1 整改情况 均已整改')
    expect(await get(later, 2)).toMatchObject({
      state: 'reported',
      onTheSpot: false,
      deadline: '2022-05-25',
    })
    expect((await steps(later, 2)).map(([step]) => step)).toEqual(['find', 'rectify'])
  })

  test('not rectified after all: what was closed on the spot is open again', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report())
    await conversation.say(tiedong, siping, '/补 1 整改情况 均未整改，限期5月25日前整改')
    expect(await get(conversation, 1)).toMatchObject({
      state: 'rectifying',
      deadline: '2022-05-25',
      onTheSpot: false,
    })
    expect((await steps(conversation, 1)).map(([step]) => step)).toEqual(['find', 'revise', 'reopen'])
  })

  test('what a person closed stays closed, and the duty group is told once', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report({ rectification: '均限期5月25日前整改' }))
    await conversation.until('10:00', '2022-05-19')
    await conversation.say(tiedong, siping, '/补 1 整改情况 均已整改')
    await close(conversation, 1)
    await conversation.say(tiedong, siping, '/补 1 整改情况 均未整改')
    await conversation.say(tiedong, siping, '/补 1 检查人员 王五')
    await conversation.until('10:30', '2022-05-19')
    expect(await ledger(conversation)).toEqual(['1-1 closed', '1-2 rectifying'])
    expect(conversation.textIn(dutyRoom).match(/1-1未整改.*已销号，未作改动/g)).toHaveLength(1)
  })

  test('a correction of something else does not overrule what people did since', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report({ rectification: '均已整改' }))
    const hazard = await get(conversation, 1)
    await conversation.db
      .transaction()
      .execute(tx =>
        recordStep(
          tx,
          { ...hazard, state: 'rectifying', onTheSpot: false, deadline: '2022-06-01' },
          { step: 'fail', at: conversation.clock.now().toISOString(), by: city, note: null, evidence: [] },
        ),
      )
    await conversation.say(tiedong, siping, '/补 1 检查人员 王五')
    expect(await get(conversation, 1)).toMatchObject({ state: 'rectifying', deadline: '2022-06-01' })
  })

  test('one that is left out is struck off, its number goes to no other, and it comes back under it', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report())
    await conversation.say(
      tiedong,
      siping,
      `更正\n${report({ hazards: '1.配电箱未接地', rectification: '限期5月25日前整改' })}`,
    )
    expect(await ledger(conversation)).toEqual(['1-1 void', '1-2 rectifying'])
    expect(await steps(conversation, 1)).toContainEqual(['void', tiedong, '第1号报告更正后不列此隐患'])
    await conversation.say(
      tiedong,
      siping,
      `更正\n${report({ hazards: '1.配电箱未接地；2.气瓶未固定；3.通道堵塞', rectification: '均限期5月25日前整改' })}`,
    )
    expect(await ledger(conversation)).toEqual([
      '1-1 void',
      '1-2 rectifying',
      '1-3 rectifying',
      '1-4 rectifying',
    ])
    await conversation.say(tiedong, siping, `更正\n${report()}`)
    expect(await ledger(conversation)).toEqual(['1-1 closed', '1-2 rectifying', '1-3 void', '1-4 void'])
  })

  test('withdrawn, all of it is struck off; a recalled correction brings the former back', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report())
    await conversation.say(
      tiedong,
      siping,
      `更正\n${report({ hazards: '1.配电箱未接地', rectification: '限期5月25日前整改' })}`,
      { id: 'correction' },
    )
    await conversation.say(tiedong, siping, '', { recall: 'correction' })
    expect(await ledger(conversation)).toEqual(['1-1 closed', '1-2 rectifying'])
    expect((await steps(conversation, 1)).map(([step]) => step)).toEqual(['find', 'void', 'revive'])
    await conversation.say(tiedong, siping, '/撤销 1 确认')
    expect(await ledger(conversation)).toEqual(['1-1 void', '1-2 void'])
    expect(await steps(conversation, 2)).toContainEqual(['void', tiedong, '第1号报告已撤销'])
  })

  test('its numbers hold where they are shown', async () => {
    const conversation = await openConversation()
    await conversation.say(tiedong, siping, report({ hazards: both, rectification: '均限期5月25日前整改' }))
    await conversation.say(
      tiedong,
      siping,
      `更正\n${report({ hazards: '1.配电箱未接地', rectification: '限期5月25日前整改' })}`,
    )
    await conversation.until('16:30')
    expect(conversation.textIn('处长工作群')).toContain('1-2 四平市铁东区')
    expect(conversation.textIn('处长工作群')).not.toContain('1-1 四平市铁东区')
  })
})
