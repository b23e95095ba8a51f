import { expect, test } from 'vitest'
import { chooseTotals, type TotalsReport } from '../../../reports/daily/choose-totals.ts'
import type { Industry } from '../../../reports/terms.ts'

const isBelow = (unit: string, above: string) => unit !== above && unit.startsWith(above)
const totals = (number: number, unit: string, more: Partial<TotalsReport> = {}): TotalsReport => ({
  number,
  unit,
  industry: null,
  date: '2022-05-18',
  wholeJurisdiction: false,
  ...more,
})
const listed = (unit: string, industry: Industry | null = null) => ({ unit, industry })
const choose = (reports: TotalsReport[], inspections: ReturnType<typeof listed>[] = []) => {
  const { counted, setAside } = chooseTotals(reports, inspections, isBelow)
  return {
    counted: counted.map(({ number }) => number),
    aside: setAside.map(({ report, instead }) => [report.number, instead]),
  }
}

test('totals count unless the unit has listed its inspections', () => {
  const reports = [totals(1, '四平市铁东区'), totals(2, '四平市铁西区')]
  expect(choose(reports, [listed('四平市铁西区'), listed('四平市')])).toEqual({
    counted: [1],
    aside: [[2, null]],
  })
})

test('totals of a whole jurisdiction give way to any unit in it that lists, those of the bureau alone do not', () => {
  const county = [listed('四平市铁东区')]
  expect(choose([totals(1, '四平市', { wholeJurisdiction: true })], county).counted).toEqual([])
  expect(choose([totals(1, '四平市')], county).counted).toEqual([1])
})

test('an inspection of another industry is another inspection', () => {
  const coal = totals(1, '四平市', { industry: '煤矿' })
  expect(choose([coal], [listed('四平市', '工贸')]).counted).toEqual([1])
  expect(choose([coal], [listed('四平市', '煤矿')]).counted).toEqual([])
  expect(choose([coal], [listed('四平市')]).counted).toEqual([])
})

test('of totals that speak for the same, the furthest and then the latest counts', () => {
  const whole = { wholeJurisdiction: true }
  expect(choose([totals(1, '四平市'), totals(2, '四平市')])).toEqual({ counted: [2], aside: [[1, 2]] })
  expect(choose([totals(1, '四平市', whole), totals(2, '四平市铁东区'), totals(3, '四平市')])).toEqual({
    counted: [1],
    aside: [
      [2, 1],
      [3, 1],
    ],
  })
  expect(choose([totals(1, '四平市'), totals(2, '四平市', { industry: '煤矿' })]).counted).toEqual([1])
})

test('totals of a jurisdiction that give way let those of its units count', () => {
  const reports = [totals(1, '四平市', { wholeJurisdiction: true }), totals(2, '四平市铁东区')]
  expect(choose(reports, [listed('四平市铁西区')])).toEqual({ counted: [2], aside: [[1, null]] })
})

test('industries and days stand beside each other', () => {
  const reports = [
    totals(1, '四平市', { industry: '煤矿' }),
    totals(2, '四平市', { industry: '工贸' }),
    totals(3, '四平市', { industry: '工贸', date: '2022-05-17' }),
  ]
  expect(choose(reports).counted).toEqual([1, 2, 3])
})
