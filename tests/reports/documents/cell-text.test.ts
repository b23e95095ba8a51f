import { expect, test } from 'vitest'
import { cellText } from '../../../reports/documents/cell-text.ts'

test('characters that XML forbids are dropped, line breaks and tabs stay', () => {
  expect(cellText('甲\0乙\x08丙\x1b丁\ufffe\t戊\r\n己\r庚')).toBe('甲乙丙丁\t戊\n己\n庚')
  expect(cellText('半个\ud842字').isWellFormed()).toBe(true)
  expect(cellText('𠮷林')).toBe('𠮷林')
})

test('a text is cut at what a cell holds, not inside a character', () => {
  expect(cellText('查'.repeat(40_000))).toHaveLength(32_767)
  expect(cellText(`a${'𠮷'.repeat(20_000)}`)).toBe(`a${'𠮷'.repeat(16_383)}`)
  expect(cellText('𠮷'.repeat(20_000))).toBe('𠮷'.repeat(16_383))
})
