import type { AnnexRow, DailyReport, SummaryCell, Totals } from '../../../reports/daily/daily-report.ts'
import type { ReportedHazard } from '../../../reports/intake/parsed-message.ts'
import { type Industry, provincialLevel } from '../../../reports/terms.ts'

/** The cities of the sample province, in roster order. */
export const cities = [
  '长春市',
  '吉林市',
  '四平市',
  '辽源市',
  '通化市',
  '白山市',
  '松原市',
  '白城市',
  '延边州',
]

/** 69 reporting units, as many as the province has: each city's bureau and its counties. */
export const units = cities.flatMap((city, i) => [
  city,
  ...['铁东区', '铁西区', '梨树县', '双辽市', '伊通县', '公主岭市', '东丰县']
    .slice(0, i < 6 ? 7 : 6)
    .map(county => `${city}${county}`),
])

/** Teams, person-times, enterprises, hazards, rectified. */
export const totals = (...figures: [number, number, number, number, number]): Totals => {
  const [teams, personTimes, enterprises, hazards, rectified] = figures
  return { teams, personTimes, enterprises, hazards, rectified }
}
const nothing = totals(0, 0, 0, 0, 0)

export const hazard = (text: string, more: Partial<ReportedHazard> = {}): ReportedHazard => ({
  text,
  major: false,
  rectified: null,
  deadline: null,
  basis: null,
  ...more,
})

export const annexRow = (more: Partial<AnnexRow> = {}): AnnexRow => ({
  number: 1,
  unit: '四平市铁东区',
  inspectingUnit: '铁东区应急管理局',
  enterprise: '四平市盛达化工有限公司',
  place: '铁东区平东大街12号',
  industry: '危险化学品',
  date: '2022-05-18',
  inspectors: ['张伟', '李强'],
  hazards: [
    hazard('灭火器压力不足', { rectified: true }),
    hazard('可燃气体报警器未检定', { rectified: false, deadline: '2022-05-25' }),
  ],
  rectification: '1项已整改，2项限期5月25日前',
  late: false,
  ...more,
})

const cell = (city: string, industry: Industry | null, figures: Totals): SummaryCell => ({
  city,
  industry,
  totals: figures,
})

/** An ordinary day: three cities and the province inspect, two units are missing, two hazards stay open. */
export function sampleReport(overrides: Partial<DailyReport> = {}): DailyReport {
  const figures: Record<string, Totals> = {
    长春市: totals(3, 8, 5, 7, 6),
    四平市: totals(2, 4, 3, 2, 1),
    松原市: totals(1, 2, 2, 0, 0),
  }
  const missing = ['白城市铁东区', '延边州铁西区']
  return {
    date: '2022-05-18',
    round: 1,
    rounds: 1,
    periodFrom: '2022-05-18',
    periodTo: '2022-05-18',
    edition: 1,
    compileAt: '2022-05-18T08:30:00.000Z',
    compiledAt: '2022-05-18T08:30:00.000Z',
    compiledLate: false,
    provincial: totals(1, 3, 1, 2, 2),
    local: totals(6, 14, 10, 9, 7),
    cities: cities.map(city => ({
      city,
      totals: figures[city] ?? nothing,
      missing: missing.filter(unit => unit.startsWith(city)),
    })),
    summary: [
      cell(provincialLevel, '煤矿', totals(1, 3, 1, 2, 2)),
      cell('长春市', '危险化学品', totals(2, 5, 3, 4, 4)),
      cell('长春市', '工贸', totals(1, 3, 2, 3, 2)),
      cell('四平市', '危险化学品', totals(2, 4, 3, 2, 1)),
      cell('松原市', null, totals(1, 2, 2, 0, 0)),
    ],
    reporting: {
      expected: 69,
      actual: 67,
      onTime: 66,
      missing,
      late: ['四平市梨树县'],
      zero: ['白山市', '白山市铁东区'],
    },
    corrections: [],
    majorHazards: 0,
    openHazards: [
      {
        number: 8,
        position: 1,
        unit: '长春市梨树县',
        enterprise: '长春市宏远机械厂',
        industry: '工贸',
        hazard: hazard('除尘系统未接地', { major: true, rectified: false }),
      },
      {
        number: 1,
        position: 2,
        unit: '四平市铁东区',
        enterprise: '四平市盛达化工有限公司',
        industry: '危险化学品',
        hazard: hazard('可燃气体报警器未检定', { rectified: false, deadline: '2022-05-25' }),
      },
    ],
    provincialRows: [
      annexRow({
        number: 12,
        unit: '吉林省',
        inspectingUnit: '省应急管理厅',
        enterprise: '八宝煤业有限公司',
        industry: '煤矿',
        hazards: [hazard('瓦斯记录不全', { rectified: true }), hazard('支护松动', { rectified: true })],
        rectification: '均已整改',
      }),
    ],
    localRows: [annexRow(), annexRow({ number: 9, unit: '四平市梨树县', late: true, hazards: [] })],
    pending: [],
    ...overrides,
  }
}

/** A day without any report. */
export const emptyReport = (): DailyReport =>
  sampleReport({
    provincial: nothing,
    local: nothing,
    cities: cities.map(city => ({ city, totals: nothing, missing: units.filter(u => u.startsWith(city)) })),
    summary: [],
    reporting: { expected: units.length, actual: 0, onTime: 0, missing: units, late: [], zero: [] },
    openHazards: [],
    provincialRows: [],
    localRows: [],
  })

/** A full day: every city inspects every industry, half of the units are missing, hundreds of hazards are open. */
export function busyReport(): DailyReport {
  const chosen: (Industry | null)[] = ['煤矿', '非煤矿山', '危险化学品', '烟花爆竹', '工贸', null]
  const missing = units.filter((_, i) => i % 2 === 0)
  return sampleReport({
    round: 2,
    rounds: 5,
    edition: 3,
    compiledLate: true,
    compiledAt: '2022-05-18T09:05:00.000Z',
    periodFrom: '2022-05-15',
    provincial: totals(24, 72, 60, 120, 90),
    local: totals(1350, 4050, 2700, 5400, 3600),
    cities: cities.map(city => ({
      city,
      totals: totals(150, 450, 300, 600, 400),
      missing: missing.filter(unit => unit.startsWith(city)),
    })),
    summary: [
      ...chosen.map(industry => cell(provincialLevel, industry, totals(4, 12, 10, 20, 15))),
      ...cities.flatMap(city => chosen.map(industry => cell(city, industry, totals(25, 75, 50, 100, 67)))),
    ],
    reporting: { expected: 69, actual: 34, onTime: 30, missing, late: units.slice(1, 8), zero: [] },
    openHazards: Array.from({ length: 300 }, (_, i) => ({
      number: i + 1,
      unit: units[Math.floor(i / 5)]!,
      enterprise: `第${i + 1}化工厂`,
      industry: '危险化学品' as const,
      hazard: hazard(`第${i + 1}条隐患`, { rectified: false, major: i === 299 }),
    })),
    localRows: Array.from({ length: 300 }, (_, i) => annexRow({ number: i + 1, unit: units[i % 69]! })),
  })
}
