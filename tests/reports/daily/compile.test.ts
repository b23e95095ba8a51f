import { expect, test } from 'vitest'
import { compileDailyReport } from '../../../reports/daily/compile.ts'
import type { Unit } from '../../../reports/roster/roster.ts'
import { annexRow, hazard, totals } from './fixture.ts'

const unit = (name: string, level: Unit['level'], parent: string | null): Unit => ({
  name,
  shortName: name,
  level,
  parent,
  reports: level !== 'province',
})
const units = [
  unit('吉林省', 'province', null),
  unit('四平市', 'city', '吉林省'),
  unit('延边州', 'city', '吉林省'),
  unit('四平市铁东区', 'county', '四平市'),
]
const header = {
  date: '2022-05-18',
  round: 1,
  rounds: 1,
  periodFrom: '2022-05-17',
  periodTo: '2022-05-18',
  edition: 1,
  compileAt: '2022-05-18T08:30:00.000Z',
  compiledAt: '2022-05-18T08:30:00.000Z',
  compiledLate: false,
  corrections: [],
}
const reporting = { expected: 3, actual: 1, onTime: 1, missing: ['延边州'], late: [], zero: [] }
const one = totals(1, 2, 1, 2, 1)

test('the province stands apart, a county counts with its city, and every sum is that of its parts', () => {
  const report = compileDailyReport(header, {
    units,
    figures: [
      { unit: '四平市铁东区', industry: '工贸', totals: one },
      { unit: '四平市', industry: '工贸', totals: one },
      { unit: '四平市', industry: null, totals: one },
      { unit: '吉林省', industry: '煤矿', totals: one },
    ],
    // The city's own team inspected in two industries.
    teams: ['四平市铁东区', '四平市', '吉林省'].map(name => ({ unit: name, teams: 1 })),
    rows: [],
    reporting,
    pending: [],
  })
  expect(report.provincial.enterprises).toBe(1)
  expect(report.local.teams).toBe(2)
  expect(report.local).toMatchObject({ enterprises: 3, hazards: 6, rectified: 3 })
  expect(report.cities.map(({ city, totals: sum }) => [city, sum.enterprises])).toEqual([
    ['四平市', 3],
    ['延边州', 0],
  ])
  expect(report.summary.map(({ city, industry, totals: sum }) => [city, industry, sum.enterprises])).toEqual([
    ['省本级', '煤矿', 1],
    ['四平市', '工贸', 2],
    ['四平市', null, 1],
  ])
  expect(report.cities[1]?.missing).toEqual(['延边州'])
})

test('what was not reported as rectified stays open, also where nothing was said', () => {
  const report = compileDailyReport(header, {
    units,
    figures: [],
    teams: [],
    rows: [
      annexRow({
        unit: '四平市铁东区',
        hazards: [true, false, null].map(rectified => hazard('灭火器失压', { rectified })),
      }),
    ],
    reporting,
    pending: [],
  })
  expect(report.openHazards).toHaveLength(2)
})

test('a unit that has left the roster is not counted as the province', () => {
  const report = compileDailyReport(header, {
    units,
    figures: [{ unit: '四平市旧区', industry: '工贸', totals: one }],
    teams: [{ unit: '四平市旧区', teams: 1 }],
    rows: [],
    reporting,
    pending: [],
  })
  expect(report.provincial.enterprises).toBe(0)
  expect(report.local.enterprises).toBe(1)
})
