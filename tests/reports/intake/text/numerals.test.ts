import { expect, it } from 'vitest'
import { readNumeral } from '../../../../reports/intake/text/numerals.ts'

it.each([
  ['0', 0],
  ['12', 12],
  ['〇', 0],
  ['零', 0],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十三', 23],
  ['廿', 20],
  ['廿三', 23],
  ['卅', 30],
  ['卅一', 31],
  ['一百', 100],
  ['两百', 200],
  ['一百零五', 105],
  ['一百一十', 110],
  ['三百二十一', 321],
  ['一千零一', 1001],
  ['两千二百', 2200],
  ['二〇二二', 2022],
  ['二零二二', 2022],
])('%s is %d', (text, value) => {
  expect(readNumeral(text)).toBe(value)
})

it.each(['', '百', '十十', '一百二', '一十零', '三二十', 'abc', '1二', '零十', '一一百'])(
  '%j is no number',
  text => {
    expect(readNumeral(text)).toBeNull()
  },
)

it('reads every day and every count up to 999 as written', () => {
  const digits = '零一二三四五六七八九'
  for (let value = 1; value <= 999; value++) {
    const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
    const head = hundreds ? `${digits[hundreds]}百` : ''
    const middle = tens ? `${value < 20 ? '' : digits[tens]}十` : hundreds && ones ? '零' : ''
    expect(readNumeral(head + middle + (ones ? digits[ones] : ''))).toBe(value)
  }
})
