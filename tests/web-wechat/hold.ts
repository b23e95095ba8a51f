// Tests may stop the clock; the server goes on.
const { setTimeout, clearTimeout } = globalThis

/** As long as the server holds a request for which there is no news. */
const longest = 25_000

/** Waits for one of the signals, 25 s at most. */
export const hold = (...signals: AbortSignal[]): Promise<void> =>
  new Promise(resolve => {
    const limit = setTimeout(resolve, longest)
    limit.unref()
    const end = () => {
      clearTimeout(limit)
      resolve()
    }
    for (const signal of signals) {
      if (signal.aborted) end()
      else signal.addEventListener('abort', end, { once: true })
    }
  })
