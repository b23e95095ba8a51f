import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeHazards } from '../../../reports/hazards/place-hazards.ts'

const known = (...texts: string[]) => texts.map((text, i) => ({ text, position: i + 1 }))
const said = (...texts: string[]) => texts.map(text => ({ text }))
const positions = (placed: { position: number }[]) => placed.map(({ position }) => position)

test('the hazards of a new report are numbered in their order', () => {
  expect(positions(placeHazards([], 0, said('灭火器失效', '通道堵塞')))).toEqual([1, 2])
})

test('whatever the order and the punctuation, a hazard keeps its position', () => {
  const before = known('灭火器压力不足', '配电箱未接地', '通道堵塞')
  expect(
    positions(placeHazards(before, 3, said('通道堵塞。', '灭火器压力不足；', '配电箱，未接地'))),
  ).toEqual([3, 1, 2])
})

test('the single one whose words are put right keeps its position', () => {
  const before = known('灭火器压力不足', '配电箱未接地')
  expect(positions(placeHazards(before, 2, said('灭火器压力不足', '配电柜缺少接地线')))).toEqual([1, 2])
})

test('another in the place of one is another, and so is what is unlike one that is settled', () => {
  const [before, settled] = [
    known('未建立应急预案'),
    [{ text: '灭火机压力不足', position: 1, settled: true }],
  ]
  expect(positions(placeHazards(before, 1, said('加油机渗漏')))).toEqual([2])
  expect(positions(placeHazards(before, 1, said('未制定事故应急救援预案')))).toEqual([1])
  expect(positions(placeHazards(settled, 1, said('灭火器压力不足')))).toEqual([2])
})

test('a new one gets the next position that was never used, also after others were removed', () => {
  const before = known('灭火器压力不足')
  expect(positions(placeHazards(before, 3, said('灭火器压力不足', '气瓶未固定')))).toEqual([1, 4])
})

test('one that had been left out and comes back word for word is the same again', () => {
  const removed = [{ text: '配电箱未接地', position: 2 }]
  expect(
    positions(
      placeHazards(known('灭火器压力不足'), 2, said('配电箱未接地', '灭火器压力不足', '气瓶未固定'), removed),
    ),
  ).toEqual([2, 1, 3])
})

test('the same words twice are two hazards', () => {
  expect(positions(placeHazards(known('通道堵塞'), 1, said('通道堵塞', '通道堵塞')))).toEqual([1, 2])
})

test('no position is given twice, and none that was removed to another hazard', () => {
  const text = fc.constantFrom(
    '灭火器压力不足',
    '灭火器压力不足。',
    '配电箱未接地',
    '通道堵塞',
    '气瓶未固定',
    '无证上岗',
  )
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 6 }), revisions => {
      let before: { text: string; position: number }[] = []
      let highest = 0
      for (const texts of revisions) {
        const placed = placeHazards(before, highest, said(...texts))
        const used = positions(placed)
        expect(new Set(used).size).toBe(used.length)
        const kept = new Set(positions(before))
        for (const position of used) expect(kept.has(position) || position > highest).toBe(true)
        highest = Math.max(highest, ...used)
        before = placed
      }
    }),
  )
})
