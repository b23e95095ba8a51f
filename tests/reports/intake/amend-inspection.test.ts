import { expect, test } from 'vitest'
import { amendDeadline, amendInspection } from '../../../reports/intake/amend-inspection.ts'
import type { Inspection, ReportedHazard } from '../../../reports/intake/parsed-message.ts'

const today = '2022-05-18'
const hazard = (text: string, rectified: boolean | null = null, deadline: string | null = null) =>
  ({ text, major: false, rectified, deadline, basis: null }) satisfies ReportedHazard

const inspection = (parts: Partial<Inspection> = {}): Inspection => ({
  inspectingUnit: '铁东区应急管理局',
  unit: '四平市铁东区',
  enterprise: '宏达加油站',
  place: '平东街道',
  industry: '危险化学品',
  date: today,
  inspectors: ['张三', '李四'],
  teams: null,
  personTimes: 2,
  hazards: [hazard('灭火器失压', true), hazard('配电箱未接地', false, '2022-05-25')],
  rectification: '第1项已整改，第2项限期5月25日前',
  level: null,
  manners: [],
  basis: null,
  documents: ['责令限期整改指令书'],
  cases: null,
  fine: null,
  production: null,
  ...parts,
})
const nothing: Inspection = {
  ...inspection(),
  inspectingUnit: null,
  enterprise: null,
  place: null,
  industry: null,
  date: null,
  inspectors: [],
  personTimes: null,
  hazards: [],
  rectification: null,
  documents: [],
}
const amended = (stated: Partial<Inspection>) =>
  amendInspection(inspection(), { ...nothing, ...stated }, today).inspection

test('what is stated changes, all else stays', () => {
  expect(amended({ inspectors: ['王五'], personTimes: 1, states: ['inspectors'] })).toEqual(
    inspection({ inspectors: ['王五'], personTimes: 1 }),
  )
  expect(amended({ fine: 5000 })).toEqual(inspection({ fine: 5000 }))
})

test('rectification is read over the hazards that are there', () => {
  const statuses = (rectification: string) =>
    amended({ rectification, states: ['rectification'] }).hazards.map(({ rectified, deadline }) => [
      rectified,
      deadline,
    ])
  expect(statuses('均已整改')).toEqual([
    [true, null],
    [true, null],
  ])
  expect(statuses('第2项限期6月1日前整改')).toEqual([
    [true, null],
    [false, '2022-06-01'],
  ])
})

test('a count of a part that does not say which is asked about', () => {
  const { problems, inspection: read } = amendInspection(
    inspection({ hazards: [hazard('甲'), hazard('乙')], rectification: null }),
    { ...nothing, rectification: '已整改1项' },
    today,
  )
  expect(problems.map(({ message }) => message)).toEqual(['请写明哪几项已整改'])
  expect(read.hazards.map(({ rectified }) => rectified)).toEqual([null, null])
})

test('new hazards replace the old ones, none where none were found', () => {
  const hazards = [hazard('通道堵塞'), hazard('台账不全')]
  expect(
    amended({ hazards, states: ['hazards'] }).hazards.map(({ text, rectified }) => [text, rectified]),
  ).toEqual([
    ['通道堵塞', true],
    ['台账不全', false],
  ])
  expect(amended({ states: ['hazards'] }).hazards).toEqual([])
  expect(amended({}).hazards).toHaveLength(2)
})

test('a deadline is for what is not rectified', () => {
  expect(
    amendDeadline(inspection(), '6月1日前', today)?.inspection.hazards.map(({ deadline }) => deadline),
  ).toEqual([null, '2022-06-01'])
  expect(amendDeadline(inspection(), '尽快', today)).toBeNull()
  expect(amendDeadline(inspection(), '6月31日', today)?.problems).toHaveLength(1)
})
