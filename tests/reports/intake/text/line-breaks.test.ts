import { expect, it } from 'vitest'
import { withoutBrokenWords } from '../../../../reports/intake/text/line-breaks.ts'

it('joins a word that was broken over two lines', () => {
  expect(withoutBrokenWords('检查单\n位：铁东区应急\n局\n整\n改情况：均已整\n改\n5月\n18日')).toBe(
    '检查单位：铁东区应急局\n整改情况：均已整改\n5月18日',
  )
})

it('keeps lines that end with a word', () => {
  for (const text of [
    '隐患：无\n整改：无',
    '1.通道堵塞\n2.灯不亮',
    '检查人员：2人\n员工未戴安全帽',
    '隐患清单\n位于一马路',
  ]) {
    expect(withoutBrokenWords(text)).toBe(text)
  }
})
