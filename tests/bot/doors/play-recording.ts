import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rehearse, type SentMessage } from '../../../bot/doors/rehearse.ts'
import { readRosterDirectory, sampleRoster } from '../../../bot/doors/roster-files.ts'
import { readTranscript } from '../../../bot/doors/transcript.ts'
import { createLog } from '../../../bot/log.ts'
import type { Played } from './play-happenings.ts'

/** Plays a recording of tests/fixtures through the whole bot, with the sample roster, into a new folder. */
export async function playRecording(name: string): Promise<Played> {
  const recording = fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))
  const out = mkdtempSync(join(tmpdir(), 'anwei-recording-'))
  const sent: SentMessage[] = []
  const roster = await readRosterDirectory(sampleRoster)
  await rehearse(readTranscript(recording), roster, out, createLog('silent'), message => sent.push(message))
  return { out, sent }
}

/** 04-26 09:07 */
export const when = ({ at }: SentMessage): string => at.slice(5, 16).replace('T', ' ')

/** What a text begins with: 【催复】… is 催复. */
export const markOf = ({ text = '' }: SentMessage): string | null => /^【(.+?)】/.exec(text)?.[1] ?? null
