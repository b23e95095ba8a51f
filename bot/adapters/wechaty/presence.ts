import type { ChatListener } from '../../../commands/message.ts'
import type { Db } from '../../../storage/database.ts'
import { readSetting, writeSetting } from '../../../storage/settings.ts'
import type { Log } from '../../log.ts'

/** When the account was last known to receive, ISO 8601. */
const receivingKey = 'wechat.receivingAt'

export type Presence = ReturnType<typeof createPresence>

/**
 * When the account was there 在线. What was sent while it was not never arrives, so each such time is told. The last
 * moment is written down once a minute: a crash makes a gap longer by that at most, never shorter.
 */
export function createPresence(db: Db, now: () => Date, log: Pick<Log, 'warn'>) {
  let last: Date | null = null
  let written = ''

  const tellGap = (listener: ChatListener, from: Date, to: Date) =>
    from < to ? listener.tell(`/离线 ${from.toISOString()} ${to.toISOString()}`) : undefined

  return {
    /** Reads when it was last there, also before a restart; null where it never was. */
    async load(): Promise<Date | null> {
      const stored = await readSetting(db, receivingKey)
      if (stored !== null) last = new Date(stored)
      if (last !== null && last > now()) {
        // The clock was ahead. Since when the account has been away cannot be known; what follows must be.
        log.warn({ from: last, to: now() }, 'clock moved backwards')
        last = now()
      }
      return last
    },

    /** It was there at a time. */
    note(at: Date | null): void {
      if (at !== null && (last === null || at > last)) last = at
    },

    /** Writes it down where it has moved on. */
    async save(): Promise<void> {
      const at = last?.toISOString() ?? ''
      if (at === written) return
      await writeSetting(db, receivingKey, at)
      written = at
    },

    /** It was away for a while though logged in: the groups are to be told. */
    async missed(listener: ChatListener, from: Date, to: Date): Promise<void> {
      await tellGap(listener, from, to)
      this.note(to)
      await this.save()
    },

    /** It is there again after a log-in; true where it has been there before at all. */
    async returned(listener: ChatListener): Promise<boolean> {
      const before = last
      if (before !== null) await tellGap(listener, before, now())
      this.note(now())
      await this.save()
      return before !== null
    },
  }
}
