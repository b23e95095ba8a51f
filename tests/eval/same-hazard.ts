import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { likeness, threshold } from '../../reports/hazards/same-hazard.ts'
import type { Score } from './score.ts'

/** What the tables are tuned on, what was written before them, and what was written after them and only measured. */
export const parts = ['development', 'held-out', 'unseen'] as const

/** Two descriptions of hazards and whether a careful officer calls them the same; see `tests/fixtures/hazards/README.md`. */
export interface HazardPair {
  part: (typeof parts)[number]
  industry: string
  same: boolean
  a: string
  b: string
}

const file = fileURLToPath(new URL('../fixtures/hazards/pairs.jsonl', import.meta.url))

/** All pairs of the fixture. */
export async function readHazardPairs(): Promise<HazardPair[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(line => line.trim() !== '')
  return lines.map(line => JSON.parse(line) as HazardPair)
}

/** How well the same hazards 屡改屡犯 are recognised, and the pairs that are taken for the wrong thing. */
export function scoreHazardPairs(
  field: string,
  pairs: HazardPair[],
): { score: Score; confused: (HazardPair & { likeness: number })[] } {
  const judged = pairs.map(pair => ({ ...pair, likeness: likeness(pair.a, pair.b) }))
  const found = judged.filter(pair => pair.likeness >= threshold)
  return {
    score: {
      field,
      expected: judged.filter(({ same }) => same).length,
      found: found.length,
      right: found.filter(({ same }) => same).length,
    },
    confused: judged.filter(pair => pair.same !== pair.likeness >= threshold),
  }
}
