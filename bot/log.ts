import pino from 'pino'

/** One JSON object a line on stderr: stdout belongs to the doors. */
export const createLog = (level = process.env.ANWEI_LOG ?? 'info') =>
  pino({ base: null, level }, pino.destination({ dest: 2, sync: true }))

export type Log = ReturnType<typeof createLog>
