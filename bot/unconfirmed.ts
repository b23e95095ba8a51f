import { type Db, transact } from '../storage/database.ts'
import { type OutboxRow, outboxMessage, updateOutbox } from '../storage/outbox.ts'
import { messagesAbout } from '../storage/outbox-subjects.ts'
import { readSetting, writeSetting } from '../storage/settings.ts'
import type { GiveUp } from './give-up.ts'
import { post } from './post.ts'
import { undeliveredNotice } from './undelivered.ts'

const key = 'unconfirmed'
/** Between two notices, in milliseconds: while the platform answers, and while it keeps silent. */
const rests = { answering: 5 * 60_000, silent: 30 * 60_000 }
const reason = '发送时连接中断，是否发出未能确认，请核对后决定是否补发'

/** What the duty group has to be asked about. */
interface Open {
  /** Numbers of messages, oldest first. */
  ids: number[]
  /** The notice that is on its way about the first of them, by its subject. */
  notice: { subject: string; count: number } | null
}

/** Messages of which nobody knows whether they went out 未确认. People hear of those that follow one upon the other at once. */
export function createUnconfirmed(db: Db, losses: GiveUp, now: () => Date) {
  let toldAt = Number.NEGATIVE_INFINITY
  /** Whether the last notice reached them. */
  let heard = true

  const read = async (): Promise<Open> =>
    JSON.parse((await readSetting(db, key)) ?? '{"ids":[],"notice":null}')

  /** What is left when it is known what became of the notice; null while it is on its way. */
  async function leftOf({ ids, notice }: Open): Promise<number[] | null> {
    if (notice === null) return ids
    const states = (await messagesAbout(db, notice.subject)).map(({ state }) => state)
    if (states.some(state => state === 'waiting' || state === 'sending')) return null
    heard = states.some(state => state === 'sent' || state === 'merged')
    return heard ? ids.slice(notice.count) : ids
  }

  return {
    /** Never sent again by themselves. */
    async note(rows: OutboxRow[], change: Parameters<typeof updateOutbox>[2]): Promise<void> {
      const numbers = rows.map(({ id }) => id)
      const { ids, notice } = await read()
      const open: Open = { ids: [...ids, ...numbers], notice }
      await transact(db, async tx => {
        await updateOutbox(tx, numbers, { ...change, state: 'unconfirmed' })
        await writeSetting(tx, key, JSON.stringify(open))
      })
    },

    /**
     * Asks the duty group what is to be done, of all at once, and again where the notice itself was not answered. False
     * where there is nothing to ask now.
     */
    async tell(answering: boolean): Promise<boolean> {
      const open = await read()
      if (open.ids.length === 0) return false
      const ids = await leftOf(open)
      const at = now()
      const rest = answering || heard ? rests.answering : rests.silent
      if (ids === null || Math.abs(at.getTime() - toldAt) < rest) return false
      const rows: OutboxRow[] = []
      for (const id of ids) {
        const row = await outboxMessage(db, id)
        // Somebody may have had it sent again meanwhile.
        if (row?.state === 'unconfirmed') rows.push(row)
      }
      const notices = await losses.noticesOf(rows, lost => undeliveredNotice(lost, reason))
      const asked = notices.length > 0
      const subject = `${key}:${at.toISOString()}`
      const left: Open = asked ? { ids, notice: { subject, count: ids.length } } : { ids: [], notice: null }
      await transact(db, async tx => {
        await writeSetting(tx, key, JSON.stringify(left))
        const messages = notices.map(notice => ({ ...notice, subject }))
        await post(tx, messages, '', at)
      })
      if (asked) toldAt = at.getTime()
      return asked
    },
  }
}
