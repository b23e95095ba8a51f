import { expect, test } from 'vitest'
import { percent } from '../../../reports/documents/percent.ts'

test('one decimal, never over a hundred, a dash where there is nothing to divide', () => {
  expect([0, 2 / 3, 1, 1.2, null].map(percent)).toEqual(['0.0%', '66.7%', '100.0%', '100.0%', '—'])
})
