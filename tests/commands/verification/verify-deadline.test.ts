import { expect, test } from 'vitest'
import { momentText } from '../../../commands/moment-text.ts'
import { readDeadline } from '../../../commands/verification/verify-deadline.ts'
import { createCalendar } from '../../../reports/calendar.ts'
import { moment } from '../../../reports/time.ts'

const calendar = createCalendar([])
/** By when, on Wednesday 18 May 2022 at a time, and what is left of the text. */
const read = (text: string, time = '15:10', date = '2022-05-18') => {
  const { dueAt, movedFrom, rest } = readDeadline(text, calendar, moment(date, time))
  return [momentText(dueAt), rest, ...(movedFrom === null ? [] : [`原为${momentText(movedFrom)}`])]
}

test('a deadline stands in front, in any spelling', () => {
  expect(read('至16:00 是否属实')).toEqual(['5月18日16:00', '是否属实'])
  expect(read('至１６：３０，是否属实')).toEqual(['5月18日16:30', '是否属实'])
  expect(read('16:00前 是否属实')).toEqual(['5月18日16:00', '是否属实'])
  expect(read('明天10:00前 是否属实')).toEqual(['5月19日10:00', '是否属实'])
  expect(read('至5月19日10:00 是否属实')).toEqual(['5月19日10:00', '是否属实'])
  expect(read('于5月20日前 是否属实')).toEqual(['5月20日16:00', '是否属实'])
  expect(read('到20日前，是否属实')).toEqual(['5月20日16:00', '是否属实'])
  expect(read('至19日16:30 是否属实')).toEqual(['5月19日16:30', '是否属实'])
  expect(read('至2日 是否属实')).toEqual(['6月2日16:00', '是否属实'])
  expect(read('下午4点半前，是否属实')).toEqual(['5月18日16:30', '是否属实'])
  expect(read('16:00前请核对')).toEqual(['5月18日16:00', '请核对'])
  expect(read('至16:00请核对')).toEqual(['5月18日16:00', '请核对'])
  expect(read('截至下午5点 是否属实')).toEqual(['5月18日17:00', '是否属实'])
})

test('or at the end of what is asked, which stays whole', () => {
  expect(read('请复查，17:00前答复。')).toEqual(['5月18日17:00', '请复查，17:00前答复。'])
})

test('a time that is no deadline is left alone', () => {
  expect(read('至今未整改的原因')).toEqual(['5月18日16:10', '至今未整改的原因'])
  expect(read('请说明第2项为何限期5月25日前')[0]).toBe('5月18日16:10')
  expect(read('14:00检查的是哪一家')).toEqual(['5月18日16:10', '14:00检查的是哪一家'])
  expect(read('9:00前检查的企业有几家', '09:10')).toEqual(['5月18日16:00', '9:00前检查的企业有几家'])
})

test('without one it is 16:00 where that is an hour ahead, else an hour from now', () => {
  expect(read('是否属实', '15:00')[0]).toBe('5月18日16:00')
  expect(read('是否属实', '15:01')[0]).toBe('5月18日16:01')
  expect(read('是否属实', '16:40')[0]).toBe('5月18日17:40')
  expect(read('是否属实', '17:20')[0]).toBe('5月19日10:00')
  expect(read('是否属实', '23:30')[0]).toBe('5月19日10:00')
  expect(read('是否属实', '02:00')[0]).toBe('5月18日16:00')
  expect(read('是否属实', '18:00', '2022-05-20')[0]).toBe('5月23日10:00')
  expect(read('是否属实', '09:00', '2022-05-21')[0]).toBe('5月23日16:00')
})

test('a day off moves it to the next working day', () => {
  expect(read('至5月21日10:00 是否属实')).toEqual(['5月23日10:00', '是否属实', '原为5月21日10:00'])
})

test('1月4日 in December is that of the next year', () => {
  expect(readDeadline('至1月4日10:00 问', calendar, moment('2022-12-30', '10:00')).dueAt).toEqual(
    moment('2023-01-04', '10:00'),
  )
})

test('what has passed, is no time or too far is refused', () => {
  expect(() => read('至15:10 是否属实')).toThrow('已过')
  expect(() => read('至5月17日10:00 是否属实')).toThrow('已过')
  expect(() => read('至2月30日10:00 是否属实')).toThrow('看不懂')
  for (const text of [
    '至下周一 问',
    '至5.20 问',
    '截至周五前，问',
    '5/20前 请核对',
    '至五月二十日 问',
    '明早9点前请核对',
  ])
    expect(() => read(text)).toThrow('看不懂答复期限，请写成')
  expect(() => read('至16:75 是否属实')).toThrow('看不懂')
  expect(() => read('至8月1日10:00 是否属实')).toThrow('过远')
})
