import type { IncomingMessage as Request, RequestListener, ServerResponse } from 'node:http'
import { requests, type Sandbox, stateOf } from './api.ts'
import { readJson } from './body.ts'
import { contentTypeOf, isImage } from './conversations.ts'
import type { openEventStreams } from './events.ts'
import { checkCaller } from './guard.ts'
import { readPage } from './page.ts'
import { Refusal, refuse } from './refusal.ts'

const always = {
  'Content-Security-Policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/**
 * Answers the page's requests: its own files, `/api/state`, `/api/events`, attachments under `/files/`, and what is in
 * {@link requests}. Every error is JSON, `{"error":"…"}` in Chinese.
 */
export const answerWith = (
  sandbox: Sandbox,
  streams: ReturnType<typeof openEventStreams>,
  remoteHost: string | null,
): RequestListener => {
  const page = readPage()

  const get = async (path: string, response: ServerResponse): Promise<void> => {
    const file = page.get(path)
    if (file) return end(response, 200, file.type, file.bytes)
    if (path === '/api/state') return json(response, 200, await stateOf(sandbox))
    if (path === '/api/events') return listen(response)
    if (path.startsWith('/files/')) return attachment(path.slice('/files/'.length), response)
    refuse(404, '没有这个页面')
  }

  const listen = async (response: ServerResponse) => {
    const state = await stateOf(sandbox)
    // What was said while the roster was being read must not be missed: entries and clock are taken at this instant.
    streams.add(response, { ...state, entries: sandbox.conversations.all(), clock: sandbox.clock() })
  }

  const attachment = (id: string, response: ServerResponse) => {
    const file = sandbox.conversations.file(id) ?? refuse(404, '附件已不在，可能已撤回或过旧')
    const shown = isImage(file.name) ? 'inline' : 'attachment'
    response.setHeader('Content-Disposition', `${shown}; filename*=UTF-8''${encodeName(file.name)}`)
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
    end(response, 200, contentTypeOf(file.name), file.bytes)
  }

  const answer = async (request: Request, response: ServerResponse) => {
    checkCaller(request, remoteHost)
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (request.method === 'GET') return get(path, response)
    if (request.method !== 'POST') return refuse(405, '不支持这种请求')
    const act = Object.hasOwn(requests, path) ? requests[path] : undefined
    if (!act) return refuse(404, '没有这个功能')
    json(response, 200, await act(sandbox, await readJson(request)))
  }

  return (request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
    answer(request, response).catch(error => {
      if (response.headersSent) return response.destroy()
      const known = error instanceof Refusal
      const reason = error instanceof Error ? error.message : String(error)
      json(response, known ? error.status : 500, { error: known ? reason : `沙盒内部出错：${reason}` })
    })
  }
}

const json = (response: ServerResponse, status: number, value: unknown) =>
  end(response, status, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(value)))

const end = (response: ServerResponse, status: number, type: string, bytes: Uint8Array) => {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length })
  response.end(bytes)
}

const encodeName = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
