import { expect, test } from 'vitest'
import {
  chooseTotals,
  type ListedInspections,
  type TotalsReport,
} from '../../../reports/daily/choose-totals.ts'
import type { Industry } from '../../../reports/terms.ts'

const isBelow = (unit: string, above: string) => unit !== above && unit.startsWith(above)
const figures = (enterprises: number, hazards: number) => ({
  teams: 1,
  personTimes: 2,
  enterprises,
  hazards,
  rectified: hazards,
})
const totals = (number: number, unit: string, more: Partial<TotalsReport> = {}): TotalsReport => ({
  number,
  unit,
  industry: null,
  date: '2022-05-18',
  wholeJurisdiction: false,
  totals: figures(30, 40),
  ...more,
})
const listed = (unit: string, industry: Industry | null = null, more: Partial<ListedInspections> = {}) => ({
  unit,
  industry,
  date: '2022-05-18',
  totals: figures(1, 2),
  ...more,
})
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

test('totals count beside what was listed of another day', () => {
  const saturday = totals(1, '四平市铁东区', { date: '2022-05-14' })
  expect(choose([saturday], [listed('四平市铁东区')]).counted).toEqual([1])
  const monday = listed('四平市铁东区', null, { date: '2022-05-14' })
  expect(choose([saturday], [monday]).aside).toEqual([[1, null]])
})

test('totals of a whole jurisdiction count with what remains beside the units that list', () => {
  const whole = totals(1, '四平市', { wholeJurisdiction: true })
  const county = listed('四平市铁东区')
  const [rest] = chooseTotals([whole], [county, listed('四平市铁西区')], isBelow).counted
  expect(rest?.totals).toEqual({ teams: 0, personTimes: 0, enterprises: 28, hazards: 36, rectified: 36 })
  expect(rest?.listed).toMatchObject({ enterprises: 2, hazards: 4 })
  expect(chooseTotals([totals(1, '四平市')], [county], isBelow).counted).toMatchObject([
    { listed: null, totals: { enterprises: 30 } },
  ])
})

test('totals of a whole jurisdiction beside which nothing remains are set aside, never below nothing', () => {
  const whole = totals(1, '四平市', { wholeJurisdiction: true })
  const all = listed('四平市铁东区', null, { totals: figures(31, 3) })
  expect(choose([whole], [all]).aside).toEqual([[1, null]])
  const more = listed('四平市铁东区', null, { totals: figures(3, 50) })
  expect(chooseTotals([whole], [more], isBelow).counted[0]?.totals).toMatchObject({
    enterprises: 27,
    hazards: 0,
    rectified: 0,
  })
})

test('an inspection of another industry is another inspection', () => {
  const coal = totals(1, '四平市', { industry: '煤矿' })
  expect(choose([coal], [listed('四平市', '工贸')]).counted).toEqual([1])
  expect(choose([coal], [listed('四平市', '煤矿')]).counted).toEqual([])
  expect(choose([coal], [listed('四平市')]).counted).toEqual([1])
  expect(choose([totals(1, '四平市')], [listed('四平市', '煤矿')]).counted).toEqual([])
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
  const all = listed('四平市铁西区', null, { totals: figures(30, 40) })
  expect(choose(reports, [all])).toEqual({ counted: [2], aside: [[1, null]] })
})

test('industries and days stand beside each other', () => {
  const reports = [
    totals(1, '四平市', { industry: '煤矿' }),
    totals(2, '四平市', { industry: '工贸' }),
    totals(3, '四平市', { industry: '工贸', date: '2022-05-17' }),
  ]
  expect(choose(reports).counted).toEqual([1, 2, 3])
})
