import pino from 'pino'

/** How much is logged 日志级别, from most to least; the setting ANWEI_LOG. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/**
 * One JSON object a line on stderr: stdout belongs to the doors. Written before the call returns, so that a crash is
 * told too. A level that there is not counts as `info`.
 */
export function createLog(level = process.env.ANWEI_LOG ?? '') {
  const destination = pino.destination({ dest: 2, sync: true })
  // A full disk under the log must not end the bot, which waits until there is room.
  destination.on('error', () => {})
  return pino(
    { base: null, level: logLevels.includes(level) ? level : 'info', serializers: { err: tellError } },
    destination,
  )
}

export type Log = ReturnType<typeof createLog>

/** What of an error is logged: errors of HTTP clients carry the whole request, with the cookies of the session. */
function tellError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const { type, message, stack } = pino.stdSerializers.err(error)
  const { code } = error as { code?: unknown }
  return {
    type,
    message,
    ...(code !== undefined && { code: String(code) }),
    ...(error instanceof AggregateError && { errors: error.errors.map(tellError) }),
    stack,
  }
}
