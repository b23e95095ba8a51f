import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/** Which fake server a client belongs to: it says so in a cookie that it was given when it asked for its code. */
export const serverCookie = 'webwx_fake'

const wechatHost = /(^|\.)(qq\.com|wechat\.com)$/
const loopback = /^(127\.[\d.]+|::1|localhost)$/

/** Ports of the fake servers that are open, by number. */
const ports = new Map<number, number>()
let last = 0
/** Port of a server that takes connections and never answers; it is there once the detour is. */
let silent: Promise<number> | undefined
let silentPort = 0

/**
 * Leads requests for WeChat's hosts to the server on this port of 127.0.0.1. From the first call on, this process
 * connects to nothing but loopback: not to other hosts either, nor after the fake server was closed. A client that
 * outlived its server is left without an answer, so that it does not log in to the next one.
 */
export async function openDetour(port: number): Promise<{ number: number; close(): void }> {
  silent ??= install()
  silentPort = await silent
  const number = ++last
  ports.set(number, port)
  return { number, close: () => void ports.delete(number) }
}

type Options = http.RequestOptions & https.RequestOptions & { headers?: Record<string, unknown> }
type Callback = (response: http.IncomingMessage) => void

async function install(): Promise<number> {
  // axios would look for a proxy before it asks node.
  process.env.NO_PROXY = '*'

  const secureRequest = https.request as (...args: unknown[]) => http.ClientRequest
  const request = (...args: unknown[]): http.ClientRequest => {
    const { options, callback } = readArguments(args)
    const host = String(options.hostname ?? options.host ?? '')
    return wechatHost.test(host) ? requestFake(host, options, callback) : secureRequest(...args)
  }
  const get = (...args: unknown[]) => {
    const started = request(...args)
    started.end()
    return started
  }
  Object.assign(https, { request, get })
  syncBuiltinESMExports()

  const connect = net.Socket.prototype.connect as (...args: unknown[]) => net.Socket
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const target = readTarget(args)
    if (target === null || loopback.test(target)) return connect.apply(this, args)
    process.nextTick(() => this.destroy(new Error(`no connection to ${target} from tests`)))
    return this
  } as typeof net.Socket.prototype.connect

  const server = net.createServer(socket => socket.on('error', () => {}).unref())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.unref().address() as net.AddressInfo).port
}

/** node takes (options, callback), (url, callback) and (url, options, callback). */
function readArguments(args: unknown[]): { options: Options; callback?: Callback } {
  const callback = args.find(one => typeof one === 'function') as Callback | undefined
  const parts = args
    .filter(one => one !== undefined && one !== null && typeof one !== 'function')
    .map(one => (typeof one === 'string' || one instanceof URL ? fromUrl(new URL(one)) : one))
  return { options: Object.assign({}, ...parts), callback }
}

const fromUrl = ({ hostname, pathname, search }: URL): Options => ({ hostname, path: pathname + search })

function requestFake(host: string, options: Options, callback?: Callback): http.ClientRequest {
  const { agent: _agent, protocol: _protocol, hostname: _hostname, host: _host, ...rest } = options
  const port = portOf(options) ?? silentPort
  const path = `/${host}${options.path ?? '/'}`
  return http.request(
    { ...rest, hostname: '127.0.0.1', port, path, defaultPort: port, agent: false },
    callback,
  )
}

/** The port of the client's own server, of the latest for a client that has none; undefined where it is closed. */
function portOf({ headers = {} }: Options): number | undefined {
  const cookie = Object.entries(headers).find(([name]) => name.toLowerCase() === 'cookie')?.[1]
  const own = new RegExp(`${serverCookie}=(\\d+)`).exec(String(cookie))?.[1]
  return own === undefined ? [...ports.values()].at(-1) : ports.get(Number(own))
}

/** Host that a socket is to be connected to; null for a path. */
function readTarget([first, second]: unknown[]): string | null {
  const options = Array.isArray(first) ? first[0] : first
  if (typeof options === 'object' && options !== null) {
    const { path, host } = options as { path?: string; host?: string }
    return path ? null : (host ?? 'localhost')
  }
  return typeof options === 'string' ? null : typeof second === 'string' ? second : 'localhost'
}
