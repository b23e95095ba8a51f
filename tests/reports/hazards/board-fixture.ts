import { type Board, type BoardEntry, type BoardScope, compileBoard } from '../../../reports/hazards/board.ts'
import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { addDays, moment } from '../../../reports/time.ts'

const cities = ['长春市', '吉林市', '四平市', '辽源市', '通化市', '白山市', '松原市', '白城市', '延边州']

export const wholeProvince: BoardScope = {
  unit: null,
  units: null,
  industries: null,
  enterprise: null,
  overdue: false,
  major: false,
}

/** A hazard as it stands on a board, with parts replaced. */
export const entry = (
  hazard: Partial<TrackedHazard> = {},
  beside: Partial<Omit<BoardEntry, 'hazard'>> = {},
): BoardEntry => ({
  hazard: {
    id: (hazard.report ?? 12) * 10 + (hazard.position ?? 1),
    report: 12,
    position: 1,
    unit: '四平市铁东区',
    enterprise: '宏达加油站',
    place: '平东街道',
    industry: '危险化学品',
    text: '灭火器压力不足',
    major: false,
    foundOn: '2022-05-10',
    deadline: '2022-05-25',
    state: 'rectifying',
    rectifiedBy: null,
    reinspectedBy: null,
    onTheSpot: false,
    recurrenceOf: null,
    afterClosure: false,
    ...hazard,
  },
  takenOver: false,
  rung: null,
  pictures: 0,
  enteredLater: false,
  ...beside,
})

/** The board of the whole province on 18 May 2022 at 16:30. */
export const boardOf = (entries: BoardEntry[], scope: Partial<BoardScope> = {}): Board =>
  compileBoard(
    {
      scope: { ...wholeProvince, ...scope },
      date: '2022-05-18',
      askedAt: moment('2022-05-18', '16:30').toISOString(),
      lastEvent: 0,
    },
    entries,
    unit => cities.find(city => unit.startsWith(city)) ?? '省本级',
  )

/** A full ledger: 90 hazards of nine cities, in all states. */
export const manyEntries = (): BoardEntry[] =>
  Array.from({ length: 90 }, (_, i) =>
    entry(
      {
        report: 100 + i,
        unit: `${cities[i % 9]!}${['高新区', '经开区', '新区'][i % 3]!}`,
        enterprise: `第${i}号化工有限责任公司`,
        text:
          i === 0
            ? '储罐区可燃气体报警器失灵，未与紧急切断装置联锁，且值班记录缺失三个月以上，现场无人知晓'
            : '配电箱未接地',
        major: i % 10 === 0,
        deadline: i % 7 === 0 ? null : addDays('2022-05-18', (i % 13) - 4),
        state: (['rectifying', 'rectifying', 'reported', 'reinspected', 'closed'] as const)[i % 5]!,
        industry: i % 4 === 0 ? '工贸' : '危险化学品',
      },
      { takenOver: i % 30 === 0, rung: i % 15 === 0 ? '督办提示' : null },
    ),
  )
