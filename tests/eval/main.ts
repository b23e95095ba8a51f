/**
 * npm run eval: how well intake reads the messages of `tests/fixtures/intake/`, field by field. `npm run eval -- prose`
 * reads one file; `--misses` prints every value that was missed or made up; `--accept` keeps the result as the mark
 * below which CI must not fall. Without a file it also prints how well the same hazard is recognised in other words, by
 * the pairs of `tests/fixtures/hazards/`.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { evaluate, markFile } from './evaluate.ts'
import { parts, readHazardPairs, scoreHazardPairs } from './same-hazard.ts'
import { f1, precision, recall, type Score, scoreFields } from './score.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false }, accept: { type: 'boolean', default: false } },
})
const [form] = positionals
const results = (await evaluate()).filter(({ fixture }) => form === undefined || fixture.form === form)
if (results.length === 0) {
  console.error(`no such file: ${form}`)
  process.exit(1)
}

if (values.misses) {
  for (const { fixture, findings } of results) {
    const missed = findings.filter(({ expected, found }) => expected !== found)
    if (missed.length === 0) continue
    console.log(`\n${fixture.form}/${fixture.id}\n${fixture.message.text.replace(/^/gm, '  | ')}`)
    for (const { field, expected, found } of missed)
      console.log(`  ${field}: expected ${expected ?? '-'}, found ${found ?? '-'}`)
  }
  console.log()
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`.padStart(8)
const row = (score: Score) =>
  console.log(
    score.field.padEnd(20),
    String(score.expected).padStart(8),
    String(score.found).padStart(8),
    percent(precision(score)),
    percent(recall(score)),
    percent(f1(score)),
  )
console.log('field'.padEnd(20), 'expected', '   found', 'precision', ' recall', '     F1')
const scores = scoreFields(results.flatMap(({ findings }) => findings))
for (const score of scores) row(score)
console.log(`\n${results.length} messages; by file:`)
for (const each of [...new Set(results.map(({ fixture }) => fixture.form))])
  row({
    ...scoreFields(
      results.filter(({ fixture }) => fixture.form === each).flatMap(({ findings }) => findings),
    ).at(-1)!,
    field: each,
  })

if (values.accept && form === undefined) {
  const marks = Object.fromEntries(scores.map(score => [score.field, Math.floor(f1(score) * 1000) / 1000]))
  await writeFile(markFile, `${JSON.stringify(marks, null, 2)}\n`)
}

if (form === undefined) {
  const pairs = await readHazardPairs()
  console.log(`\n${pairs.length} pairs of hazards; the same hazard in other words, by part and by industry:`)
  for (const part of parts) {
    const { score, confused } = scoreHazardPairs(
      part,
      pairs.filter(pair => pair.part === part),
    )
    row(score)
    for (const { same, likeness, a, b } of confused)
      console.log(`  ${same ? 'missed' : 'made up'} ${likeness.toFixed(2)}: ${a} | ${b}`)
  }
  for (const industry of [...new Set(pairs.map(pair => pair.industry))])
    row(
      scoreHazardPairs(
        industry,
        pairs.filter(pair => pair.industry === industry),
      ).score,
    )
}
