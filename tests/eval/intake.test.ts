import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { evaluate, markFile } from './evaluate.ts'
import { f1, scoreFields } from './score.ts'

const results = await evaluate()

it('reads no field worse than it did', async () => {
  const marks = JSON.parse(await readFile(markFile, 'utf8')) as Record<string, number>
  const scores = scoreFields(results.flatMap(({ findings }) => findings))
  const fallen = scores.filter(score => f1(score) < (marks[score.field] ?? 0)).map(({ field }) => field)
  expect(fallen).toEqual([])
})

it('takes no chat for a report and no report for chat', () => {
  const mistaken = results.filter(({ findings }) =>
    findings.some(({ field, expected, found }) => field === 'kind' && expected !== found),
  )
  expect(mistaken.map(({ fixture }) => fixture.id)).toEqual([])
})
