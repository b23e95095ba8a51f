import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type {
  Inspection,
  IntakeMessage,
  ReportedHazard,
  StatedTotals,
} from '../../reports/intake/parsed-message.ts'

/** What a careful officer copies from a message; see `tests/fixtures/intake/README.md`. */
export interface Expectation {
  kind: 'report' | 'zero' | 'chat'
  correction?: boolean
  /** Of a zero report. */
  units?: string[]
  inspections?: (Partial<Omit<Inspection, 'hazards'>> & { hazards?: Partial<ReportedHazard>[] })[]
  totals?: Partial<StatedTotals>
  /** Fields of which the bot has to speak. */
  problems?: string[]
}

/** A message with what it says. */
export interface Fixture {
  id: string
  /** Its file, without the ending: labelled, prose, tables … */
  form: string
  message: IntakeMessage
  expected: Expectation
}

const directory = fileURLToPath(new URL('../fixtures/intake/', import.meta.url))

/** All messages of the fixtures, by file. */
export async function readFixtures(): Promise<Fixture[]> {
  const files = (await readdir(directory)).filter(name => name.endsWith('.jsonl')).sort()
  const read = files.map(async name => {
    const lines = (await readFile(directory + name, 'utf8')).split('\n').filter(line => line.trim() !== '')
    return lines.map((line): Fixture => {
      const { id, expected, ...message } = JSON.parse(line) as IntakeMessage & {
        id: string
        expected: Expectation
      }
      return { id, form: name.replace(/\.jsonl$/, ''), message, expected }
    })
  })
  return (await Promise.all(read)).flat()
}
