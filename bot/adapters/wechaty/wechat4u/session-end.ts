/** What errors of the library's carry where the server answered. */
interface Failure {
  message?: string
  response?: { status?: number; data?: unknown }
}

const elsewhere = 1101

/** With these webwxinit refuses a session that is over, of whatever cause. */
const over = [1100, elsewhere, 1102]

/** Whether the server says that the account was logged out. `asked` is what it was asked for. */
export function endsSession(error: unknown, asked: 'news' | 'init'): boolean {
  const { message, response } = (error ?? {}) as Failure
  if (message === 'already logout') return true
  const code = codeOf(response?.data)
  return code !== null && (asked === 'news' ? code === elsewhere : over.includes(code))
}

/** Whether the code to scan is not valid any longer. */
export const isCodeExpired = (error: unknown): boolean => {
  const data = (error as Failure | null)?.response?.data
  return typeof data === 'string' && /window\.code\s*=\s*400/.test(data)
}

/** Whether the server was reached and said what does not suit. */
export const isAnswered = (error: unknown): boolean => (error as Failure | null)?.response !== undefined

/** The code of an answer, in the JSON of most endpoints or the script of synccheck; null where there is none. */
export function codeOf(data: unknown): number | null {
  if (typeof data === 'string') {
    const told = /retcode\s*:\s*"(-?\d{1,6})"/.exec(data)?.[1]
    return told === undefined ? null : Number(told)
  }
  const told = (data as { BaseResponse?: { Ret?: unknown } } | null | undefined)?.BaseResponse?.Ret
  return typeof told === 'number' ? told : null
}
