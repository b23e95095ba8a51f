import { readRosterDirectory, sampleRoster } from '../../bot/doors/roster-files.ts'
import { labels } from '../../reports/intake/labels/labels.ts'
import { parseMessage } from '../../reports/intake/parse-message.ts'
import type { IntakeMessage } from '../../reports/intake/parsed-message.ts'
import { createGazetteer, type Gazetteer } from '../../reports/intake/units/gazetteer.ts'
import { type Fixture, readFixtures } from '../eval/expectation.ts'
import { generateGrammar } from './intake-grammar.ts'
import { hostileTexts, repeatedMessages } from './intake-hostile.ts'
import { type Comparison, interleave, milliseconds, time } from './measure.ts'

/** Messages of each run. */
const runLength = 500
const slowest = 50

/** Reading messages, against a bare splitter and against a generated parser, and the worst that a text can cost. */
export async function compareIntake(): Promise<Comparison[]> {
  const gazetteer = createGazetteer(await readRosterDirectory(sampleRoster))
  const fixtures = await readFixtures()
  const parse = (message: IntakeMessage) => parseMessage(message, gazetteer)
  const grammar = generateGrammar()
  const labelled = fixtures.filter(({ form }) => form === 'labelled').map(({ message }) => message)
  check(labelled, parse, grammar)
  const comparisons: Comparison[] = []
  for (const [name, messages] of [
    ['labelled', labelled],
    ['a day', fixtures.map(({ message }) => message)],
  ] as const) {
    comparisons.push(
      await compareReading(`${name} / regex a line`, messages, parse, splitLines, 0.5),
      await compareReading(`${name} / peggy`, messages, parse, grammar, 4),
    )
  }
  return [...comparisons, findWorst(fixtures, gazetteer)]
}

async function compareReading(
  name: string,
  messages: readonly IntakeMessage[],
  parse: (message: IntakeMessage) => unknown,
  read: (text: string) => unknown,
  aim: number,
): Promise<Comparison> {
  const run = Array.from({ length: runLength }, (_, i) => messages[i % messages.length]!)
  const { ours, reference } = await interleave(
    () => time(() => run.forEach(parse)),
    () =>
      time(() => {
        for (const { text } of run) read(text)
      }),
    5,
    2,
  )
  const ratio = reference / ours
  const each = (ms: number) => `${((ms * 1000) / runLength).toFixed(1)} µs`
  return {
    subject: `intake: ${name}`,
    ours: each(ours),
    reference: each(reference),
    ratio,
    aim: `≥ ${aim}`,
    met: ratio >= aim,
  }
}

const longestFirst = [...labels.keys()].sort((a, b) => b.length - a.length).join('|')
const labelledLine = new RegExp(`^(${longestFirst})[:：](.*)$`)

/** What a script of ten lines would do: one label and its value a line, and nothing of what the value says. */
function splitLines(text: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const line of text.split('\n')) {
    const match = labelledLine.exec(line)
    if (match) values.set(labels.get(match[1]!)!, match[2]!.trim())
  }
  return values
}

/** A parser that gave up early would win for nothing. */
function check(
  messages: readonly IntakeMessage[],
  parse: (message: IntakeMessage) => { inspections: unknown[] },
  grammar: (text: string) => { field: string }[],
): void {
  const ours = messages.flatMap(message => parse(message).inspections).length
  const theirs = messages
    .flatMap(({ text }) => grammar(text))
    .filter(({ field }) => field === 'enterprise').length
  if (theirs < (ours * 2) / 3) throw new Error(`the grammar reads ${theirs} of ${ours} enterprises`)
}

/** The slowest of the hostile texts, each at its better time of two. */
function findWorst(fixtures: readonly Fixture[], gazetteer: Gazetteer): Comparison {
  const hints = { at: '2022-05-18T14:20:00+08:00', room: '四平市日报报送群', from: '四平市铁东区报送员' }
  const measure = (text: string) => {
    const from = performance.now()
    parseMessage({ text, ...hints }, gazetteer)
    return performance.now() - from
  }
  let worst = { name: '', taken: 0 }
  for (const { name, text } of [...hostileTexts(fixtures), ...repeatedMessages(fixtures)]) {
    const first = measure(text)
    if (first <= worst.taken) continue
    const taken = Math.min(first, measure(text))
    if (taken > worst.taken) worst = { name, taken }
  }
  return {
    subject: `intake: worst 20,000 characters, ${worst.name}`,
    ours: milliseconds(worst.taken),
    reference: milliseconds(slowest),
    ratio: worst.taken / slowest,
    aim: '≤ 1.0',
    met: worst.taken <= slowest,
  }
}
