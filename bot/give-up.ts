import { addressee, conversation } from '../commands/conversation.ts'
import type { OutgoingMessage } from '../commands/message.ts'
import { type Db, transact } from '../storage/database.ts'
import { type OutboxRow, updateOutbox } from '../storage/outbox.ts'
import type { Log } from './log.ts'
import { post } from './post.ts'
import { isNotice, undeliveredNotice } from './undelivered.ts'

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
  async function told(about: string | null) {
    const { rooms, people } = await duty()
    const others = rooms.map(room => ({ room })).filter(to => conversation(to) !== about)
    const to: OutgoingMessage['to'][] = others.length > 0 ? others : people.map(person => ({ person }))
    return { to: to.filter(other => conversation(other) !== about), people }
  }

  async function noticesOf(rows: OutboxRow[], reason: string): Promise<OutgoingMessage[]> {
    const [first] = rows as [OutboxRow, ...OutboxRow[]]
    // A notice that fails in its turn is in the log; telling of it again would never end.
    if (rows.every(isNotice) || (await isStranger(first.conversation))) return []
    const { to, people } = await told(first.conversation)
    const notice = undeliveredNotice(rows, reason)
    return to.map(other => ({ ...notice, to: other, choicesFor: people, priority: 'letter' }))
  }

  /** Whether a conversation is with a person who is not in the roster. */
  async function isStranger(conversation: string): Promise<boolean> {
    const to = addressee(conversation)
    return 'person' in to && !(await known(to.person))
  }

  return {
    isStranger,

    /** Whom to tell of what concerns the sending as a whole. */
    told: async (): Promise<OutgoingMessage['to'][]> => (await told(null)).to,

    /** Messages will not go out by themselves any more; one notice a conversation, none of strangers. */
    async giveUp(rows: OutboxRow[], change: Parameters<typeof updateOutbox>[2], reason: string) {
      const ids = rows.map(({ id }) => id)
      log.error({ outbox: ids, reason }, 'message given up')
      const notices: OutgoingMessage[] = []
      for (const [, ofOne] of Map.groupBy(rows, row => row.conversation))
        notices.push(...(await noticesOf(ofOne, reason)))
      await transact(db, async tx => {
        await updateOutbox(tx, ids, change)
        await post(tx, notices, '', now())
      })
    },
  }
}
