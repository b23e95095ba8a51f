import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { rehearse, type SentMessage } from '../../../bot/doors/rehearse.ts'
import type { TranscriptLine } from '../../../bot/doors/transcript.ts'
import { createLog } from '../../../bot/log.ts'
import type { Happening } from '../../../bot/sample/happening.ts'
import type { Roster } from '../../../reports/roster/roster.ts'

/** A day that was played: what the bot sent, and where its database and attachments are. */
export interface Played {
  out: string
  sent: SentMessage[]
}

/** Plays a day through the whole bot into a new folder. */
export async function play(day: Happening[], roster: Roster): Promise<Played> {
  const out = mkdtempSync(join(tmpdir(), 'anwei-demo-'))
  const sent: SentMessage[] = []
  await rehearse(toLines(day), roster, out, createLog('silent'), message => sent.push(message))
  return { out, sent }
}

/** As `readTranscript` gives the lines of a recording. */
function toLines(day: Happening[]): TranscriptLine[] {
  const speakers = new Map(
    day.flatMap(({ line }) => (line.id === undefined ? [] : [[line.id, line] as const])),
  )
  return day.map(({ line: { at, room, from, text, id, quote, quotedText, recall } }, i) => {
    const common = { at, id: id ?? `line-${i}`, text: text ?? '' }
    const speaker = recall === undefined ? { room, from } : speakers.get(recall)!
    if (speaker.from === undefined) return { at: new Date(at), message: null }
    return {
      at: new Date(at),
      message: {
        ...common,
        from: speaker.from,
        room: speaker.room ?? null,
        ...(quote !== undefined && { quote }),
        ...(quotedText !== undefined && { quotedText }),
        ...(recall !== undefined && { recall }),
      },
    }
  })
}

/** The attachments that the bot sent, by name, each with a fingerprint. */
export const attachmentsOf = ({ out }: Played): Promise<[string, unknown][]> =>
  Promise.all(
    readdirSync(out)
      .filter(name => /\.(xlsx|png)$/.test(name))
      .map(async name => [name, await contentOf(readFileSync(join(out, name)))]),
  )

/** A fingerprint of a file; of a workbook one of each part, as a zip notes when it was packed. */
async function contentOf(bytes: Buffer): Promise<unknown> {
  if (bytes.subarray(0, 2).toString() !== 'PK') return crc32(bytes)
  const parts: [string, number][] = []
  const archive = await yauzl.fromBufferPromise(bytes)
  for await (const entry of archive.eachEntry()) parts.push([entry.fileName, entry.crc32])
  return parts
}
