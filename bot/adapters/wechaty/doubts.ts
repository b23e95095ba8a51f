import type { ChatListener } from '../../../commands/message.ts'
import type { Rooms } from './rooms.ts'

/** Groups that are not in the address book show up with their first message; so long they are waited for, in milliseconds. */
const patience = 10 * 60_000

/** Looks for the rooms that are not known yet, and has the administrators asked, once for each doubt. */
export function createDoubts(rooms: Rooms, listener: ChatListener, now: () => Date) {
  const asked = new Set<string>()
  return {
    /** A new login: nothing is known any more. */
    forget: (): void => asked.clear(),

    async look(loggedInAt: Date): Promise<void> {
      const late = now().getTime() - loggedInAt.getTime() >= patience
      const doubts = await rooms.reconcile()
      for (const room of asked) if (!doubts.has(room)) asked.delete(room)
      for (const [room, doubt] of doubts) {
        if (asked.has(room) || (doubt === 'missing' && !late)) continue
        asked.add(room)
        await listener.tell(`/待认群 ${doubt} ${room}`)
      }
    },
  }
}
