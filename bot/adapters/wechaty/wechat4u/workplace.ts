import type { Log } from '../../../log.ts'
import type { Wechat4u } from './client.ts'
import type { Progress } from './progress.ts'
import type { Wechat4uPuppet } from './puppet.ts'

/** What repairs work on and share. */
export interface Workplace {
  puppet: Wechat4uPuppet
  log: Pick<Log, 'info' | 'warn'>
  now(): Date
  /** The client of the puppet. Throws before the puppet was started. */
  client(): Wechat4u
  progress: Progress
  /** Tells those who listen to the puppet of an error. */
  report(error: unknown): void
  /** Waits before the next attempt; the longer, the more attempts there were. */
  pause(attempt: number): Promise<void>
  /**
   * Asks the server for a room or a person and puts what it answers among the contacts. Resolves, and never rejects,
   * when that is done or after three seconds; asks for the same no more than once in 30 s.
   */
  lookUp(id: string): Promise<void>
  saveSession(): Promise<void>
  deleteSession(): Promise<void>
}

/** One fault of the puppet or its library, mended; works without the others. */
export interface Repair {
  /** Done once, to the puppet. */
  puppet?(workplace: Workplace): void
  /** Done to each client that the puppet makes, before it starts. */
  client?(client: Wechat4u, workplace: Workplace): void
}
