// Tests may stop the clock; waiting goes on.
const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis

/** Where everything that happens at the fake server is announced, for those who wait for it. */
export class Activity {
  readonly #waiting = new Set<() => void>()

  note(): void {
    for (const look of [...this.#waiting]) look()
  }

  /**
   * Resolves as soon as the condition holds: it is looked at again after all that happens at the server, and every few
   * milliseconds, for what happens elsewhere. Rejects after ten seconds, saying what was awaited.
   */
  until(condition: () => boolean, what = String(condition)): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        this.#waiting.delete(look)
        clearInterval(often)
        clearTimeout(limit)
      }
      const look = () => {
        try {
          if (!condition()) return
          end()
          resolve()
        } catch (error) {
          end()
          reject(error)
        }
      }
      const often = setInterval(look, 5)
      const limit = setTimeout(() => {
        end()
        reject(new Error(`still waiting after 10 s for: ${what}`))
      }, 10_000)
      this.#waiting.add(look)
      look()
    })
  }
}
