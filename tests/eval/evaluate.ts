import { fileURLToPath } from 'node:url'
import { readRosterDirectory, sampleRoster } from '../../bot/doors/roster-files.ts'
import { parseMessage } from '../../reports/intake/parse-message.ts'
import { createGazetteer } from '../../reports/intake/units/gazetteer.ts'
import { compare, type Finding } from './compare.ts'
import { type Fixture, readFixtures } from './expectation.ts'

/** F1 of each field that was reached before, in thousandths rounded down. */
export const markFile = fileURLToPath(new URL('marks.json', import.meta.url))

/** Reads every fixture and compares. */
export async function evaluate(): Promise<{ fixture: Fixture; findings: Finding[] }[]> {
  const gazetteer = createGazetteer(await readRosterDirectory(sampleRoster))
  return (await readFixtures()).map(fixture => ({
    fixture,
    findings: compare(fixture.expected, parseMessage(fixture.message, gazetteer)),
  }))
}
