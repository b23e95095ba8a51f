/**
 * npm run -s replay -- DAY.jsonl [--roster DIR] [--out DIR]
 *
 * Plays a recorded conversation through the whole bot and prints what the bot sent, one JSON object a line.
 */
import { parseArgs } from 'node:util'
import { createLog } from '../log.ts'
import { explain } from './explain.ts'
import { rehearse } from './rehearse.ts'
import { readRosterDirectory, sampleRoster } from './roster-files.ts'
import { readTranscript, TranscriptFault } from './transcript.ts'

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { roster: { type: 'string', default: sampleRoster }, out: { type: 'string', default: 'out' } },
  })
  const [path] = positionals
  if (path === undefined || positionals.length > 1)
    throw new TranscriptFault('用法：npm run -s replay -- DAY.jsonl [--roster 目录] [--out 目录]')
  const roster = await readRosterDirectory(values.roster)
  await rehearse(readTranscript(path), roster, values.out, createLog(), message => {
    process.stdout.write(`${JSON.stringify(message)}\n`)
  })
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
