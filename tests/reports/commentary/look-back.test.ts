import { describe, expect, test } from 'vitest'
import { type History, type ListedReport, lookBack } from '../../../reports/commentary/look-back.ts'
import { isTelling, renderLookBack } from '../../../reports/commentary/look-back-text.ts'
import type { AnnexRow } from '../../../reports/daily/daily-report.ts'
import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { aHazard } from '../../commands/hazards/enter-hazards.ts'
import { annexRow, hazard, sampleReport, totals } from '../daily/fixture.ts'

const chemicals = { names: ['危化一处', '危化二处'], industries: ['危险化学品' as const] }
const nothing: History = { previous: null, figures: [], hazards: [], openBefore: new Set() }

const day = (localRows: AnnexRow[], more: Partial<ListedReport> = {}): ListedReport => ({
  ...sampleReport(),
  provincialRows: [],
  localRows,
  ...more,
})
const quiet = day([], { date: '2022-05-17' })

/** So many visits of a unit to different enterprises. */
const visits = (unit: string, count: number, from = 1, hazards: AnnexRow['hazards'] = []) =>
  Array.from({ length: count }, (_, i) =>
    annexRow({ number: from + i, unit, enterprise: `第${i + 1}加油站`, hazards }),
  )

const seen = (report: ListedReport, history: Partial<History> = {}) =>
  lookBack(chemicals, report, { ...nothing, ...history })

describe('figures that moved strangely', () => {
  const usual = (...enterprises: number[]): Partial<History> => ({
    previous: quiet,
    figures: enterprises.map(count => [
      { unit: '四平市', industry: '危险化学品' as const, totals: totals(1, 2, count, 0, 0) },
    ]),
  })

  test.each([
    ['three times the mean', 18, [6, 6, 6], true],
    ['nearly three times', 17, [6, 6, 6], false],
    ['a third of it', 4, [12, 12, 12], true],
    ['from one to three', 3, [1, 1, 1], false],
    ['two rounds make no mean', 30, [2, 2], false],
  ])('%s', (_, now, before, strange) => {
    const found = seen(day(visits('四平市', now)), usual(...before))
    expect(found.strange.map(({ figure }) => figure)).toEqual(strange ? ['enterprises'] : [])
  })

  test('are told with the numbers of the reports', () => {
    const found = seen(day(visits('四平市', 20, 31, [hazard('锈蚀')])), usual(5, 6, 7))
    expect(renderLookBack(found)).toContain(
      '【数据异常】2项：四平市检查企业20家，以往平均6家（第31、32、33号等20份）；四平市发现隐患20条，以往平均0条',
    )
  })
})

describe('units that went silent', () => {
  const round = (...units: string[]) =>
    units.map(unit => ({ unit, industry: '危险化学品' as const, totals: totals(1, 2, 3, 0, 0) }))

  test('inspected in half of the rounds before; the province and units of other industries do not count', () => {
    const figures = [
      round('四平市', '吉林市', '吉林省'),
      round('四平市', '吉林省', '长春市'),
      round('长春市', '吉林省'),
      [{ unit: '通化市', industry: '煤矿' as const, totals: totals(1, 1, 1, 0, 0) }],
    ]
    const found = seen(day(visits('长春市', 1)), { previous: quiet, figures })
    expect(found.silent).toEqual([{ unit: '四平市', missing: false }])
  })
})

test('many enterprises without a hazard deserve a word, one hazard or a rectified one takes it away', () => {
  const found = seen(
    day([
      ...visits('四平市', 5),
      ...visits('长春市', 4, 11),
      ...visits('通化市', 9, 21),
      annexRow({ number: 30, unit: '通化市', enterprise: '第一加油站', hazards: [hazard('锈蚀')] }),
    ]),
  )
  expect(found.clean).toEqual([{ unit: '四平市', enterprises: 5, hazards: 0, reports: [1, 2, 3, 4, 5] }])
})

describe('hazards of the ledger', () => {
  const told = (hazard: Partial<TrackedHazard>) => seen(day([]), { hazards: [aHazard(hazard)] }).overdue

  test('are overdue after their deadline while they are being rectified', () => {
    expect(told({ deadline: '2022-05-17' })).toHaveLength(1)
    expect(told({ deadline: '2022-05-18' })).toEqual([])
    expect(told({ deadline: null })).toEqual([])
    for (const state of ['reported', 'reinspected', 'closed'] as const)
      expect(told({ deadline: '2022-05-17', state })).toEqual([])
    expect(told({ deadline: '2022-05-17', industry: '工贸' })).toEqual([])
  })

  test('are new where they are no further case of an earlier one', () => {
    const hazards = [
      aHazard({ id: 1, report: 3 }),
      aHazard({ id: 2, report: 9, position: 1, recurrenceOf: { report: 3, position: 1 } }),
      aHazard({ id: 3, report: 9, position: 2, text: '配电箱未接地', state: 'closed', onTheSpot: true }),
    ]
    const report = day([annexRow({ number: 9, hazards: [hazard('灭火器失压'), hazard('配电箱未接地')] })])
    const text = renderLookBack(seen(report, { previous: quiet, hazards }))
    expect(text).toContain('【新增隐患】1条，涉及企业1家，均已整改')
    expect(text).toContain('【重复隐患】1条：9-1 四平市铁东区｜宏达加油站｜灭火器压力不足（曾见3-1）')
  })

  test('that were open before are told by what has become of them', () => {
    const states = ['rectifying', 'reported', 'reinspected', 'closed', 'closed'] as const
    const hazards = states.map((state, i) => aHazard({ id: i, position: i + 1, deadline: null, state }))
    const openBefore = new Set(hazards.slice(0, 4).map(({ id }) => id))
    const line = '【此前隐患】未整改4条，现已整改3条：12-2已报整改待复查；12-3复查合格待销号；12-4已销号'
    expect(renderLookBack(seen(day([]), { previous: quiet, hazards, openBefore }))).toContain(line)
  })

  test('that have been closed in numbers are counted', () => {
    const hazards = Array.from({ length: 9 }, (_, i) =>
      aHazard({ id: i, position: i + 1, state: 'closed' as const }),
    )
    const openBefore = new Set(hazards.map(({ id }) => id))
    expect(renderLookBack(seen(day([]), { previous: quiet, hazards, openBefore }))).toContain(
      '现已整改9条：12-1、12-2、12-3、12-4、12-5、12-6等9条已销号',
    )
  })
})

test('a bad day takes few lines of a phone, and counts what it does not name', () => {
  const many = Array.from({ length: 40 }, (_, i) =>
    aHazard({ id: i, report: i + 1, deadline: '2022-05-01', text: '阀门锈蚀'.repeat(40), major: true }),
  )
  const found = many.map((_, i) =>
    aHazard({ id: 100 + i, report: i + 101, deadline: null, text: '储罐无液位报警'.repeat(20), major: true }),
  )
  const rows = many.map(({ report }) =>
    annexRow({
      number: report + 100,
      unit: `四平市第${report}区`,
      late: true,
      hazards: [hazard('储罐无液位报警', { major: true })],
    }),
  )
  const figures = [
    many.map((_, i) => ({
      unit: `白城市第${i}区`,
      industry: '危险化学品' as const,
      totals: totals(1, 1, 1, 1, 1),
    })),
  ]
  const history = { previous: quiet, figures, hazards: [...many, ...found], openBefore: new Set<number>() }
  const text = renderLookBack(seen(day(rows), history))
  expect(text.split('\n').length).toBeLessThanOrEqual(15)
  expect(text.length).toBeLessThan(1000)
  expect(text).toContain('【逾期未整改】40条：1-1 ')
  expect(text).toContain('【重大隐患】40条：101-1 ')
  expect(text).toContain('等\n【重大隐患】')
})

test('where there is nothing to tell, one line says so', () => {
  const found = seen(day(visits('四平市', 1)), { previous: { ...quiet, round: 2, rounds: 5 } })
  expect(isTelling(found)).toBe(false)
  expect(renderLookBack(found)).toBe('回头看（危化一处、危化二处）：较5月17日第2次无需关注的变化。')
})

test('the first round of all is compared with none, and still tells what deserves a word', () => {
  const hazards = [aHazard({ report: 1, text: '储罐无液位报警', major: true, deadline: null })]
  const found = seen(day([annexRow({ hazards: [hazard('储罐无液位报警', { major: true })] })]), { hazards })
  expect(renderLookBack(found)).toBe(
    '回头看（危化一处、危化二处）\n【重大隐患】1条：1-1 四平市铁东区｜宏达加油站｜储罐无液位报警',
  )
})
