import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { Message, Wechaty } from 'wechaty'
import type { RawMessage } from './messages.ts'

/** A bot on the real puppet, with nothing in between. */
export interface Client {
  bot: Wechaty
  /** The session, to be given to the next client. */
  folder: string
  /** Messages that it heard, in order. */
  heard: Message[]
  /** Errors that it told of, in order. */
  errors: Error[]
  /** How often it logged in. */
  readonly logins: number
  /** A message as the puppet keeps it. */
  raw(id: string): Promise<RawMessage & { OriginalContent: string }>
}

/** Starts a bot with a session folder, a new one by default. It is gone when the test ends. */
export async function startClient(folder = mkdtempSync(join(tmpdir(), 'web-wechat-'))): Promise<Client> {
  const { WechatyBuilder } = await import('wechaty')
  const bot = WechatyBuilder.build({ name: join(folder, 'session'), puppet: 'wechaty-puppet-wechat4u' })
  const heard: Message[] = []
  let logins = 0
  const errors: Error[] = []
  bot.on('error', error => void errors.push(error))
  bot.on('message', message => void heard.push(message))
  bot.on('login', () => void logins++)
  onTestFinished(() => {
    killClient({ bot })
    // The client may be writing its session at this moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  })
  await bot.start()
  return {
    bot,
    folder,
    heard,
    errors,
    get logins() {
      return logins
    },
    // biome-ignore lint/suspicious/noExplicitAny: the puppet keeps raw messages to itself
    raw: id => (bot.puppet as any).messageRawPayload(id),
  }
}

/** Ends a bot as when its process dies: it never asks the server for anything again, and logs nobody out. */
export function killClient({ bot }: Pick<Client, 'bot'>): void {
  // biome-ignore lint/suspicious/noExplicitAny: the puppet keeps its client to itself
  const puppet = bot.puppet as any
  if (puppet.wechat4u) puppet.wechat4u.request = () => new Promise(() => {})
}

// As it is before a test stops the clock.
const { setInterval, clearInterval } = globalThis

/**
 * Lets the delays that the client sets meanwhile pass at once: of 2 and 4 s after a failed synccheck, of 5 s before a
 * restart. Those that are still running at the end never end.
 */
export async function hurry<T>(act: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const hurrying = setInterval(() => vi.advanceTimersByTime(1000), 5)
  try {
    return await act()
  } finally {
    clearInterval(hurrying)
    vi.useRealTimers()
  }
}
