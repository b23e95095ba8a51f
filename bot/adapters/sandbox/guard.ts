import type { IncomingMessage as Request } from 'node:http'
import { isIP, isIPv4 } from 'node:net'
import { refuse } from './refusal.ts'

/** Whether only this machine can reach the address. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))

/**
 * Turns down what another web site could make a visitor's browser ask for. A page elsewhere can point its own
 * domain at 127.0.0.1 (DNS rebinding), but then the Host header carries that domain; it can post across sites, but
 * then the Origin is not ours. With `remoteHost` set, that name and plain IP addresses are accepted too: an address
 * cannot be rebound.
 */
export const checkCaller = ({ headers }: Request, remoteHost: string | null): void => {
  const name = /^(?:\[([\da-f:]+)\]|([\w.-]+))(?::\d+)?$/i.exec(headers.host ?? '')
  const host = (name?.[1] ?? name?.[2] ?? '').toLowerCase()
  const known = isLoopback(host) || (remoteHost !== null && (host === remoteHost || isIP(host) !== 0))
  if (!known) refuse(403, '请用 http://127.0.0.1 或 http://localhost 打开本页')
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`)
    refuse(403, '不接受其他网站发来的请求')
}
