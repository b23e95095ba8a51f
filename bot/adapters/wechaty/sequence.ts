/** Runs work in the order in which it is given, for each key on its own. */
export function createSequence() {
  const tails = new Map<string, Promise<void>>()
  return {
    /** Rejects as the work does; what stands behind it is done all the same. */
    run(key: string, work: () => Promise<void>): Promise<void> {
      const done = (tails.get(key) ?? Promise.resolve()).then(work)
      const tail = done
        .catch(() => {})
        .then(() => {
          if (tails.get(key) === tail) tails.delete(key)
        })
      tails.set(key, tail)
      return done
    },

    /** Resolves when nothing is left to do. */
    async drained(): Promise<void> {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
