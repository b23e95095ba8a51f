import { type Db, transact } from '../storage/database.ts'
import { keepMessage } from '../storage/inbox.ts'
import { dueWakeups, removeWakeup } from '../storage/wakeups.ts'

/** What the bot or its channel has to say itself, as it enters the inbox; no chat message can carry its origin. */
export const systemMessage = (messageId: string, text: string, now: Date) => ({
  messageId,
  at: now.toISOString(),
  receivedAt: now.toISOString(),
  room: null,
  sender: '系统',
  origin: 'system' as const,
  text,
  mention: 0,
  state: 'new' as const,
})

/**
 * Turns what is due into messages of the clock: each leaves the table and enters the inbox in one transaction, so that
 * it happens once whatever stops in between.
 */
export async function ring(db: Db, now: Date): Promise<void> {
  const due = await dueWakeups(db, now)
  if (due.length === 0) return
  await transact(db, async tx => {
    for (const { id, command, attempts } of due) {
      await keepMessage(tx, systemMessage(`wakeup:${id}:${attempts}`, command, now))
      await removeWakeup(tx, id)
    }
  })
}
