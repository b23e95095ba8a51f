import { isStorageFull } from '../storage/database.ts'
import type { Log } from './log.ts'

/**
 * What became of messages that were sent, until it has been written down: storage may be full or held by another
 * program at just that moment, and what is known must not be forgotten.
 */
export function createOutcomes(log: Log) {
  let unwritten: (() => Promise<void>)[] = []

  /** Throws where storage still cannot be written. */
  async function writeDown(): Promise<void> {
    while (unwritten.length > 0) {
      try {
        await unwritten[0]!()
      } catch (error) {
        if (mayPass(error)) throw error
        // It would be in the way of all others for ever; at the next start people are asked.
        log.error({ err: error }, 'outcome of sending not noted')
      }
      unwritten = unwritten.slice(1)
    }
  }

  return {
    writeDown,
    add(write: () => Promise<void>): Promise<void> {
      unwritten.push(write)
      return writeDown()
    },
  }
}

const mayPass = (error: unknown): boolean =>
  isStorageFull(error) || /^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown } | null)?.code))
