import type { ServerResponse } from 'node:http'

/** The open event streams (server-sent events) of all pages that are looking. */
export const openEventStreams = () => {
  const streams = new Set<ServerResponse>()
  const write = (stream: ServerResponse, name: string, data: unknown) =>
    stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  return {
    /** Adds a page; the first event is everything, so that a page that reconnects has missed nothing. */
    add(stream: ServerResponse, state: unknown): void {
      stream.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      stream.write('retry: 1000\n\n')
      write(stream, 'state', state)
      streams.add(stream)
      stream.on('close', () => streams.delete(stream))
    },
    send(name: 'entry' | 'recall' | 'clock', data: unknown): void {
      for (const stream of streams) write(stream, name, data)
    },
    close(): void {
      for (const stream of streams) stream.end()
    },
  }
}
