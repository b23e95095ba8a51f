import { request } from 'node:http'
import { afterEach, beforeEach } from 'vitest'
import type { stateOf } from '../../../../bot/adapters/sandbox/api.ts'
import {
  createSandbox,
  type SandboxOptions,
  type SandboxPort,
} from '../../../../bot/adapters/sandbox/server.ts'
import type { IncomingMessage } from '../../../../commands/message.ts'
import { sampleRoster } from './sample.ts'

export let sandbox: SandboxPort
/** What the bot got. */
export let received: IncomingMessage[]
let now: Date

export const options: SandboxOptions = {
  port: 0,
  roster: async () => sampleRoster,
  clock: {
    now: () => now,
    advanceTo: async target => {
      now = target
    },
  },
  nextWorkingDay: () => new Date('2022-05-19T09:00:00+08:00'),
}

/** Opens a sandbox before each test, at 14:20 on 2022-05-18, and closes it after. */
export const aroundEachTest = () => {
  beforeEach(async () => {
    now = new Date('2022-05-18T14:20:00+08:00')
    received = []
    await open()
  })
  afterEach(() => sandbox.stop())
}

export const reopen = async (given: Partial<SandboxOptions>) => {
  await sandbox.stop()
  await open(given)
}

const open = async (given: Partial<SandboxOptions> = {}) => {
  sandbox = createSandbox({ ...options, ...given })
  await sandbox.start({
    receive: async message => {
      received.push(message)
    },
    tell: async () => {},
    pump: async () => {},
  })
}

export const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(sandbox.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as { id?: string; error?: string } }
}

export const state = async () =>
  (await (await fetch(`${sandbox.url}/api/state`)).json()) as Awaited<ReturnType<typeof stateOf>>

/** Fetches the attachment of each message, in their order. */
export const fetchFiles = async () =>
  Promise.all((await state()).entries.map(({ file }) => fetch(`${sandbox.url}/files/${file?.id}`)))

/** A request as it stands on the wire: fetch would tidy the path and the Host header. */
export const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(sandbox.url)
    request({ hostname, port, path, headers }, answer => {
      let body = ''
      answer.on('data', chunk => {
        body += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })

/** The page's live updates, one event a call. */
export const listen = async () => {
  const answer = await fetch(`${sandbox.url}/api/events`)
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return async () => {
    for (;;) {
      const found = /event: (.*)\ndata: (.*)\n\n/.exec(text)
      if (found) {
        text = text.slice(found.index + found[0].length)
        return { name: found[1], data: JSON.parse(found[2]!) }
      }
      text += (await reader.read()).value ?? ''
    }
  }
}
