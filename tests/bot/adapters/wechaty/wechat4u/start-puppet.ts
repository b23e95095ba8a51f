import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { payloads, Wechaty } from 'wechaty'
import {
  isRoom,
  type RawContact,
  type Wechat4u,
} from '../../../../../bot/adapters/wechaty/wechat4u/client.ts'
import {
  repairs,
  repairWechat4u,
  type Wechat4uLink,
} from '../../../../../bot/adapters/wechaty/wechat4u/repair.ts'

interface Options {
  /** A repair that is left out. */
  without?: keyof typeof repairs
  /** The session, to go on with. */
  folder?: string
  now?: () => Date
  delay?: (attempt: number) => number
}

/** The real puppet, repaired, and what it tells its listeners. */
export interface Started {
  puppet: Wechaty['puppet']
  link: Wechat4uLink
  folder: string
  readonly client: Wechat4u
  /** Ids of messages, in order. */
  heard: string[]
  friendships: string[]
  logins: string[]
  logouts: string[]
  codes: string[]
  errors: string[]
  gaps: { from: Date; to: Date }[]
  warnings: string[]
  message(id?: string): Promise<payloads.Message>
  texts(): Promise<string[]>
  storedSession(): string
  /** Ends as when the process dies. */
  kill(): void
}

/** Starts the real puppet against the fake server that was opened. It is gone when the test ends. */
export async function startPuppet(options: Options = {}): Promise<Started> {
  const { without, now, delay = () => 1 } = options
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'wechat4u-'))
  const { WechatyBuilder } = await import('wechaty')
  const bot = WechatyBuilder.build({ name: join(folder, 'session'), puppet: 'wechaty-puppet-wechat4u' })
  await bot.init()
  const { puppet } = bot
  const gaps: Started['gaps'] = []
  const warnings: string[] = []
  const log = { info: () => {}, warn: (_: unknown, text?: string) => void warnings.push(String(text ?? _)) }
  const link = repairWechat4u(
    puppet,
    { log, ...(now && { now }), delay, onGap: (from, to) => void gaps.push({ from, to }) },
    Object.entries(repairs).flatMap(([name, repair]) => (name === without ? [] : [repair])),
  )
  const started: Started = {
    puppet,
    link,
    folder,
    get client() {
      return (puppet as unknown as { wechat4u: Wechat4u }).wechat4u
    },
    heard: [],
    friendships: [],
    logins: [],
    logouts: [],
    codes: [],
    errors: [],
    gaps,
    warnings,
    message: (id = started.heard.at(-1)!) => puppet.messagePayload(id),
    texts: async () =>
      (await Promise.all(started.heard.map(id => puppet.messagePayload(id)))).map(({ text }) => text ?? ''),
    storedSession: () => readFileSync(join(folder, 'session.memory-card.json'), 'utf8'),
    kill() {
      if (started.client) started.client.request = () => new Promise(() => {})
    },
  }
  puppet.removeAllListeners('message')
  puppet.on('message', ({ messageId }) => void started.heard.push(messageId))
  puppet.on('friendship', ({ friendshipId }) => void started.friendships.push(friendshipId))
  puppet.on('login', ({ contactId }) => void started.logins.push(contactId))
  puppet.on('logout', ({ contactId }) => void started.logouts.push(contactId))
  puppet.on('scan', ({ qrcode, status }) => {
    if (status === 2) started.codes.push(qrcode ?? '')
  })
  puppet.removeAllListeners('error')
  puppet.on(
    'error',
    error => void started.errors.push((JSON.parse((error as { gerror: string }).gerror) as Error).message),
  )
  onTestFinished(async () => {
    started.kill()
    // What is being written must not be written into a folder that is gone.
    await link.saveSession().catch(() => {})
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  await puppet.start()
  return started
}

/** Rooms that the puppet knows, by topic. */
export const topicsOf = async ({ puppet }: Started): Promise<string[]> =>
  Promise.all((await puppet.roomList()).map(async id => (await puppet.roomPayload(id)).topic))

/** People that the puppet takes for contacts. */
export const peopleOf = ({ client }: Started): RawContact[] =>
  Object.values(client.contacts).filter(({ UserName }) => !isRoom(UserName))
