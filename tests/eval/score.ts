import type { Finding } from './compare.ts'

/** How well one field is read. */
export interface Score {
  field: string
  /** Values that the messages hold, that intake gave, and that are the same. */
  expected: number
  found: number
  right: number
}

/** Of what was found, the part that is right; 1 where nothing was found. */
export const precision = ({ found, right }: Score): number => (found === 0 ? 1 : right / found)
/** Of what was expected, the part that was found. */
export const recall = ({ expected, right }: Score): number => (expected === 0 ? 1 : right / expected)
/** The harmonic mean of both. */
export const f1 = ({ expected, found, right }: Score): number =>
  expected + found === 0 ? 1 : (2 * right) / (expected + found)

const count = (field: string, findings: Finding[]): Score => ({
  field,
  expected: findings.filter(({ expected }) => expected !== null).length,
  found: findings.filter(({ found }) => found !== null).length,
  right: findings.filter(({ expected, found }) => expected === found).length,
})

/** The score of each field, and over all of them at the end. */
export function scoreFields(findings: Finding[]): Score[] {
  const fields = [...new Set(findings.map(({ field }) => field))]
  return [
    ...fields.map(field =>
      count(
        field,
        findings.filter(finding => finding.field === field),
      ),
    ),
    count('all fields', findings),
  ]
}
