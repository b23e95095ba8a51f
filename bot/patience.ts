import { addressee } from '../commands/conversation.ts'
import type { ChatPort } from '../commands/message.ts'
import type { Db } from '../storage/database.ts'
import { waitingConversations, waitingMessages } from '../storage/outbox.ts'
import type { GiveUp } from './give-up.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a message waits for somebody who cannot be written to: one of the roster, and a stranger. */
const patience = { known: day, stranger: hour }

/**
 * Gives up what has waited too long for a room or person whom the port does not reach. The duty group hears of each
 * conversation once a day, however many messages follow.
 */
export function createPatience(db: Db, port: ChatPort, { giveUp, isStranger }: GiveUp, now: () => Date) {
  let lookedAt = Number.NEGATIVE_INFINITY
  const told = new Map<string, number>()

  async function look(conversation: string, at: number): Promise<void> {
    const stranger = await isStranger(conversation)
    if (!stranger && at - (told.get(conversation) ?? Number.NEGATIVE_INFINITY) < day) return
    const since = at - (stranger ? patience.stranger : patience.known)
    const rows = (await waitingMessages(db, conversation)).filter(row => Date.parse(row.notBefore) <= since)
    if (rows.length === 0) return
    if (!stranger) told.set(conversation, at)
    await giveUp(rows, { state: 'failed', error: 'not reached' }, '超过24小时无法送达，已停止发送')
  }

  return {
    /** Looks through what waits, once a minute. */
    async end(): Promise<void> {
      const at = now().getTime()
      if (port.reaches === undefined || Math.abs(at - lookedAt) < minute) return
      lookedAt = at
      for (const [conversation, since] of told) if (Math.abs(at - since) >= day) told.delete(conversation)
      for (const { conversation, notBefore } of await waitingConversations(db)) {
        if (at - Date.parse(notBefore) < hour) continue
        if (!(await port.reaches(addressee(conversation)))) await look(conversation, at)
      }
    },
  }
}
