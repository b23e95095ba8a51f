import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isSameHazard, likeness, threshold } from '../../../reports/hazards/same-hazard.ts'
import { readHazardPairs, scoreHazardPairs } from '../../eval/same-hazard.ts'
import { precision, recall } from '../../eval/score.ts'

const pairs = await readHazardPairs()
const texts = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
const text = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme', maxLength: 40 }))

describe('the pairs of the fixture', () => {
  test.each([
    ['development', 0.99, 0.9],
    ['held-out', 0.97, 0.93],
    ['unseen', 0.97, 0.58],
  ] as const)('%s', (part, leastPrecision, leastRecall) => {
    const { score } = scoreHazardPairs(
      part,
      pairs.filter(pair => pair.part === part),
    )
    expect(precision(score)).toBeGreaterThanOrEqual(leastPrecision)
    expect(recall(score)).toBeGreaterThanOrEqual(leastRecall)
  })

  it('has hard cases enough of both kinds', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(400)
    expect(pairs.filter(({ same }) => same).length / pairs.length).toBeCloseTo(0.5, 1)
  })
})

describe('a likeness', () => {
  it('is the same from both sides and between 0 and 1', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = likeness(a, b)
        expect(found).toBe(likeness(b, a))
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })

  it('is 1 of a text with itself', () => {
    fc.assert(fc.property(text, each => likeness(each, each) === 1))
  })

  it('does not mind punctuation, spaces and width', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (a, b) => {
        const wide = a.replace(/[0-9A-Za-z]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
        const loose = ` ${[...wide.slice(0, 3)].join(' ')}，${wide.slice(3)}。`
        expect(likeness(loose, b)).toBe(likeness(a, b))
      }),
    )
  })

  it('is soon told, however long the texts are', () => {
    const long = '灭火器压力不足，配电箱未接地；'.repeat(50_000)
    expect(likeness(long, `${long}。`)).toBeGreaterThanOrEqual(threshold)
  })
})

test.each([
  ['灭火器压力不足', '2具滅火器欠壓', true],
  ['灭火器压力不足', '灭火器被遮挡', false],
  ['2具灭火器压力不足', '三具灭火器压力不足', true],
  ['1号泵联轴器无护罩', '2#泵联轴器无护罩', false],
  ['1号泵联轴器无护罩', '一号泵联轴器护罩缺失', true],
  ['3#、4#加油枪胶管老化', '3号加油枪软管老化', true],
  ['一楼灭火器压力不足', '3楼灭火器压力不足', false],
  ['反应釜R101安全阀未校验', '反应釜R102安全阀未校验', false],
  ['配电箱未接地', '配电箱已接地', false],
  ['操作规程未上墙', '提升机操作规程未上墙', false],
  ['压力表检定过期', '压力表未按期校验', true],
  ['', '灭火器压力不足', false],
])('%s and %s', (a, b, same) => {
  expect(isSameHazard(a, b)).toBe(same)
})
