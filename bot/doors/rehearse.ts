import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Delivery } from '../../commands/message.ts'
import type { Roster } from '../../reports/roster/roster.ts'
import { businessIso } from '../../reports/time.ts'
import { openDatabase, transact } from '../../storage/database.ts'
import { replaceRoster } from '../../storage/roster.ts'
import { createMemoryPort } from '../adapters/memory.ts'
import { createBot } from '../bot.ts'
import { lockFile } from '../data-directory.ts'
import type { Log } from '../log.ts'
import { advance } from '../virtual-clock.ts'
import { TranscriptFault, type TranscriptLine } from './transcript.ts'

/** A message that the bot sent, as `replay` prints it. */
export interface SentMessage {
  at: string
  room?: string
  to?: string
  text?: string
  /** Relative to the folder of results. */
  file?: string
  mentions: string[]
  choices: { label: string; command: string }[]
}

/** Acknowledgements that still gather when the conversation ends are waited for so long, in milliseconds. */
const lastBundle = 60_000

/**
 * Plays a conversation through the whole bot on a virtual clock, with a fresh database `anwei.db` in `out`. Says each
 * message as it is sent; the same conversation always gives the same ones.
 */
export async function rehearse(
  lines: AsyncIterable<TranscriptLine> | Iterable<TranscriptLine>,
  roster: Roster,
  out: string,
  log: Log,
  onSent: (message: SentMessage) => void,
  onLine: (line: TranscriptLine) => void = () => {},
): Promise<void> {
  // A fresh database replaces the one that is there: never that of a bot that works.
  if (existsSync(lockFile(out)))
    throw new TranscriptFault(`${out} 是机器人的数据目录，不能用来存放演练结果。请另选目录。`)
  mkdirSync(out, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(out, `anwei.db${suffix}`), { force: true })
  rmSync(join(out, 'files'), { recursive: true, force: true })

  let time = new Date(0)
  const clock = {
    now: () => time,
    set: (at: Date) => {
      time = at
    },
  }
  const db = await openDatabase(join(out, 'anwei.db'), time)
  const written = new Map<string, Uint8Array>()
  const port = createMemoryPort(delivery => {
    onSent(record(delivery, clock.now(), out, written))
  })
  const bot = createBot({ db, port, dataDirectory: out, now: clock.now, log })
  try {
    await transact(db, tx => replaceRoster(tx, roster))
    await port.start(bot)
    let begun = false
    for await (const line of lines) {
      if (!begun) {
        clock.set(line.at)
        await bot.prepare()
        begun = true
      }
      await advance(bot, clock, line.at)
      onLine(line)
      if (line.message === null) continue
      await port.say(line.message)
      await bot.pump()
    }
    const end = clock.now().getTime() + lastBundle
    for (
      let next = await bot.nextDelivery();
      next !== null && next.getTime() <= end;
      next = await bot.nextDelivery()
    ) {
      clock.set(next > clock.now() ? next : new Date(clock.now().getTime() + 1000))
      await bot.deliver()
    }
  } finally {
    await db.destroy()
  }
}

function record(delivery: Delivery, at: Date, out: string, written: Map<string, Uint8Array>): SentMessage {
  const { to, text, file, mentions, choices } = delivery
  return {
    at: businessIso(at),
    ...('room' in to ? { room: to.room } : { to: to.person }),
    ...(file === undefined ? { text: text ?? '' } : { file: write(file, out, written) }),
    mentions,
    choices: choices.map(({ label, command }) => ({ label, command })),
  }
}

/** Writes an attachment; another of the same name and other content gets a number. */
function write(
  file: { name: string; bytes: Uint8Array },
  out: string,
  written: Map<string, Uint8Array>,
): string {
  const safe = file.name.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_')
  for (let i = 1; ; i++) {
    const name = i === 1 ? safe : safe.replace(/(\.[^.]*)?$/, `-${i}$1`)
    const before = written.get(name)
    if (before !== undefined && Buffer.compare(before, file.bytes) !== 0) continue
    if (before === undefined) {
      writeFileSync(join(out, name), file.bytes)
      written.set(name, file.bytes)
    }
    return name
  }
}
