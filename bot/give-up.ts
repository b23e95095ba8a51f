import { addressee, conversation } from '../commands/conversation.ts'
import type { OutgoingMessage } from '../commands/message.ts'
import { type Db, transact } from '../storage/database.ts'
import { type OutboxRow, updateOutbox } from '../storage/outbox.ts'
import type { Log } from './log.ts'
import { post } from './post.ts'
import { isNotice, type Notice, undeliveredNotice } from './undelivered.ts'

export interface GiveUpOptions {
  db: Db
  /** Rooms of the duty group, and who may answer there. */
  duty: () => Promise<{ rooms: string[]; people: string[] }>
  /** Whether a person stands in the roster. */
  known: (person: string) => Promise<boolean>
  now: () => Date
  log: Log
}

export type GiveUp = ReturnType<typeof createGiveUp>

/** Notes what did not go out, and tells the duty group, who can have it sent again. */
export function createGiveUp({ db, duty, known, now, log }: GiveUpOptions) {
  /** The duty group; where that itself is what cannot be written to, its officers. */
  async function told(about: string) {
    const { rooms, people } = await duty()
    const others = rooms.map(room => ({ room })).filter(to => conversation(to) !== about)
    const to: OutgoingMessage['to'][] = others.length > 0 ? others : people.map(person => ({ person }))
    return { to: to.filter(other => conversation(other) !== about), people }
  }

  /** Whether a conversation is with a person who is not in the roster. */
  async function isStranger(conversation: string): Promise<boolean> {
    const to = addressee(conversation)
    return 'person' in to && !(await known(to.person))
  }

  /** What is heard of lost messages; of those that were for the duty group itself apart. Nothing of strangers. */
  async function noticesOf(rows: OutboxRow[], word: (rows: OutboxRow[]) => Notice) {
    const own = new Set((await told('')).to.map(conversation))
    const groups = new Map<string, OutboxRow[]>()
    for (const row of rows) {
      // A notice that fails in its turn is in the log; telling of it again would never end.
      if (isNotice(row) || (await isStranger(row.conversation))) continue
      const about = own.has(row.conversation) ? row.conversation : ''
      groups.set(about, [...(groups.get(about) ?? []), row])
    }
    const notices: OutgoingMessage[] = []
    for (const [about, ofOne] of groups) {
      const { to, people } = await told(about)
      for (const other of to)
        notices.push({ ...word(ofOne), to: other, choicesFor: people, priority: 'letter' })
    }
    return notices
  }

  return {
    isStranger,
    noticesOf,

    /** Whom to tell of what concerns the sending as a whole. */
    told: async (): Promise<OutgoingMessage['to'][]> => (await told('')).to,

    /** Messages will not go out by themselves any more; one notice for all. */
    async giveUp(rows: OutboxRow[], change: Parameters<typeof updateOutbox>[2], reason: string) {
      const ids = rows.map(({ id }) => id)
      log.error({ outbox: ids, reason }, 'message given up')
      const notices = await noticesOf(rows, lost => undeliveredNotice(lost, reason))
      await transact(db, async tx => {
        await updateOutbox(tx, ids, change)
        await post(tx, notices, '', now())
      })
    },
  }
}
