/** How far the present login has come. */
export interface Progress {
  /** When the server last answered a question for news well, in this login. */
  readonly syncedAt: Date | null
  /** The account has logged in. */
  begin(): void
  /** News was asked for and the server answered well. */
  synced(): void
  /** Contact was lost: what was said since the latest good answer may never arrive. */
  lost(): void
  /** The address book 通讯录 of this login is complete. */
  settle(): void
  /** Whether the address book of this login is complete. */
  readonly isSettled: boolean
  /** Resolves when the address book of this login, or else of the next one, is complete. */
  settled(): Promise<void>
  /** The login is over. */
  end(): void
}

/** `onGap` is called as soon as news comes again after contact was lost. */
export function createProgress(now: () => Date, onGap: (from: Date, to: Date) => void): Progress {
  let syncedAt: Date | null = null
  let beganAt: Date | null = null
  let lostAt: Date | null = null
  let settling = Promise.withResolvers<void>()
  let isSettled = false
  return {
    get syncedAt() {
      return syncedAt
    },
    begin() {
      beganAt = now()
    },
    synced() {
      const from = lostAt
      lostAt = null
      syncedAt = now()
      if (from) onGap(from, syncedAt)
    },
    lost() {
      lostAt ??= syncedAt ?? beganAt
    },
    settle() {
      isSettled = true
      settling.resolve()
    },
    get isSettled() {
      return isSettled
    },
    settled: () => settling.promise,
    end() {
      beganAt = null
      syncedAt = null
      lostAt = null
      if (isSettled) settling = Promise.withResolvers()
      isSettled = false
    },
  }
}
