import { expect, test } from 'vitest'
import { createCalendar } from '../../reports/calendar.ts'
import { defaultPlan, faultOfPlan, nextRound, planFor, reminderAt, usualPlan } from '../../reports/rounds.ts'
import { moment } from '../../reports/time.ts'

const calendar = createCalendar([])

test('one round a day: due 15:00, compiled 16:30, the reminder at 80 % of the window', () => {
  const round = nextRound(defaultPlan, calendar, moment('2022-05-18', '08:00'))
  expect(round).toMatchObject({ date: '2022-05-18', number: 1, ofDay: 1 })
  expect(round.dueAt).toEqual(moment('2022-05-18', '15:00'))
  expect(round.compileAt).toEqual(moment('2022-05-18', '16:30'))
  expect(reminderAt(round)).toEqual(moment('2022-05-18', '13:48'))
})

test('a round covers the days since the previous working day', () => {
  const afterHoliday = nextRound(defaultPlan, calendar, moment('2022-04-30', '08:00'))
  expect(afterHoliday).toMatchObject({ date: '2022-05-05', periodFrom: '2022-04-29', periodTo: '2022-05-05' })
})

test('a day that is compiled is over', () => {
  expect(nextRound(defaultPlan, calendar, moment('2022-05-18', '16:30')).date).toBe('2022-05-19')
})

test('five rounds a day follow one another', () => {
  const plan = usualPlan(5)!
  expect(faultOfPlan(plan)).toBeNull()
  let at = moment('2022-05-18', '00:00')
  const rounds = Array.from({ length: 6 }, () => {
    const round = nextRound(plan, calendar, at)
    at = round.compileAt
    return `${round.date} ${round.number}/${round.ofDay}`
  })
  expect(rounds).toEqual([
    '2022-05-18 1/5',
    '2022-05-18 2/5',
    '2022-05-18 3/5',
    '2022-05-18 4/5',
    '2022-05-18 5/5',
    '2022-05-19 1/5',
  ])
})

test.each([
  [[], '1至12次'],
  [planFor(['15:00', '11:00']), '由早到晚'],
  [planFor(['11:00', '11:00']), '不得重复'],
  [planFor(['11:00', '11:20']), '不早于前一批次的编制时间'],
  [planFor(['23:30']), '当日来不及编制'],
])('a plan that cannot be is told why', (plan, reason) => {
  expect(faultOfPlan(plan)).toContain(reason)
})
