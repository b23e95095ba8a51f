import type { Log } from '../../log.ts'

const minute = 60_000

/**
 * Logs errors of the platform, each once a minute with how often it came in the minute before: without a network the
 * puppet fails hundreds of times a second, which would fill the disk. `now` tells milliseconds.
 */
export function createErrorLog(log: Pick<Log, 'error'>, now: () => number) {
  let before = new Map<string, number>()
  let seen = new Map<string, number>()
  let until = 0
  return (error: Error): void => {
    if (now() >= until) {
      before = seen
      seen = new Map()
      until = now() + minute
    }
    const times = (seen.get(error.message) ?? 0) + 1
    seen.set(error.message, times)
    if (times > 1) return
    const repeated = before.get(error.message)
    log.error({ err: error, ...(repeated && { lastMinute: repeated }) }, 'WeChat error')
  }
}
