import { describe, expect, test } from 'vitest'
import { hazardNumber } from '../../../../reports/hazards/hazard-number.ts'
import { hazardEvents } from '../../../../storage/hazard-events.ts'
import { trackedHazard, trackedHazards } from '../../../../storage/tracked-hazards.ts'
import { duty, dutyRoom, openConversation, report, siping, tiedong } from '../../../conversation.ts'
import { head, heads, tap } from '../open-with-hazards.ts'

type Conversation = Awaited<ReturnType<typeof openConversation>>

const both = '1.灭火器压力不足；2.卸油口静电接地装置失效（重大隐患）'
const open = '均限期5月25日前整改'
const ledger = async ({ db }: Conversation) =>
  (await trackedHazards(db)).map(each => `${hazardNumber(each)} ${each.state}${each.major ? ' 重大' : ''}`)

async function reported(hazards = both) {
  const conversation = await openConversation()
  await conversation.say(tiedong, siping, report({ hazards, rectification: open }))
  return conversation
}

const corrected = (hazards: string) => `更正 1\n${report({ hazards, rectification: open })}`

/** What the bot says within the next minutes. */
async function soon(conversation: Conversation, where: string): Promise<string> {
  await conversation.until('09:30')
  return conversation.textIn(where)
}

describe('a county takes hazards out of its report', () => {
  test('a major one stays until the division confirms; an ordinary one is struck off, and both are told', async () => {
    const conversation = await reported()
    const sent = await conversation.say(tiedong, siping, corrected('配电箱未接地'))
    expect(await ledger(conversation)).toEqual(['1-1 void', '1-2 rectifying 重大', '1-3 rectifying'])
    expect(await soon(conversation, siping)).toContain(
      '1-2为重大隐患，已报危化一处、危化二处确认。1-1随之作废。',
    )
    expect(conversation.textIn(heads)).toContain(
      '【待确认】第1号报告更正后不列此隐患，是否作废请分管处室确认',
    )
    const told = await conversation.say(head, heads, tap([...sent, ...conversation.sent], '作废'))
    expect(told[0]?.text).toContain('1-2已确认作废')
    expect(await ledger(conversation)).toEqual(['1-1 void', '1-2 void 重大', '1-3 rectifying'])
    const again = await conversation.say(head, heads, '/隐患 作废 1-2')
    expect(again[0]?.text).toContain('已作废，无需再办')
  })

  test('withdrawn it stays as well, and the division may keep it; nothing is asked twice', async () => {
    const conversation = await reported()
    await conversation.say(tiedong, siping, '/撤销 1 确认')
    expect(await ledger(conversation)).toEqual(['1-1 void', '1-2 rectifying 重大'])
    await conversation.say(head, heads, '/隐患 保留 1-2')
    expect(await soon(conversation, siping)).toContain('1-2予以保留，请继续整改')
    expect(conversation.textIn(heads).match(/待确认/g)).toHaveLength(1)
  })

  test('one that the report holds cannot be struck off', async () => {
    const conversation = await reported()
    const refused = await conversation.say(head, heads, '/隐患 作废 1-2')
    expect(refused[0]?.text).toContain('仍列在第1号报告中')
    const none = await conversation.say(head, heads, '/隐患 保留 1-2')
    expect(none[0]?.text).toContain('没有待确认的事项')
  })

  test('called major no more it stays so until the division agrees', async () => {
    const conversation = await reported()
    const sent = await conversation.say(
      tiedong,
      siping,
      corrected('1.灭火器压力不足；2.卸油口静电接地装置失效'),
    )
    expect(await ledger(conversation)).toEqual(['1-1 rectifying', '1-2 rectifying 重大'])
    expect(await soon(conversation, siping)).toContain('1-2为重大隐患，改为一般已报危化一处、危化二处确认。')
    await conversation.say(tiedong, siping, '/补 1 检查人员 王五')
    await conversation.say(head, heads, tap([...sent, ...conversation.sent], '改为一般'))
    expect(await ledger(conversation)).toEqual(['1-1 rectifying', '1-2 rectifying'])
    expect(conversation.textIn(heads).match(/待确认/g)).toHaveLength(1)
  })

  test('a general one that the city has found badly mended is not its own to strike off', async () => {
    const conversation = await reported('灭火器压力不足')
    await conversation.say(tiedong, siping, '/整改 1-1 已更换')
    await conversation.say('四平市报送员', siping, '/复查 1-1 不合格 压力仍不足')
    await conversation.say(duty, dutyRoom, '/撤销 1 确认')
    expect(await ledger(conversation)).toEqual(['1-1 rectifying'])
    expect(await soon(conversation, siping)).toContain('1-1已由他人办理，已报')
  })

  test('a new hazard does not step into the place of another that is closed', async () => {
    const conversation = await openConversation()
    const three = (last: string) => `1.灭火器压力不足；2.配电箱未接地；3.${last}`
    const said = (last: string, rest: string) =>
      report({ hazards: three(last), rectification: `第1、2项限期5月25日前整改，第3项${rest}` })
    await conversation.say(tiedong, siping, said('未建立应急预案', '已整改'))
    await conversation.say(tiedong, siping, `更正 1\n${said('加油机渗漏（重大隐患）', '限期5月25日前整改')}`)
    expect(await ledger(conversation)).toEqual([
      '1-1 rectifying',
      '1-2 rectifying',
      '1-3 void',
      '1-4 rectifying 重大',
    ])
  })
})

test('a case that was merged into another is one of its own again when that is struck off', async () => {
  const conversation = await reported('灭火器压力不足')
  await conversation.until('09:30', '2022-05-19')
  await conversation.say(tiedong, siping, report({ hazards: '灭火器压力不足', rectification: '已整改' }))
  expect(await ledger(conversation)).toEqual(['1-1 rectifying', '2-1 void'])
  await conversation.say(tiedong, siping, '/撤销 1 确认')
  expect(await ledger(conversation)).toEqual(['1-1 void', '2-1 closed'])
  const merged = (await trackedHazard(conversation.db, { report: 2, position: 1 }))!
  const events = await hazardEvents(conversation.db, merged.id)
  expect(events.map(({ step, note }) => [step, note])).toEqual([
    ['void', '并入1-1'],
    ['revive', '1-1已作废'],
  ])
})
