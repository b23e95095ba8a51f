import { exitCode } from './exit-codes.ts'
import type { Log } from './log.ts'

/**
 * Ends the process in order when it is told to, by SIGINT or SIGTERM: `stop` is run, and where it takes longer than
 * `patience` milliseconds, as when the platform does not answer, the process ends without it: what was being sent is
 * then settled at the next start. An error of `stop` is a crash.
 */
export function stopOnSignal(stop: () => Promise<void>, log: Pick<Log, 'error'>, patience = 10_000): void {
  let stopping = false
  const begin = async () => {
    // npm passes on a Ctrl+C that the terminal has sent to all, so that it comes twice.
    if (stopping) return
    stopping = true
    setTimeout(() => {
      log.error('stopped before a message had gone out')
      process.exit(exitCode.cutOff)
    }, patience)
    await stop()
    process.exit(exitCode.stopped)
  }
  process.on('SIGINT', begin)
  process.on('SIGTERM', begin)
}
