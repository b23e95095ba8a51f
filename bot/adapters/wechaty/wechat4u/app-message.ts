import type { RawMessage } from './client.ts'
import { decodeEntities, readMarkup } from './markup.ts'

/** A message that is XML: a file 文件, a quote 引用, a link and the like. */
export interface AppMessage {
  /** 6 file, 57 quote; NaN where none is told. */
  type: number
  /** Name of the file, or text of the quote. */
  title: string
  /** XML of what is quoted; null where nothing is. */
  quoted: string | null
}

/** Head of what others say in a room: who says it. */
const head = /^(@[^\s:<>@]{1,128}|[\w-]{1,64}):<br\/>/

/** Id of the speaker of a room message, as its content tells it; null where it does not. */
export const speakerOf = (message: RawMessage): string | null =>
  message.FromUserName.startsWith('@@') ? (head.exec(message.OriginalContent)?.[1] ?? null) : null

/** The content of a message as it was typed, whole; for messages that are XML, the XML. */
export const contentOf = (message: RawMessage): string =>
  readMarkup(
    speakerOf(message) === null ? message.OriginalContent : message.OriginalContent.replace(head, ''),
  )

/** Reads the XML of a message. People can write it themselves, so it is searched, in one pass, and never expanded. */
export function readAppMessage(xml: string): AppMessage | null {
  const app = innerXml(xml, 'appmsg')
  if (app === null) return null
  const quoted = innerXml(app, 'refermsg')
  const own = quoted === null ? app : app.replace(quoted, () => '')
  return { type: Number(textOf(own, 'type') || Number.NaN), title: textOf(own, 'title') ?? '', quoted }
}

/** What stands between the first opening and the last closing tag of this name; null where there is none. */
function innerXml(xml: string, name: string): string | null {
  const start = xml.search(new RegExp(`<${name}[\\s>]`))
  const begin = start < 0 ? -1 : xml.indexOf('>', start) + 1
  const end = xml.lastIndexOf(`</${name}>`)
  return begin > 0 && end >= begin ? xml.slice(begin, end) : null
}

/** Text of the first element of this name; null where there is none. */
export function textOf(xml: string, name: string): string | null {
  const open = `<${name}>`
  const start = xml.indexOf(open)
  if (start < 0) return null
  const begin = start + open.length
  if (xml.startsWith('<![CDATA[', begin)) {
    const end = xml.indexOf(']]>', begin)
    return end < 0 ? null : xml.slice(begin + 9, end)
  }
  const end = xml.indexOf(`</${name}>`, begin)
  return end < 0 ? null : decodeEntities(xml.slice(begin, end))
}
