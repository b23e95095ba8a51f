import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Activity } from './activity.ts'

/** A request of the client's. */
export interface FakeRequest {
  /** Last part of the path, such as `webwxsync`. */
  readonly endpoint: string
  readonly query: URLSearchParams
  /** The body where it is JSON, else an empty object. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the client says
  readonly json: any
  readonly bytes: Buffer
  readonly headers: http.IncomingHttpHeaders
  cookie(name: string): string | undefined
  /** Aborted when the client is no longer there. */
  readonly gone: AbortSignal
}

/** What is answered: a text, bytes, more than that, or null to destroy the connection without an answer. */
export type Answer =
  | string
  | Buffer
  | { status?: number; headers?: http.OutgoingHttpHeaders; body: string | Buffer }
  | null

/** An entry of the request log: the JSON that was sent, or else the query, of each request. */
export interface LoggedRequest {
  endpoint: string
  at: Date
  query: Record<string, string>
  // biome-ignore lint/suspicious/noExplicitAny: whatever the client says
  json: any
}

/** The server on 127.0.0.1: takes requests to `/HOST/…/ENDPOINT`, notes each and answers it. */
export class Server {
  readonly log: LoggedRequest[] = []
  readonly counts = new Map<string, number>()
  cut = false
  readonly #server: http.Server

  constructor(answer: (request: FakeRequest) => Answer | Promise<Answer>, activity: Activity) {
    this.#server = http.createServer(async (incoming, response) => {
      try {
        const request = await readRequest(incoming, response)
        this.#note(request)
        write(response, await answer(request))
      } catch (error) {
        if (!incoming.destroyed) response.writeHead(500).end(String(error))
      }
      activity.note()
    })
    this.#server.on('connection', socket => this.cut && socket.destroy())
  }

  async listen(): Promise<number> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    return (this.#server.address() as AddressInfo).port
  }

  /** Destroys all connections. */
  disconnect(): void {
    this.#server.closeAllConnections()
  }

  async close(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve())
      this.disconnect()
    })
  }

  #note({ endpoint, query, json }: FakeRequest): void {
    this.counts.set(endpoint, (this.counts.get(endpoint) ?? 0) + 1)
    this.log.push({ endpoint, at: new Date(), query: Object.fromEntries(query), json })
  }
}

async function readRequest(
  incoming: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<FakeRequest> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part)
  const bytes = Buffer.concat(parts)
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const leave = new AbortController()
  response.on('close', () => leave.abort())
  const cookies = incoming.headers.cookie ?? ''
  return {
    endpoint: url.pathname.split('/').at(-1) ?? '',
    query: url.searchParams,
    json: bytes[0] === 0x7b ? JSON.parse(bytes.toString()) : {},
    bytes,
    headers: incoming.headers,
    cookie: name => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(cookies)?.[1],
    gone: leave.signal,
  }
}

function write(response: http.ServerResponse, answer: Answer): void {
  if (answer === null) {
    response.destroy()
  } else if (typeof answer === 'string' || Buffer.isBuffer(answer)) {
    response.end(answer)
  } else {
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body)
  }
}
