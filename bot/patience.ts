import { addressee } from '../commands/conversation.ts'
import type { ChatPort } from '../commands/message.ts'
import { type Db, transact } from '../storage/database.ts'
import { updateOutbox, waitingConversations, waitingMessages } from '../storage/outbox.ts'
import { readSetting, writeSetting } from '../storage/settings.ts'
import { notReached, unreachedMessages } from '../storage/traffic.ts'
import type { GiveUp } from './give-up.ts'
import type { Log } from './log.ts'
import { post } from './post.ts'
import { unreachedNotice } from './undelivered.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a message waits for somebody who cannot be written to: one of the roster, and a stranger. */
const patience = { known: day, stranger: hour }

/** When the duty group was last told, ISO 8601. */
const toldKey = 'unreached.toldAt'

interface Surroundings {
  db: Db
  port: ChatPort
  losses: GiveUp
  now: () => Date
  log: Log
}

/**
 * Gives up what has waited too long for a room or person whom the port does not reach. The duty group hears of all of
 * them together, once a day: before an account is set up nothing is reached.
 */
export function createPatience({ db, port, losses, now, log }: Surroundings) {
  let lookedAt = Number.NEGATIVE_INFINITY

  async function look(conversation: string, at: number): Promise<void> {
    const stranger = await losses.isStranger(conversation)
    const since = at - (stranger ? patience.stranger : patience.known)
    const rows = (await waitingMessages(db, conversation)).filter(row => Date.parse(row.notBefore) <= since)
    if (rows.length === 0) return
    const ids = rows.map(({ id }) => id)
    log.warn({ outbox: ids, conversation }, 'not reached, given up')
    await updateOutbox(db, ids, {
      state: 'failed',
      error: stranger ? notReached.stranger : notReached.untold,
    })
  }

  async function tell(at: number): Promise<void> {
    const rows = await unreachedMessages(db)
    if (rows.length === 0) return
    const last = await readSetting(db, toldKey)
    if (last !== null && Math.abs(at - Date.parse(last)) < day) return
    const notices = await losses.noticesOf(rows, unreachedNotice)
    const ids = rows.map(({ id }) => id)
    await transact(db, async tx => {
      await updateOutbox(tx, ids, { error: notReached.told })
      await writeSetting(tx, toldKey, new Date(at).toISOString())
      await post(tx, notices, '', new Date(at))
    })
  }

  return {
    /** Looks through what waits, once a minute. */
    async end(): Promise<void> {
      const at = now().getTime()
      if (port.reaches === undefined || Math.abs(at - lookedAt) < minute) return
      lookedAt = at
      for (const { conversation, notBefore } of await waitingConversations(db)) {
        if (at - Date.parse(notBefore) < hour) continue
        if (!(await port.reaches(addressee(conversation)))) await look(conversation, at)
      }
      await tell(at)
    },
  }
}
