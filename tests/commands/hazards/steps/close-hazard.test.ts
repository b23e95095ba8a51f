import { expect, test } from 'vitest'
import { report, siping, tiedong } from '../../../conversation.ts'
import { city, head, heads, openWithHazards, photo, texts, undoable } from '../open-with-hazards.ts'

test('the closure says what it rests on, and the unit hears of it', async () => {
  const { officer, say, until, hazard, textIn } = await openWithHazards()
  await officer('/整改 90-1 已更换')
  await officer('', photo('a.jpg'))
  await officer('', photo('b.jpg'))
  await until('09:30')
  await say(city, siping, '/复查 90-1 合格')
  await until('10:00')
  const sent = await say(head, heads, '/xh 90-1 材料齐全')
  expect(textIn(heads, sent)).toBe(
    `90-1已销号：四平市铁东区报送员5月18日报整改，四平市报送员5月18日复查合格，照片2张。${undoable('10:02')}`,
  )
  expect(textIn(siping, sent)).toBe(
    '【销号】90-1 四平市铁东区 宏达加油站：配电箱未接地，已由危化一处处长销号。',
  )
  expect(await hazard('90-1')).toMatchObject({ state: 'closed' })
})

test.each([
  [{}, '90-1尚未报整改。请先由属地报整改，例如：/整改 90-1 已更换，现场正常'],
  [{ state: 'reported', rectifiedBy: tiedong }, '90-1尚未复查。请先复查，例如：/复查 90-1 合格'],
] as const)('nothing is closed on less', async (parts, answer) => {
  const { say, events } = await openWithHazards([parts])
  expect(texts(await say(head, heads, '/销号 90-1'))).toEqual([answer])
  expect(await events('90-1')).toHaveLength(1)
})

test('several at once: those that cannot be are told', async () => {
  const passed = { state: 'reinspected', rectifiedBy: tiedong, reinspectedBy: city } as const
  const { say, hazard } = await openWithHazards([passed, {}])
  const [answer] = texts(await say(city, siping, '/销号 90-1、90-2'))
  expect(answer?.split('\n')).toEqual([
    expect.stringContaining('90-1已销号'),
    '90-2尚未报整改。请先由属地报整改，例如：/整改 90-2 已更换，现场正常',
    undoable().trim(),
  ])
  expect(await hazard('90-1')).toMatchObject({ state: 'closed' })
})

const later = (hazards: string, rectification: string, date = '2022年5月17日') =>
  report({ enterprise: '宏达加油站', hazards, rectification, date })

test.each(['/销号 90-1 据1', '/销号 90-1 据第1号报告', '/销号90-1 依据１'])(
  'a later report of the enterprise closes a general one: %s',
  async said => {
    const { officer, hazard, events, textIn } = await openWithHazards()
    await officer(later('1.配电箱未接地', '已整改'))
    const sent = await officer(said)
    expect(textIn(siping, sent)).toContain('90-1已销号：依据第1号报告（5月17日）。')
    expect(await hazard('90-1')).toMatchObject({ state: 'closed' })
    expect((await events('90-1')).at(-1)).toMatchObject({ step: 'close', evidence: [{ report: 1 }] })
  },
)

test.each([
  ['another enterprise', report({ date: '2022年5月17日' }), '两者不是同一企业'],
  ['before it was found', later('1.标识缺失', '已整改', '2022年5月15日'), '发现该隐患之后的报告'],
  ['it is found again', later('1.配电箱未接地', '限期6月1日前整改'), '仍未整改'],
])('a report on which nothing can be closed: %s', async (_name, said, answer) => {
  const { officer, hazard } = await openWithHazards()
  await officer(said)
  expect(texts(await officer('/销号 90-1 据1'))[0]).toContain(answer)
  expect(await hazard('90-1')).toMatchObject({ state: 'rectifying' })
})

test('nor on that of another city, whose enterprise has the same name', async () => {
  const { officer, say } = await openWithHazards()
  await say(
    '长春市南关区报送员',
    '长春市日报报送群',
    report({
      unit: '长春市南关区应急管理局',
      enterprise: '宏达加油站',
      place: '南关区',
      date: '2022年5月17日',
    }),
  )
  expect(texts(await officer('/销号 90-1 据1'))[0]).toContain('该报告是长春市南关区的')
})

test('nor on one that does not exist or was withdrawn, nor a major one at all', async () => {
  const { officer } = await openWithHazards([{}, { major: true }])
  expect(texts(await officer('/销号 90-1 据7'))).toEqual([
    '90-1不能据第7号报告销号：没有这份报告，请核对编号。',
  ])
  await officer(later('1.标识缺失', '已整改'))
  expect(texts(await officer('/销号 90-2 据1'))[0]).toContain('不能凭后续报告直接销号')
  await officer('/撤销 1 确认')
  expect(texts(await officer('/销号 90-1 据1'))).toEqual(['90-1不能据第1号报告销号：该报告已撤销。'])
})
