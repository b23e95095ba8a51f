import { randomUUID } from 'node:crypto'
import type { Choice } from '../../../commands/message.ts'

/** One message as the page shows it. */
export interface Entry {
  id: string
  /** `room:` and the room's name, or `person:` and the name of who talks with the bot in private. */
  conversation: string
  from: string
  /** The bot said it. */
  bot: boolean
  /** ISO 8601, by the sandbox's clock. */
  at: string
  text: string
  mentions: string[]
  choices: Choice[]
  /** Id of the message that this one quotes. */
  quote: string | null
  /** What can be fetched from `/files/<id>`; size in bytes. */
  file: { id: string; name: string; size: number; image: boolean } | null
  /** Withdrawn 撤回: text and file are gone. */
  recalled: boolean
}

/** What an entry is made from; what is left out is empty. */
export interface NewEntry
  extends Partial<Pick<Entry, 'id' | 'bot' | 'text' | 'mentions' | 'choices' | 'quote'>> {
  conversation: string
  from: string
  at: string
  file?: { name: string; bytes: Uint8Array } | null
}

/** How many entries a conversation keeps; older ones go, with their files. */
export const entriesKept = 500

/** Everything said in the sandbox, in memory: it ends with the process. */
export const openConversations = () => {
  const conversations = new Map<string, Entry[]>()
  const files = new Map<string, { name: string; bytes: Uint8Array }>()

  const dropFile = (entry: Entry | undefined) => entry?.file && files.delete(entry.file.id)

  return {
    append({ file, ...given }: NewEntry): Entry {
      const entry: Entry = {
        id: randomUUID(),
        bot: false,
        text: '',
        mentions: [],
        choices: [],
        quote: null,
        ...given,
        file: file
          ? { id: randomUUID(), name: file.name, size: file.bytes.length, image: isImage(file.name) }
          : null,
        recalled: false,
      }
      if (file && entry.file) files.set(entry.file.id, file)
      const entries = conversations.get(entry.conversation) ?? []
      conversations.set(entry.conversation, entries)
      if (entries.push(entry) > entriesKept) dropFile(entries.shift())
      return entry
    },
    find(id: string): Entry | null {
      for (const entries of conversations.values()) {
        const entry = entries.find(entry => entry.id === id)
        if (entry) return entry
      }
      return null
    },
    recall(entry: Entry): void {
      dropFile(entry)
      Object.assign(entry, { recalled: true, text: '', file: null })
    },
    has: (conversation: string) => conversations.has(conversation),
    file: (id: string) => files.get(id) ?? null,
    all: (): Entry[] => [...conversations.values()].flat(),
  }
}

export type Conversations = ReturnType<typeof openConversations>

const types: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

/** Content type by the name's ending; SVG and HTML are left out, for they can carry scripts. */
export const contentTypeOf = (name: string): string =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** Whether the page shows the file as a picture. */
export const isImage = (name: string): boolean => contentTypeOf(name).startsWith('image/')
