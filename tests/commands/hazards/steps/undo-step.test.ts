import { expect, test } from 'vitest'
import { siping, tiedong } from '../../../conversation.ts'
import {
  city,
  head,
  heads,
  labels,
  openWithHazards,
  otherHead,
  photo,
  tap,
  texts,
} from '../open-with-hazards.ts'

const reported = { state: 'reported', rectifiedBy: tiedong } as const

test('a rectification is taken back by one tap, and its pictures are free again', async () => {
  const { officer, hazard, events } = await openWithHazards([{}, {}])
  await officer('', photo('a.jpg'))
  const said = await officer('/整改 90-1 90-2 已更换')
  expect(texts(await officer(tap(said, '撤销')))).toEqual(['90-1、90-2的“报整改”已撤销，现为整改中。'])
  expect(await hazard('90-1')).toMatchObject({ state: 'rectifying', rectifiedBy: null })
  expect((await events('90-1')).map(({ step }) => step)).toEqual(['find'])
  expect(texts(await officer('/整改 90-1 已更换'))[0]).toContain('附照片1张')
})

test('not by another, not after two minutes, not after another step', async () => {
  const { officer, say, until, hazard } = await openWithHazards([{}, {}, {}])
  await officer('/整改 90-1 90-2 90-3 已更换')
  expect(texts(await say(city, siping, '/隐患 撤销 90-1'))).toEqual([
    '90-1没有可由您撤销的操作：最后一步是由四平市铁东区报送员于5月18日09:00报整改。',
  ])
  await say(city, siping, '/复查 90-2 合格')
  expect(texts(await officer('/隐患 撤销 90-2'))[0]).toContain(
    '最后一步是由四平市报送员于5月18日09:00复查合格',
  )
  await until('09:03')
  expect(texts(await officer('/隐患 撤销 90-3'))).toEqual([
    '90-3已由四平市铁东区报送员于5月18日09:00报整改，超过2分钟不能撤销。如尚未整改到位，请由复查人发送：/复查 90-3 不合格',
  ])
  expect(await hazard('90-3')).toMatchObject({ state: 'reported' })
})

test('a re-inspection, a closure and a postponement; who was told elsewhere hears of it', async () => {
  const { officer, say, until, hazard, textIn, sent } = await openWithHazards([reported, {}])
  const failed = await say(head, heads, '/复查 90-1 不合格')
  const back = await say(head, heads, tap(failed, '撤销'))
  expect(textIn(heads, back)).toBe('90-1的“复查不合格”已撤销，现为已报整改待复查。')
  expect(textIn(siping, back)).toBe('【撤销】危化一处处长：90-1的“复查不合格”已撤销，现为已报整改待复查。')
  expect(await hazard('90-1')).toMatchObject(reported)
  const passed = await say(head, heads, '/复查 90-1 合格')
  expect(labels(passed)).toEqual(['销号', '撤销'])
  const closed = await say(head, heads, tap(passed, '销号'))
  await say(head, heads, tap(closed, '撤销'))
  await until('09:02')
  expect(textIn(siping, sent)).toContain('90-1的“销号”已撤销，现为复查合格待销号。')
  expect(await hazard('90-1')).toMatchObject({ state: 'reinspected', reinspectedBy: head })
  const asked = await officer('/延期 90-2 5月30日 配件缺货')
  expect(textIn(heads, await officer(tap(asked, '撤销')))).toContain('90-2的“申请延期”已撤销')
  expect(texts(await say(head, heads, '/延期 90-2 同意'))[0]).toContain('没有待决定的延期申请')
})

test('who taps twice does not take back what he has just done', async () => {
  const { officer, say, hazard } = await openWithHazards()
  const number = tap(await officer('/延期 90-1 5月30日 配件缺货'), '同意')
  await say(head, heads, number)
  expect(await say(head, heads, number)).toEqual([])
  expect(await hazard('90-1')).toMatchObject({ deadline: '2022-05-30' })
})

test('a label that is typed is a tap, where just one choice has it', async () => {
  const { officer, say, hazard } = await openWithHazards([{}, reported, reported])
  await officer('/整改 90-1 已更换')
  expect(await say(city, siping, '撤销')).toEqual([])
  expect(texts(await officer('撤销。'))[0]).toContain('90-1的“报整改”已撤销')
  await say(city, siping, '/复查 90-2 合格')
  await say(city, siping, '销号')
  expect(await hazard('90-2')).toMatchObject({ state: 'closed' })
})

test('a number that somebody has answered tells who; what would be refused tells why', async () => {
  const { officer, say, until } = await openWithHazards([{}, reported])
  const request = await officer('/延期 90-1 5月30日 配件缺货')
  const number = tap(request, '同意')
  // A colleague of no division in charge is told whose it is; an officer is not.
  expect(texts(await say('工贸处处长', heads, number))).toEqual([
    '该选项由危化一处处长、危化二处处长、厅领导办理。',
  ])
  await say(head, heads, number)
  await until('09:10')
  expect(texts(await say(otherHead, heads, number))).toEqual(['该选项已由危化一处处长于09:00办理。'])
  expect(await say(head, heads, number)).toEqual([])
  await until('09:30')
  const passed = await say(city, siping, '/复查 90-2 合格')
  await until('10:30')
  await say(head, heads, '/销号 90-2')
  expect(texts(await say(city, siping, tap(passed, '销号')))[0]).toContain(
    '90-2已由危化一处处长于5月18日10:30销号',
  )
  await until('11:00', '2022-05-20')
  expect(await say(otherHead, heads, number)).toEqual([])
})

test('a message that is recalled takes its rectification back, or says that it stays', async () => {
  const { officer, say, until, hazard, events, textIn, takeOver } = await openWithHazards([{}, {}])
  await takeOver('90-1')
  await officer('/整改 90-1 已更换', { id: 'm1' })
  await until('09:08')
  const back = await officer('', { recall: 'm1' })
  expect(textIn(siping, back)).toBe('90-1的“报整改”已撤销，现为整改中。')
  expect(textIn(heads, back)).toContain('【撤销】四平市铁东区报送员：90-1的“报整改”已撤销')
  expect(await hazard('90-1')).toMatchObject({ state: 'rectifying' })
  await officer('/整改 90-2 已更换', { id: 'm2' })
  await officer('', { ...photo('a.jpg'), id: 'p1' })
  await officer('', { recall: 'p1' })
  expect(textIn(siping, await until('09:10'))).toContain('90-2的照片已随消息撤回，不再作为佐证。')
  expect((await events('90-2')).at(-1)!.evidence).toHaveLength(1)
  await say(city, siping, '/复查 90-2 合格')
  const stays = await officer('', { recall: 'm2' })
  expect(texts([...stays, ...(await until('09:12'))])).toEqual([
    '消息已撤回，但90-2已办理的步骤仍然有效。如尚未整改到位，请由复查人发送：/复查 90-2 不合格',
  ])
})
