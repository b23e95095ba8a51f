import { expect, it } from 'vitest'
import { withoutDecoration } from '../../../../reports/intake/text/decoration.ts'

const lines = (text: string) =>
  withoutDecoration(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

it('drops what only decorates', () => {
  expect(
    lines(
      '☆☆☆铁东区检查情况☆☆☆\n————————\n👉检查单位：铁东区\n**受检单位**：红星加油站👍🏻\n====\n## 隐患\n[玫瑰][玫瑰]',
    ),
  ).toEqual(['铁东区检查情况', '检查单位：铁东区', '受检单位：红星加油站', '隐患'])
  expect(lines('★检查地点★ 一马路')).toEqual(['检查地点  一马路'])
})

it('keeps what numbers, ticks off, names a machine, or was left open', () => {
  expect(
    lines('①灭火器过期\n整改情况：✅\n消防设施：❌\n#2高炉 3#炉\n受检单位：____\n检查地点：××\n• 通道堵塞'),
  ).toEqual([
    '①灭火器过期',
    '整改情况：√',
    '消防设施：×',
    '#2高炉 3#炉',
    '受检单位：____',
    '检查地点：××',
    '• 通道堵塞',
  ])
})

it('reads the ticked one of two boxes', () => {
  expect(lines('☑已整改 □未整改')).toEqual(['已整改'])
  expect(lines('是否整改：□是 ☑否')).toEqual(['是否整改： √否'])
})

it('reads a circle among numerals as zero', () => {
  expect(lines('二○二二年')).toEqual(['二〇二二年'])
})
