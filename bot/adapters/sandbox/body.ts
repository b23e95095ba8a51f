import type { IncomingMessage as Request } from 'node:http'
import { Refusal, refuse } from './refusal.ts'

/** The most that one request may carry, in bytes: an attachment in base64 and a little around it. */
export const bodyLimit = 25 * 1024 * 1024

const tooLarge = () => new Refusal(413, '内容过大，单个附件请控制在 18 MB 以内')

/**
 * Reads a JSON object from a request. Only `application/json` is read: a foreign page cannot send that without asking
 * first. Throws a Refusal in Chinese for anything else, for broken JSON, and past {@link bodyLimit}.
 */
export const readJson = async (request: Request): Promise<Record<string, unknown>> => {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) refuse(415, '请求须为 JSON 格式')
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) throw tooLarge()
  const body = parse(await readAll(request))
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : refuse(400, '请求须为 JSON 对象')
}

// Listeners, not `for await`: leaving that loop would destroy the socket before the refusal is sent.
const readAll = (request: Request): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bodyLimit) return chunks.push(chunk)
      chunks.length = 0
      reject(tooLarge())
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })

const parse = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return refuse(400, '请求不是有效的 JSON')
  }
}
