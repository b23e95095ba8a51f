import { join } from 'node:path'
import { businessIso } from '../../reports/time.ts'
import type { SentMessage } from './rehearse.ts'
import type { TranscriptLine } from './transcript.ts'

/** Marks what the bot says. */
const botMark = '▶'
const indent = '    '

/**
 * Writes a conversation for a person to read, a block a message: time, place, speaker, then the text below. `directory`
 * is where the attachments stand. A withdrawn message 撤回 is shown by what it said.
 */
export function printed(directory: string) {
  const texts = new Map<string, string>()
  return {
    said({ at, message }: TranscriptLine): string | null {
      if (message === null) return null
      texts.set(message.id, message.text)
      const quoted = message.quote === undefined ? '' : `（引用：${firstLine(texts.get(message.quote))}）`
      const text =
        message.recall === undefined ? message.text : `（撤回：${firstLine(texts.get(message.recall))}）`
      const head = `${time(businessIso(at))} ${message.room ?? '私聊'} ${message.from}${quoted}`
      return block(head, [text, message.file && `【附件】${message.file.name}`])
    },

    sent({ at, room, to, text, file, mentions }: SentMessage): string {
      const called = mentions.length === 0 ? '' : `${mentions.map(name => `@${name}`).join(' ')} `
      return block(`${botMark} ${time(at)} ${room ?? `私聊 ${to}`} 安委日报机器人`, [
        text && called + text,
        file && `【附件】${join(directory, file)}`,
      ])
    },
  }
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
