import { expect, test } from 'vitest'
import { siping, tiedong } from '../../../conversation.ts'
import {
  city,
  head,
  heads,
  labels,
  openWithHazards,
  otherHead,
  tap,
  texts,
  undoable,
} from '../open-with-hazards.ts'

const reported = { state: 'reported', rectifiedBy: tiedong } as const

test('passed: it waits for its closure, by one tap', async () => {
  const { say, hazard } = await openWithHazards([reported, reported])
  const passed = await say(city, siping, '/复查 90-1 90-2 合格 现场已看')
  expect(passed[0]?.text).toContain('90-1、90-2复查合格，待销号。')
  expect(labels(passed)).toEqual(['销号', '撤销'])
  await say(city, siping, tap(passed, '销号'))
  expect([await hazard('90-1'), await hazard('90-2')]).toMatchObject([
    { state: 'closed', reinspectedBy: city },
    { state: 'closed', reinspectedBy: city },
  ])
})

test('not mended: the unit hears in its group, with the deadline as it stands', async () => {
  const { say, hazard, textIn } = await openWithHazards([reported, { ...reported, deadline: '2022-05-16' }])
  const sent = await say(head, heads, '/复查 90-1 90-2 不合格，仍未接地')
  expect(textIn(heads, sent)).toBe(
    `90-1复查不合格，退回整改，已通知“四平市日报报送群”。\n90-2复查不合格，退回整改，已通知“四平市日报报送群”。${undoable()}`,
  )
  expect(textIn(siping, sent)).toBe(
    '【复查不合格】危化一处处长复查，退回整改：仍未接地。\n90-1 四平市铁东区 宏达加油站：配电箱未接地（整改中，限5月25日）。\n90-2 四平市铁东区 宏达加油站：配电箱未接地（整改中，限5月16日，逾期2天），期限已过，请立即整改。\n整改后请发送“/整改 90-1 整改情况”。',
  )
  expect(sent.find(({ where }) => where === siping)?.mentions).toEqual([tiedong])
  expect(await hazard('90-1')).toMatchObject({
    state: 'rectifying',
    deadline: '2022-05-25',
    rectifiedBy: null,
  })
})

test('in the unit’s own group that is said once', async () => {
  const { say } = await openWithHazards([reported])
  const sent = await say(city, siping, '/复查 90-1 不合格')
  expect(sent.map(({ where }) => where)).toEqual([siping])
  expect(sent[0]?.text).toContain('【复查不合格】四平市报送员复查，退回整改。')
})

test('who comes second hears who was first, and when', async () => {
  const { say, until, officer } = await openWithHazards([reported])
  await until('09:30')
  await say(head, heads, '/复查 90-1 合格')
  await until('10:02')
  expect(texts(await say(otherHead, heads, '/复查 90-1 合格'))).toEqual([
    '90-1已由危化一处处长于5月18日09:30复查合格，等待销号，无需再办。',
  ])
  await say(otherHead, heads, '/复查 90-1 不合格')
  expect(texts(await say(head, heads, '/销号 90-1'))).toEqual([
    '90-1已由危化二处处长于5月18日10:02复查不合格，退回整改。请先由属地报整改，例如：/整改 90-1 已更换，现场正常',
  ])
  await officer('/整改 90-1 已更换')
  await say(city, siping, '/复查 90-1 合格')
  await say(city, siping, '/销号 90-1')
  expect(texts(await say(head, heads, '/销号 90-1'))).toEqual([
    '90-1已由四平市报送员于5月18日10:02销号，无需再办。',
  ])
})

test('a major one is re-inspected by none of those who reported it rectified', async () => {
  const { officer, say, hazard } = await openWithHazards([{ major: true }])
  await officer('/整改 90-1 已更换')
  await say(city, siping, '/整改 90-1 现场已看')
  const own = '90-1是重大隐患，报整改的人不能自行复查、销号，请由其他人员（如市级或分管处室）办理。'
  expect(texts(await officer('/复查 90-1 合格'))).toEqual([own])
  expect(texts(await say(city, siping, '/复查 90-1 合格'))).toEqual([own])
  await say(head, heads, '/复查 90-1 合格')
  expect(texts(await officer('/销号 90-1'))).toEqual([own])
  expect(await hazard('90-1')).toMatchObject({ state: 'reinspected' })
})

test('what the province has taken over it re-inspects itself', async () => {
  const { say, takeOver } = await openWithHazards([reported])
  await takeOver('90-1')
  expect(texts(await say(city, siping, '/复查 90-1 合格'))).toEqual([
    '90-1已由省级提级管理，请由分管处室复查、销号。',
  ])
})

test('the province finds what is closed not to be mended; nobody else does', async () => {
  const { say, hazard } = await openWithHazards([
    { state: 'closed', rectifiedBy: tiedong, reinspectedBy: city },
  ])
  expect(texts(await say(city, siping, '/复查 90-1 不合格'))[0]).toContain('由分管处室办理')
  await say(head, heads, '/复查 90-1 不合格 又未接地')
  expect(await hazard('90-1')).toMatchObject({ state: 'rectifying' })
})

test.each([
  ['/复查 90-1', '请写明复查结果，例如：/复查 90-1 合格，或 /复查 90-1 不合格 仍未接地'],
  ['/复查 90-1 合格率', '请写明复查结果，例如：/复查 90-1 合格，或 /复查 90-1 不合格 仍未接地'],
  ['/复查 合格', '请写明隐患编号，例如：/复查 12-1 合格'],
  ['/复查 90-2 合格', '90-2尚未报整改。请先由属地报整改，例如：/整改 90-2 已更换，现场正常'],
])('%s changes nothing', async (said, answer) => {
  const { say, events } = await openWithHazards([reported, {}])
  expect(texts(await say(city, siping, said))).toEqual([answer])
  expect(await events('90-1')).toHaveLength(1)
})
