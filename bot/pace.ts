import type { Pace } from '../commands/message.ts'

/** Waiting from one moment to another, in milliseconds since 1970. A clock that is set back ends it. */
export interface Pause {
  from: number
  until: number
}

/** When a pause is over; `at` itself where it is over by then. */
export const endOf = (pause: Pause | undefined, at: number): number =>
  pause === undefined || at < pause.from ? at : Math.max(at, pause.until)

/**
 * The pauses between messages that keep an account out of harm's way. They are kept in memory: a restart takes longer
 * than any of them. `random` gives numbers from 0 to below 1. Without a pace there are none.
 */
export function createPauses(pace: Pace | undefined, now: () => Date, random: () => number) {
  let overall: Pause | undefined
  const conversations = new Map<string, Pause>()

  return {
    /** When a message may go out to anyone: now or later, in milliseconds since 1970. */
    overall: (): number => endOf(overall, now().getTime()),

    /** When a conversation may get its next one, apart from all others. */
    in: (conversation: string): number => endOf(conversations.get(conversation), now().getTime()),

    /** A message has gone out, or was tried. */
    begin(conversation: string): void {
      if (pace === undefined) return
      const from = now().getTime()
      const after = (pause: number): Pause => ({ from, until: from + pause + random() * pace.jitter })
      for (const [other, pause] of conversations) if (endOf(pause, from) === from) conversations.delete(other)
      overall = after(pace.overall)
      conversations.set(conversation, after(pace.room))
    },
  }
}
