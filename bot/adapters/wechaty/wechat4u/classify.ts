import { codeOf } from './session-end.ts'

/** What became of a message whose sending failed: surely not sent and worth another try; perhaps sent; refused. */
export type SendOutcome = 'unreachable' | 'unknown' | 'refused'

/** A failure before anything was said in the chat, such as in the upload of a file; the cause tells why. */
export class NotSent extends Error {
  constructor(cause: unknown) {
    super(`not sent: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'NotSent'
  }
}

interface Failure {
  code?: unknown
  syscall?: unknown
  cause?: unknown
  message?: unknown
  response?: { status?: number; data?: unknown }
}

const never = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']
const loggedOut = [1100, 1101, 1102]

/** Tells what became of a message from the error with which sending it was rejected. */
export function classify(error: unknown): SendOutcome {
  if (error instanceof NotSent) return classify(error.cause) === 'refused' ? 'refused' : 'unreachable'
  const { response } = (error ?? {}) as Failure
  if (response) return classifyAnswer(response)
  return chain(error).some(wasNeverWritten) ? 'unreachable' : 'unknown'
}

function classifyAnswer({ status = 200, data }: NonNullable<Failure['response']>): SendOutcome {
  if (status >= 400) return status < 500 ? 'refused' : 'unknown'
  const code = codeOf(data)
  if (code === null || code === 0) return 'unknown'
  return loggedOut.includes(code) ? 'unreachable' : 'refused'
}

/** An error and those that caused it. */
function chain(error: unknown): Failure[] {
  const errors: Failure[] = []
  for (
    let one = error as Failure | undefined;
    one && errors.length < 5;
    one = one.cause as Failure | undefined
  )
    errors.push(one)
  return errors
}

const wasNeverWritten = ({ code, syscall, message }: Failure): boolean =>
  never.includes(String(code)) ||
  syscall === 'connect' ||
  /before secure TLS connection/.test(String(message))
