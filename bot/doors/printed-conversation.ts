import { join } from 'node:path'
import { businessIso } from '../../reports/time.ts'
import type { SentMessage } from './rehearse.ts'
import type { TranscriptLine } from './transcript.ts'

/** Marks what the bot says. */
const botMark = '▶'
const indent = '    '

/**
 * Writes a conversation for a person to read, a block a message: time, place, speaker, then the text below. `directory`
 * is where the attachments stand. A withdrawn message 撤回 is shown by what it said, a long text that goes to several
 * places whole only once.
 */
export function printed(directory: string) {
  const texts = new Map<string, string>()
  const shown = new Set<string>()
  let last: string | null = null
  /** 16:30:00; of the first on another day 2022-05-19 10:00:00. */
  const when = (iso: string) => {
    const date = iso.slice(0, 10)
    const begins = last !== null && last !== date
    last = date
    return begins ? `${date} ${time(iso)}` : time(iso)
  }
  return {
    said({ at, message }: TranscriptLine): string | null {
      if (message === null) return null
      texts.set(message.id, message.text)
      const words = message.quotedText ?? (message.quote && texts.get(message.quote))
      const quoted = words === undefined ? '' : `（引用：${firstLine(words)}）`
      const text =
        message.recall === undefined ? message.text : `（撤回：${firstLine(texts.get(message.recall))}）`
      const head = `${when(businessIso(at))} ${message.room ?? '私聊'} ${message.from}${quoted}`
      return block(head, [text, message.file && `【附件】${message.file.name}`])
    },

    sent({ at, room, to, text, file, mentions }: SentMessage): string {
      const called = mentions.length === 0 ? '' : `${mentions.map(name => `@${name}`).join(' ')} `
      return block(`${botMark} ${when(at)} ${room ?? `私聊 ${to}`} 安委日报机器人`, [
        text && called + brief(text, shown),
        file && `【附件】${join(directory, file)}`,
      ])
    },
  }
}

/** Lines from which on a text is long. */
const long = 4

/** A long text in full the first time; then its first line, and what is added at its end. */
function brief(text: string, shown: Set<string>): string {
  const lines = text.split('\n')
  for (let end = lines.length; end >= long; end--)
    if (shown.has(lines.slice(0, end).join('\n')))
      return [lines[0], '（全文同上）', ...lines.slice(end)].join('\n')
  shown.add(text)
  return text
}

/** HH:MM:SS of an ISO time in +08:00. */
const time = (iso: string) => iso.slice(11, 19)

const firstLine = (text = '') => {
  const line = text.split('\n', 1)[0]!
  return line === text ? line : `${line}…`
}

/** A head and what stands below it, indented. */
const block = (head: string, parts: (string | undefined)[]): string =>
  [
    head,
    ...parts.flatMap(part => (part ? part.split('\n').map(line => (line === '' ? '' : indent + line)) : [])),
  ].join('\n')
