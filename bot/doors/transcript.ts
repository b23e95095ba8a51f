import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { IncomingMessage } from '../../commands/message.ts'
import { isDate } from '../../reports/time.ts'

/** A line of a recorded conversation: a moment, and what was said at it, if anything. */
export interface TranscriptLine {
  at: Date
  message: IncomingMessage | null
}

/** A line that cannot be read; the message names it by number. */
export class TranscriptFault extends Error {}

/** Reads a recorded conversation, one JSON object a line in time order; throws `TranscriptFault` at the first bad line. */
export async function* readTranscript(path: string): AsyncGenerator<TranscriptLine> {
  let number = 0
  let last: TranscriptLine | null = null
  const senders = new Map<string, Pick<IncomingMessage, 'from' | 'room'>>()
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++
    if (text.trim() === '') continue
    const line = readLine(text.replace(/^\uFEFF/, ''), number, dirname(path), senders)
    if (last !== null && line.at < last.at) throw new TranscriptFault(`第${number}行：时间早于上一行`)
    if (line.message !== null && line.message.recall === undefined) senders.set(line.message.id, line.message)
    last = line
    yield line
  }
}

function readLine(
  text: string,
  number: number,
  directory: string,
  senders: Map<string, Pick<IncomingMessage, 'from' | 'room'>>,
): TranscriptLine {
  const fault = (reason: string): never => {
    throw new TranscriptFault(`第${number}行：${reason}`)
  }
  let line: Record<string, unknown>
  try {
    line = JSON.parse(text)
  } catch {
    return fault('不是有效的 JSON')
  }
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return fault('不是 JSON 对象')
  const field = (name: string): string | undefined => {
    const value = line[name]
    if (value === undefined || value === null) return undefined
    return typeof value === 'string' ? value : fault(`“${name}”应为字符串`)
  }
  const written = field('at') ?? ''
  // Without an offset it would mean another moment on another machine.
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(written) ||
    !isDate(written.slice(0, 10))
  )
    return fault('“at”缺失或不是带时区的时间，应如 2022-05-18T14:20:00+08:00')
  const at = new Date(written)
  if (Number.isNaN(at.getTime())) return fault('“at”不是时间')

  const id = field('id') ?? `line-${number}`
  const common = { id, at: at.toISOString() }
  const recall = field('recall')
  if (recall !== undefined) {
    const recalled = senders.get(recall) ?? fault(`没有编号为“${recall}”的消息可撤回`)
    const { from, room } = recalled
    return { at, message: { ...common, id: `recall-${id}`, from, room, text: '', recall } }
  }
  const [room, from, said, path, quote, quotedText] = [
    field('room'),
    field('from'),
    field('text'),
    field('file'),
    field('quote'),
    field('quotedText'),
  ]
  if (from === undefined && room === undefined && said === undefined && path === undefined)
    return { at, message: null }
  if (from === undefined) return fault('缺少“from”')
  if (room === undefined && line.private !== true) return fault('缺少“room”；私聊请写 "private":true')
  if (said === undefined && path === undefined) return fault('缺少“text”或“file”')
  return {
    at,
    message: {
      ...common,
      from,
      room: line.private === true ? null : room!,
      text: said ?? '',
      ...(line.mention === true && { mention: true }),
      ...(quote !== undefined && { quote }),
      ...(quotedText !== undefined && { quotedText }),
      ...(path !== undefined && {
        file: { name: basename(path), size: null, read: () => readFile(resolve(directory, path)) },
      }),
    },
  }
}
