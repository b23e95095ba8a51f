import type { Log } from './log.ts'
import { endOf, type Pause } from './pace.ts'

/** Milliseconds after the first attempt in vain, and at most. */
const shortest = 5_000
const longest = 300_000

/** While the platform cannot be reached nothing is tried for a while, each time twice as long. */
export function createBackOff(now: () => Date, log: Log) {
  let pause: Pause | undefined
  let length = shortest

  return {
    /** When the next attempt may be made: now or later, in milliseconds since 1970. */
    until: (): number => endOf(pause, now().getTime()),

    /** Whether the last attempt was in vain. */
    isOn: (): boolean => pause !== undefined,

    /** The platform was not reached, or did not answer. */
    lengthen(error: unknown): void {
      if (pause === undefined) log.warn({ err: error }, 'platform not reached, sending waits')
      const from = now().getTime()
      pause = { from, until: from + length }
      length = Math.min(length * 2, longest)
    },

    /** The platform answered. */
    end(): void {
      if (pause !== undefined) log.info('platform reached again')
      pause = undefined
      length = shortest
    },

    /** There is reason to try again at once; how long the next pause is stays. */
    cutShort(): void {
      if (pause !== undefined) pause = { ...pause, until: pause.from }
    },
  }
}
