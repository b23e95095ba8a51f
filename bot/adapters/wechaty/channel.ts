import {
  type ChatPort,
  type Delivery,
  OutcomeUnknown,
  type Pace,
  Unreachable,
} from '../../../commands/message.ts'
import type { Db } from '../../../storage/database.ts'
import type { Log } from '../../log.ts'
import { type Connection, createConnection } from './connection.ts'
import { createErrorLog } from './error-log.ts'
import { loadPuppet } from './load-puppet.ts'
import type { QrCodeDisplay } from './login.ts'
import { classify } from './wechat4u/classify.ts'

export interface WechatyOptions {
  db: Db
  /** Folder in which the session is kept, so that a restart needs no scan. */
  dataDirectory: string
  log: Log
  now: () => Date
  /** Name of the puppet's npm package. */
  puppet: string
  pace: Pace
  /** Shows the code to scan. */
  showCode: QrCodeDisplay
}

export interface WechatyChannel extends ChatPort {
  /** Whether the account is logged in and everything is known of it. */
  isOnline(): boolean
  /** Looks through what has changed, and writes it down; happens each minute. */
  look(): Promise<void>
}

/** Once a minute what has changed is looked through and written down. */
const minute = 60_000

/** WeChat 微信 by way of wechaty. */
export function createWechatyChannel(options: WechatyOptions): WechatyChannel {
  const { db, log, now, dataDirectory, pace, showCode } = options
  let connection: Connection | null = null
  let timer: NodeJS.Timeout | undefined
  return {
    buttons: false,
    pace,

    /** Resolves when the account is being waited for; what is sent waits until it is there. */
    async start(listener) {
      const { wechaty, puppet, link, types } = await loadPuppet({
        name: options.puppet,
        dataDirectory,
        log,
        now,
        onGap: (from, to) => {
          connection?.missed(from, to).catch(error => log.error({ err: error }, 'gap not noted'))
        },
      })
      connection = createConnection({ db, log, now, puppet, types, link, listener })
      // The code is of no use to anyone once it has been scanned.
      puppet.on('login', () => {
        showCode.done().catch(error => log.warn({ err: error }, 'login code not removed'))
      })
      wechaty.on('error', createErrorLog(log, Date.now))
      puppet.on('scan', ({ qrcode }) => {
        showCode(qrcode ?? '').catch(error => log.error({ err: error }, 'login code not shown'))
      })
      timer = setInterval(() => {
        this.look().catch(error => log.error({ err: error }, 'WeChat not looked through'))
      }, minute)
      await wechaty.start()
    },

    isOnline: () => connection?.isOnline() ?? false,
    look: async () => connection?.look(),

    reaches: async to => (connection?.isOnline() ? connection.sender.reaches(to) : false),

    async send(delivery: Delivery) {
      if (!connection?.isOnline()) throw new Unreachable('not logged in to WeChat')
      try {
        await connection.sender.send(delivery)
      } catch (error) {
        const kind = classify(error)
        if (kind === 'unreachable') throw new Unreachable('WeChat not reached', { cause: error })
        if (kind === 'unknown') throw new OutcomeUnknown('WeChat did not answer', { cause: error })
        throw error
      }
    },

    /**
     * Only stops to listen. wechaty's own stop would log the account out and empty the saved session, so that every
     * restart would need a scan; the process exits without it.
     */
    async stop() {
      clearInterval(timer)
      await connection?.close()
      connection = null
    },
  }
}
