import { expect, test } from 'vitest'
import { wrapNames } from '../../../reports/documents/wrap-names.ts'

test('names stay whole, lines within the width', () => {
  expect(wrapNames(['铁东区', '梨树县', '双辽市'], 8, 3)).toEqual(['铁东区、梨树县、', '双辽市'])
  expect(wrapNames([], 8, 3)).toEqual([])
})

test('what does not fit is counted', () => {
  const names = Array.from({ length: 69 }, () => '四平市铁东区')
  const lines = wrapNames(names, 34, 4)
  expect(lines).toHaveLength(4)
  expect(lines.at(-1)).toMatch(/四平市铁东区等69家$/)
  expect(lines.every(line => line.length <= 34)).toBe(true)
})
