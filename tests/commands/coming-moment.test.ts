import { expect, test } from 'vitest'
import { comingMoment } from '../../commands/coming-moment.ts'
import { businessDate, businessTime, moment } from '../../reports/time.ts'

test.each([
  ['16:00', '2022-05-18 16:00'],
  ['１６：３０', '2022-05-18 16:30'],
  ['9点', '2022-05-18 09:00'],
  ['明天 10:00', '2022-05-19 10:00'],
  ['明天10点30分', '2022-05-19 10:30'],
  ['后天', '2022-05-20 10:00'],
  ['5月19日 16:00', '2022-05-19 16:00'],
  ['5月19日16:00', '2022-05-19 16:00'],
  ['5.19 16:00', '2022-05-19 16:00'],
  ['2022-05-23', '2022-05-23 10:00'],
  ['5月17日', '2022-05-17 10:00'],
  ['2月30日', null],
  ['25:00', null],
  ['尽快', null],
  ['', null],
])('%s is %s', (written, expected) => {
  const at = comingMoment(written, moment('2022-05-18', '16:40'))
  expect(at && `${businessDate(at)} ${businessTime(at)}`).toBe(expected)
})

test('at the end of a year January is the next year’s', () => {
  expect(comingMoment('1月4日', moment('2022-12-30', '16:40'))).toEqual(moment('2023-01-04', '10:00'))
})
