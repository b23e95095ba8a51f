/**
 * npm run -s demo
 *
 * Plays the sample day 样例日 through the whole bot and prints the conversation for a person to read. The daily report,
 * its workbooks and pictures, the conversation and the recording from which it was played stand in out/demo/.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLog } from '../log.ts'
import { sampleDay } from '../sample/day.ts'
import { printed } from './printed-conversation.ts'
import { rehearse } from './rehearse.ts'
import { readRosterDirectory, sampleRoster } from './roster-files.ts'
import { readTranscript } from './transcript.ts'

const out = join('out', 'demo')
const date = '2022-05-18'

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const recording = join(out, 'day.jsonl')
writeFileSync(
  recording,
  sampleDay(date)
    .map(line => `${JSON.stringify(line)}\n`)
    .join(''),
)

const blocks: string[] = []
const show = (block: string | null) => {
  if (block === null) return
  blocks.push(block)
  process.stdout.write(`${block}\n`)
}
const roster = await readRosterDirectory(sampleRoster)
const { said, sent } = printed(out)
await rehearse(
  readTranscript(recording),
  roster,
  out,
  createLog('warn'),
  message => show(sent(message)),
  line => show(said(line)),
)
const conversation = join(out, '对话.txt')
writeFileSync(conversation, blocks.map(block => `${block}\n`).join(''))
process.stdout.write(
  `对话已存入 ${conversation}，附件在 ${out}，可用 npm run -s replay -- ${recording} 重放。\n`,
)
