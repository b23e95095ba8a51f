import { exitCode } from './exit-codes.ts'
import type { Log } from './log.ts'

/**
 * Lets an error that nobody caught end the process, logged as fatal, whatever the libraries would rather do: in a state
 * that nobody knows, figures may go out wrong, while a fresh start takes up what is in the database. WeChat is not
 * logged out, so that no scan is needed. `log` is asked when it happens.
 */
export function exitOnCrash(log: () => Pick<Log, 'fatal'>): void {
  const exit = (error: unknown, origin: string) => {
    try {
      log().fatal({ err: error }, origin)
    } finally {
      // Also where the log itself fails.
      process.exit(exitCode.crashed)
    }
  }
  process.on('uncaughtException', error => exit(error, 'uncaught exception'))
  process.on('unhandledRejection', reason => exit(reason, 'unhandled rejection'))
}
