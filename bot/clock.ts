import { type Db, transact } from '../storage/database.ts'
import { keepMessage } from '../storage/inbox.ts'
import { dueWakeups, removeWakeup } from '../storage/wakeups.ts'

/** The clock's name as a sender; no chat message can carry its origin. */
const clockName = '系统'

/**
 * Turns what is due into messages of the clock: each leaves the table and enters the inbox in one transaction, so that
 * it happens once whatever stops in between.
 */
export async function ring(db: Db, now: Date): Promise<void> {
  const due = await dueWakeups(db, now)
  if (due.length === 0) return
  await transact(db, async tx => {
    for (const { id, command, attempts } of due) {
      await keepMessage(tx, {
        messageId: `wakeup:${id}:${attempts}`,
        at: now.toISOString(),
        receivedAt: now.toISOString(),
        room: null,
        sender: clockName,
        origin: 'system',
        text: command,
        mention: 0,
        state: 'new',
      })
      await removeWakeup(tx, id)
    }
  })
}
