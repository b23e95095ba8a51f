import { describe, expect, test } from 'vitest'
import {
  type History,
  type ListedReport,
  type LocatedHazard,
  lookBack,
} from '../../../reports/commentary/look-back.ts'
import { isTelling, renderLookBack } from '../../../reports/commentary/look-back-text.ts'
import type { AnnexRow } from '../../../reports/daily/daily-report.ts'
import { annexRow, hazard, sampleReport, totals } from '../daily/fixture.ts'

const chemicals = { names: ['危化一处', '危化二处'], industries: ['危险化学品' as const] }
const nothing: History = { previous: null, figures: [], overdue: [], known: [], before: [] }

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

const known = (more: Partial<LocatedHazard>): LocatedHazard => ({
  report: 1,
  position: 1,
  unit: '四平市铁东区',
  enterprise: '宏达加油站',
  industry: '危险化学品',
  text: '灭火器失效',
  major: false,
  rectified: false,
  deadline: null,
  ...more,
})

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

describe('hazards', () => {
  test('are rectified when a later report of the same enterprise says so, and are then not overdue', () => {
    const open = known({ deadline: '2022-05-15' })
    const later = known({ report: 9, text: '灭火器，失效。', rectified: true })
    expect(seen(day([]), { overdue: [open], known: [open] }).overdue).toHaveLength(1)
    expect(seen(day([]), { overdue: [open], known: [open, later] }).overdue).toEqual([])
    const other = { ...later, enterprise: '铁西加油站' }
    expect(seen(day([]), { overdue: [open], known: [open, other] }).overdue).toHaveLength(1)
  })

  test('are not overdue on the day of the deadline', () => {
    const open = known({ deadline: '2022-05-18' })
    expect(seen(day([]), { overdue: [open], known: [open] }).overdue).toEqual([])
  })

  test('reported again as rectified are no repetition, and those of no known enterprise are like no others', () => {
    const row = (rectified: boolean, enterprise: string | null) =>
      annexRow({ number: 9, enterprise, hazards: [hazard('灭火器失效', { rectified })] })
    const again = (rectified: boolean, enterprise: string | null = '宏达加油站') =>
      seen(day([row(rectified, enterprise)]), { previous: quiet, known: [known({ enterprise })] }).repeated
    expect(again(false).map(({ before }) => before.report)).toEqual([1])
    expect(again(true)).toEqual([])
    expect(again(false, null)).toEqual([])
  })
})

test('a bad day takes few lines of a phone, and counts what it does not name', () => {
  const many = Array.from({ length: 40 }, (_, i) =>
    known({ report: i + 1, deadline: '2022-05-01', text: `${'阀门锈蚀'.repeat(40)}${i}`, major: true }),
  )
  const rows = many.map(({ report }) =>
    annexRow({
      number: report + 100,
      unit: `四平市第${report}区`,
      late: true,
      hazards: [hazard('储罐无液位报警'.repeat(20), { major: true })],
    }),
  )
  const figures = [
    many.map((_, i) => ({
      unit: `白城市第${i}区`,
      industry: '危险化学品' as const,
      totals: totals(1, 1, 1, 1, 1),
    })),
  ]
  const text = renderLookBack(seen(day(rows), { previous: quiet, figures, overdue: many, known: many }))
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
  const found = seen(day([annexRow({ hazards: [hazard('储罐无液位报警', { major: true })] })]))
  expect(renderLookBack(found)).toBe(
    '回头看（危化一处、危化二处）\n【重大隐患】1条：1-1 四平市铁东区｜四平市盛达化工有限公司｜储罐无液位报警',
  )
})
