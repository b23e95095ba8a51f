import { expect, test } from 'vitest'
import { siping, tiedong } from '../../../conversation.ts'
import {
  head,
  heads,
  labels,
  leader,
  openWithHazards,
  otherHead,
  tap,
  texts,
  undoable,
} from '../open-with-hazards.ts'

const asked = '/延期 90-1 5月30日 配件到货需一周'

test('the unit asks, the division grants by one tap, and the unit hears', async () => {
  const { officer, say, hazard, events, textIn } = await openWithHazards()
  const request = await officer(asked)
  expect(textIn(siping, request)).toBe(
    `90-1延期至5月30日的申请已转危化一处、危化二处，决定后在报送群告知。${undoable()}`,
  )
  expect(textIn(heads, request)).toBe(
    '【延期申请】90-1 四平市铁东区 宏达加油站：配电箱未接地（整改中，限5月25日）\n四平市铁东区报送员申请延期至5月30日，理由：配件到货需一周\n请回复数字：1 同意；2 不同意（5月19日23:59前有效）',
  )
  expect(request.at(-1)?.mentions).toEqual([head, otherHead])
  expect(labels(request)).toEqual(['撤销', '同意', '不同意'])
  expect(await hazard('90-1')).toMatchObject({ deadline: '2022-05-25' })
  const granted = await say(head, heads, tap(request, '同意'))
  expect(textIn(heads, granted)).toContain('90-1同意延期至5月30日，已告该单位。')
  expect(textIn(siping, granted)).toBe(
    '【延期】90-1 四平市铁东区 宏达加油站：配电箱未接地，危化一处处长同意延期至5月30日。',
  )
  expect(await hazard('90-1')).toMatchObject({ deadline: '2022-05-30' })
  expect((await events('90-1')).map(({ step, by }) => [step, by])).toEqual([
    ['find', '系统'],
    ['ask', tiedong],
    ['postpone', head],
  ])
  // A second one hears who was first.
  const second = '90-1已由危化一处处长于5月18日09:00延期，现限5月30日，无需再次决定。'
  expect(texts(await say(otherHead, heads, '/延期 90-1 2022-05-30 同意'))).toEqual([second])
  expect(texts(await say(leader, '厅领导群', '/延期 90-1 不同意'))).toEqual([second])
  expect(await events('90-1')).toHaveLength(3)
})

test('the division refuses, and the unit may ask again', async () => {
  const { officer, say, textIn } = await openWithHazards()
  const request = await officer(asked)
  const refused = await say(otherHead, heads, tap(request, '不同意'))
  expect(textIn(siping, refused)).toBe(
    '【延期】90-1 四平市铁东区 宏达加油站：配电箱未接地，危化二处处长不同意延期，仍限5月25日。',
  )
  expect(texts(await say(head, heads, '/延期 90-1 同意'))).toEqual([
    '90-1已由危化二处处长于5月18日09:00不同意延期，现限5月25日，无需再次决定。',
  ])
  expect(labels(await officer(asked))).toEqual(['撤销', '同意', '不同意'])
})

test('the same asked twice is told once; another date replaces it', async () => {
  const { officer, say, textIn, hazard } = await openWithHazards()
  await officer(asked)
  expect(texts(await officer(asked))).toEqual([
    '90-1已由四平市铁东区报送员于5月18日09:00申请延期至5月30日，正待危化一处、危化二处决定，不必重复。',
  ])
  expect(textIn(heads, await officer('/延期 90-1 6月6日 配件缺货'))).toContain('申请延期至6月6日')
  expect(texts(await say(head, heads, '/延期 90-1 2022-05-30 同意'))).toEqual([
    '90-1现申请延期至6月6日，如同意请发送：/延期 90-1 2022-06-06 同意',
  ])
  await say(head, heads, '/延期 90-1 同意')
  expect(await hazard('90-1')).toMatchObject({ deadline: '2022-06-06' })
})

test('the choice lasts until the end of the next working day', async () => {
  const { officer, say, until, hazard } = await openWithHazards([{}], { date: '2022-05-20', time: '16:00' })
  const request = await officer(asked)
  await until('23:50', '2022-05-23')
  await say(head, heads, tap(request, '同意'))
  expect(await hazard('90-1')).toMatchObject({ deadline: '2022-05-30' })
})

test('a head grants at once', async () => {
  const { say, hazard, textIn } = await openWithHazards()
  const sent = await say(head, heads, '/yq 90-1 至6月1日前，配件缺货')
  expect(textIn(heads, sent)).toBe(`90-1已延期至6月1日。${undoable()}`)
  expect(textIn(siping, sent)).toBe(
    '【延期】90-1 四平市铁东区 宏达加油站：配电箱未接地，危化一处处长延期至6月1日，配件缺货。',
  )
  expect(await hazard('90-1')).toMatchObject({ deadline: '2022-06-01' })
  expect(texts(await say('工贸处处长', heads, '/延期 90-1 6月8日 配件缺货'))).toEqual([
    '90-1（危险化学品）由危化一处、危化二处分管，请由其处理。',
  ])
})

test('the first deadline the unit tells itself', async () => {
  const { officer, hazard, sent } = await openWithHazards([{ deadline: null }])
  expect(texts(await officer('/延期 90-1 5月28日'))).toEqual([
    `5月28日为休息日，顺延至5月30日。90-1整改期限记为5月30日。${undoable()}`,
  ])
  expect(await hazard('90-1')).toMatchObject({ deadline: '2022-05-30' })
  expect(sent.filter(({ where }) => where === heads)).toEqual([])
})

test.each([
  ['2022-05-28', '5月28日为休息日，顺延至5月30日。'],
  // 端午 from the Friday to the Sunday.
  ['6月3日', '6月3日为休息日，顺延至6月6日。'],
  ['６月４日', '6月4日为休息日，顺延至6月6日。'],
  ['6.5', '6月5日为休息日，顺延至6月6日。'],
  // A Sunday, worked for 中秋 and 国庆.
  ['2022年10月9日', ''],
  ['5-30', ''],
  ['10月1日', '10月1日为休息日，顺延至10月8日。'],
])('a day off is moved to the next working day: %s', async (written, moved) => {
  const { officer, textIn } = await openWithHazards()
  const sent = await officer(`/延期 90-1 ${written} 配件缺货`)
  expect(textIn(siping, sent).split('90-1')[0]).toBe(moved)
  expect(textIn(heads, sent)).not.toBe('')
})

test.each([
  ['/延期 90-1 5月17日 配件缺货', '5月17日已过，期限应在今天或以后；跨年的请写明年份。'],
  ['/延期 90-1 5月25日 配件缺货', '90-1的期限已是5月25日，新的期限应在其后。'],
  ['/延期 90-1 5月30日', '请写明延期理由，例如：/延期 90-1 5月30日 配件到货需一周'],
  ['/延期 90-1', '请写明新的期限和理由，例如：/延期 90-1 6月1日 配件到货需一周'],
  ['/延期 90-1 6月31日 缺货', '请写明新的期限和理由，例如：/延期 90-1 6月1日 配件到货需一周'],
  ['/延期 90-1 2032-05-30 缺货', '期限过远，请在一年以内。'],
  ['/延期 90-1 90-2 5月30日 缺货', '延期请逐条办理，例如：/延期 12-1 6月1日 配件到货需一周'],
  ['/延期 90-2 5月30日 缺货', '90-2已报整改，等待复查；复查不合格的才需再办。'],
  ['/延期 90-1 同意', '请写明新的期限和理由，例如：/延期 90-1 6月1日 配件到货需一周'],
])('%s is refused', async (said, answer) => {
  const { officer, events } = await openWithHazards([{}, { state: 'reported', rectifiedBy: tiedong }])
  expect(texts(await officer(said))).toEqual([answer])
  expect(await events('90-1')).toHaveLength(1)
})

test('what has been rectified meanwhile needs no decision', async () => {
  const { officer, say } = await openWithHazards()
  await officer(asked)
  await officer('/整改 90-1 已更换')
  expect(texts(await say(head, heads, '/延期 90-1 2022-05-30 同意'))).toEqual([
    '90-1已由四平市铁东区报送员于5月18日09:00报整改，等待复查；复查不合格的才需再办。',
  ])
  expect(texts(await say(head, heads, '/延期 90-1 不同意'))[0]).toContain('报整改，等待复查')
})
