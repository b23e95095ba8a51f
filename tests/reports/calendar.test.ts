import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createCalendar, lastPublishedYear } from '../../reports/calendar.ts'

const calendar = createCalendar([])

test.each([
  ['2022-05-18', true],
  ['2022-05-14', false],
  ['2022-05-02', false],
  ['2022-05-07', true],
  ['2026-10-10', true],
  ['2026-10-01', false],
])('%s is a working day: %s', (date, working) => {
  expect(calendar.isWorkingDay(date)).toBe(working)
})

test('the working days before and after a holiday', () => {
  expect(calendar.previousWorkingDay('2022-05-05')).toBe('2022-04-29')
  expect(calendar.nextWorkingDay('2022-04-29')).toBe('2022-05-05')
})

test('a declared day prevails', () => {
  const declared = createCalendar([
    { date: '2022-05-18', working: false },
    { date: '2027-01-01', working: false },
  ])
  expect(declared.isWorkingDay('2022-05-18')).toBe(false)
  expect(declared.isWorkingDay('2027-01-01')).toBe(false)
})

test('the calendar warns a month before its end and after it', () => {
  expect(calendar.warning('2026-11-30')).toBeNull()
  expect(calendar.warning('2026-12-15')).toContain('将到期')
  expect(calendar.warning('2027-01-04')).toContain('已到期')
})

test('the last published year is what the library carries', () => {
  const years = join(dirname(createRequire(import.meta.url).resolve('chinese-days')), 'years')
  const carried = readdirSync(years).flatMap(name => /^(\d{4})\.json$/.exec(name)?.[1] ?? [])
  expect(Math.max(...carried.map(Number))).toBe(lastPublishedYear)
})
