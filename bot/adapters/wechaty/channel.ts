import { join } from 'node:path'
import type { Message, Wechaty } from 'wechaty'
import type { ChatPort } from '../../../commands/message.ts'
import type { Log } from '../../log.ts'
import { withoutCrashListeners } from './crash-listeners.ts'
import { createErrorLog } from './error-log.ts'
import { readMessage } from './incoming.ts'
import { createQrCodeDisplay } from './login.ts'
import { sendDelivery } from './outgoing.ts'

interface Options {
  log: Log
  /** Folder in which the session is kept, so that a restart needs no scan. */
  dataDirectory: string
  /** Where the code to scan is shown; by default the terminal. */
  print?: (text: string) => void
}

/** WeChat 微信 by way of wechaty. The environment variable WECHATY_PUPPET tells wechaty which puppet to use. */
export function createWechatyChannel({ log, dataDirectory, print = console.log }: Options): ChatPort {
  let wechaty: Wechaty | null = null

  return {
    buttons: false,

    /** Resolves when somebody has scanned the code, or at once where the session still holds. */
    async start({ receive }) {
      const { bot, types } = await load(join(dataDirectory, 'wechat'))
      wechaty = bot

      const showQrCode = createQrCodeDisplay(print)
      bot.on('scan', code => {
        showQrCode(code).catch(error => log.error({ err: error }, 'login code not shown'))
      })
      bot.on('logout', () => log.warn('logged out of WeChat'))
      bot.on('error', createErrorLog(log, Date.now))
      bot.on('message', (source: Message) => {
        if (wechaty === null) return
        readMessage(source, types)
          .then(message => message && receive(message))
          .catch(error => log.error({ err: error, messageId: source.id }, 'message could not be read'))
      })

      const loggedIn = new Promise<void>(resolve => {
        bot.on('login', () => {
          log.info('logged in to WeChat')
          resolve()
        })
      })
      await bot.start()
      await loggedIn
    },

    async send(delivery) {
      if (!wechaty?.isLoggedIn) throw new Error('not logged in to WeChat')
      await sendDelivery(wechaty, delivery)
    },

    /**
     * Only stops to listen. wechaty's own stop would log the account out and empty the saved session, so that every
     * restart would need a scan; the process exits without it.
     */
    async stop() {
      wechaty = null
    },
  }
}

/** wechaty and its puppet, which `init` loads; both late, as they are large. */
const load = (session: string) =>
  withoutCrashListeners(async () => {
    const { WechatyBuilder, types } = await import('wechaty')
    const bot = WechatyBuilder.build({ name: session })
    await bot.init()
    return { bot, types: types.Message }
  })
