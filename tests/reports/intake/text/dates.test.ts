import { describe, expect, it } from 'vitest'
import {
  findDate,
  resolveDeadline,
  resolveInspectionDate,
  shanghaiDay,
} from '../../../../reports/intake/text/dates.ts'
import { findSpan } from '../../../../reports/intake/text/spans.ts'

const today = '2022-05-18'
const inspected = (text: string, day = today) => resolveInspectionDate(findDate(text, { brief: true })!, day)
const due = (text: string, day = today) => resolveDeadline(findDate(text, { brief: true })!, day).date

describe('the day of an inspection', () => {
  it.each([
    '5月18日',
    '5月18号',
    '2022年5月18日',
    '22年5月18日',
    '2022.5.18',
    '2022-05-18',
    '2022/5/18',
    '20220518',
    '5-18',
    '5.18',
    '18日',
    '今日',
    '五月十八日',
    '二〇二二年五月十八日',
    '5月18日（星期三）14:00',
  ])('may be written %s', text => {
    expect(inspected(text)).toEqual({ date: '2022-05-18', fault: null })
  })

  it('may be told from today', () => {
    expect(inspected('昨日').date).toBe('2022-05-17')
    expect(inspected('昨天').date).toBe('2022-05-17')
    expect(inspected('前天').date).toBe('2022-05-16')
    expect(inspected('昨天', '2022-03-01').date).toBe('2022-02-28')
  })

  it('is last year’s or last month’s where that is nearer', () => {
    expect(inspected('12月30日', '2022-01-04').date).toBe('2021-12-30')
    expect(inspected('31日', '2022-06-02').date).toBe('2022-05-31')
  })

  it.each(['2月30日', '13月1日', '2022年2月29日', '4月31日', '5月0日', '32日'])('cannot be %s', text => {
    expect(inspected(text)).toEqual({ date: null, fault: 'noSuchDay' })
  })

  it.each(['5月19日', '19日', '明天', '2022-06-01', '2023年5月18日'])('does not lie ahead: %s', text => {
    expect(inspected(text)).toEqual({ date: null, fault: 'future' })
  })
})

it('reads deadlines, which lie ahead', () => {
  expect(due('5月25日')).toBe('2022-05-25')
  expect(due('5.25')).toBe('2022-05-25')
  expect(due('1月5日', '2022-12-28')).toBe('2023-01-05')
  expect(due('6月31日')).toBeNull()
  expect(findSpan('3日内整改', today)).toBe('2022-05-21')
  expect(findSpan('一周内整改', today)).toBe('2022-05-25')
  expect(findSpan('月底前完成', today)).toBe('2022-05-31')
  expect(findSpan('6月底前完成', today)).toBe('2022-06-30')
})

it('knows the day in Shanghai whatever the zone of the instant', () => {
  expect(shanghaiDay('2022-05-17T16:30:00Z')).toBe('2022-05-18')
  expect(shanghaiDay('2022-05-18T14:20:00+08:00')).toBe('2022-05-18')
  expect(shanghaiDay('某天')).toBeNull()
})
