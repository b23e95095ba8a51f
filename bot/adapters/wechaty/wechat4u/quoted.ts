import { contentOf, readAppMessage, textOf } from './app-message.ts'
import type { RawMessage } from './client.ts'

/** A message that another one quotes 引用, as far as the quoting one tells of it. Whoever quotes may have made it up. */
export interface Quoted {
  /** Id of the quoted message; null where it is not told. */
  id: string | null
  /** Its text, or the name of the file that it is; empty for pictures and the like. */
  text: string
  /** Who said it, as shown in the chat. */
  name: string
}

const text = 1
const app = 49
const quote = 57

/** What a message quotes; null where it quotes nothing. */
export function quotedOf(message: RawMessage): Quoted | null {
  if (message.MsgType !== app) return null
  const read = readAppMessage(contentOf(message))
  if (read?.type !== quote || read.quoted === null) return null
  const content = textOf(read.quoted, 'content') ?? ''
  const kind = Number(textOf(read.quoted, 'type'))
  return {
    id: textOf(read.quoted, 'svrid') || null,
    text: kind === text ? content : kind === app ? (readAppMessage(content)?.title ?? '') : '',
    name: textOf(read.quoted, 'displayname') ?? '',
  }
}
