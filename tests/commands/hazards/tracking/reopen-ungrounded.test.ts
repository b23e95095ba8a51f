import { expect, test } from 'vitest'
import { hazardNumber } from '../../../../reports/hazards/hazard-number.ts'
import { trackedHazards } from '../../../../storage/tracked-hazards.ts'
import { duty, dutyRoom, openConversation, report, siping, tiedong } from '../../../conversation.ts'

type Conversation = Awaited<ReturnType<typeof openConversation>>

const city = '四平市报送员'
const next = '2022-05-19'
const mended = report({ hazards: '无', rectification: '经复查，上次隐患均已整改到位' })
const ledger = async ({ db }: Conversation) =>
  (await trackedHazards(db)).map(hazard => `${hazardNumber(hazard)} ${hazard.state}`)
const commands = (sent: { choices: { command: string }[] }[]) =>
  sent.flatMap(({ choices }) => choices.map(({ command }) => command))

async function reported() {
  const conversation = await openConversation()
  await conversation.say(
    tiedong,
    siping,
    report({ hazards: '灭火器压力不足', rectification: '限期5月25日前整改' }),
  )
  return conversation
}

test('what was closed on a report is open again when that is withdrawn, and its unit hears', async () => {
  const conversation = await reported()
  await conversation.until('09:30', next)
  await conversation.say(tiedong, siping, mended)
  await conversation.say(tiedong, siping, '1')
  expect(await ledger(conversation)).toEqual(['1-1 closed'])
  await conversation.say(tiedong, siping, '/补 2 检查人员 王五')
  expect(await ledger(conversation)).toEqual(['1-1 closed'])
  await conversation.say(tiedong, siping, '/撤销 2 确认')
  expect(await ledger(conversation)).toEqual(['1-1 rectifying'])
  await conversation.until('09:40', next)
  expect(conversation.textIn(siping)).toContain('第2号报告已撤销，据其销号的隐患恢复整改：1-1')
})

test('or does not say so any more', async () => {
  const conversation = await reported()
  await conversation.until('09:30', next)
  await conversation.say(tiedong, siping, mended)
  await conversation.say(tiedong, siping, '1')
  await conversation.say(tiedong, siping, '/补 2 整改情况 上次隐患尚未整改')
  expect(await ledger(conversation)).toEqual(['1-1 rectifying'])
})

test('a re-inspection on the very day is offered the closure, and no advice to correct', async () => {
  const conversation = await reported()
  const sent = await conversation.say(
    tiedong,
    siping,
    report({ hazards: '无', rectification: '经复查，上午检查发现的隐患均已整改到位' }),
  )
  expect(commands(sent)).toEqual(['/销号 1-1 据2'])
  await conversation.until('09:30')
  expect(conversation.textIn(siping)).not.toContain('注明“更正”重发')
  await conversation.say(tiedong, siping, '/销号 1-1 据2')
  expect(await ledger(conversation)).toEqual(['1-1 closed'])
})

test('a report that was admitted is offered to the officers of its unit', async () => {
  const conversation = await reported()
  await conversation.until('09:30', next)
  await conversation.say('路人', siping, mended)
  const sent = await conversation.say(duty, dutyRoom, '/采信 2')
  const offer = sent.find(({ choices }) => choices.length > 0)!
  expect(offer.where).toBe(siping)
  expect(offer.mentions).toContain(tiedong)
  await conversation.say(tiedong, siping, String(offer.choices[0]!.number))
  expect(await ledger(conversation)).toEqual(['1-1 closed'])
})

test('of what county and city found on one visit each reports its own as rectified', async () => {
  const conversation = await reported()
  await conversation.say(
    city,
    siping,
    report({ unit: '四平市应急管理局', hazards: '灭火器压力不足', rectification: '限期5月25日前整改' }),
  )
  await conversation.until('09:30', next)
  await conversation.say(tiedong, siping, report({ hazards: '灭火器压力不足', rectification: '已整改' }))
  const merged = await conversation.db
    .selectFrom('hazardEvents')
    .select('note')
    .where('step', '=', 'void')
    .execute()
  expect(merged).toEqual([{ note: '并入1-1' }])
})

test('what is said of earlier hazards in the column of hazards is none', async () => {
  const conversation = await reported()
  await conversation.until('09:30', next)
  const sent = await conversation.say(
    tiedong,
    siping,
    report({ hazards: '复查，上次隐患均已整改', rectification: '' }),
  )
  expect(await ledger(conversation)).toEqual(['1-1 rectifying'])
  expect(commands(sent)).toEqual(['/销号 1-1 据2'])
})

test('a correction that names a number is of that report, also where the name is put right', async () => {
  const conversation = await reported()
  await conversation.say(
    tiedong,
    siping,
    `更正 1\n${report({ enterprise: '四平市宏大加油站', hazards: '灭火器压力不足', rectification: '限期5月25日前整改' })}`,
  )
  expect((await trackedHazards(conversation.db)).map(({ enterprise }) => enterprise)).toEqual([
    '四平市宏大加油站',
  ])
})
