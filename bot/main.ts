/** npm start: puts the bot together and runs it until it is told to stop. */
import cron from 'node-cron'
import type { ChatPort } from '../commands/message.ts'
import { DatabaseUnusable, openDatabase } from '../storage/database.ts'
import { rosterVersion } from '../storage/roster.ts'
import { type Bot, createBot } from './bot.ts'
import { type Config, readConfig } from './config.ts'
import { exitOnCrash } from './crash.ts'
import { claimDataDirectory, databaseFile, freeDisk } from './data-directory.ts'
import { exitCode } from './exit-codes.ts'
import { createLog } from './log.ts'
import { openSandbox } from './sandbox.ts'
import { stopOnSignal } from './stop.ts'
import { UnusableSettings } from './unusable-settings.ts'

/** Tells what stops a start, before there are settings. */
let log = createLog()
exitOnCrash(() => log)
// Reports, letters and the WeChat session are nobody's but the bot's, whichever library writes them.
process.umask(0o077)

try {
  const config = readConfig()
  // `.env` may set the level.
  log = createLog()
  await run(config)
} catch (error) {
  if (error instanceof UnusableSettings || error instanceof DatabaseUnusable)
    process.stderr.write(`${error.message}\n`)
  else log.fatal({ err: error }, 'start failed')
  // What has a cause lies outside, such as a full disk, and may pass.
  const lasting = error instanceof UnusableSettings && error.cause === undefined
  process.exit(lasting ? exitCode.unusableSettings : exitCode.notStarted)
}

async function run(config: Config): Promise<void> {
  const release = claimDataDirectory(config.dataDirectory)
  const db = await openDatabase(databaseFile(config.dataDirectory), new Date())
  const shared = { db, dataDirectory: config.dataDirectory, log }

  let bot: Bot
  let port: ChatPort
  let now = () => new Date()
  if (config.chat === 'sandbox') {
    const sandbox = await openSandbox(config, shared)
    ;({ bot, port, now } = sandbox)
  } else {
    if ((await rosterVersion(db)) === 0)
      throw new UnusableSettings(
        '尚未导入名册。请先运行“npm run roster -- import 名册目录或.xlsx文件”，再启动。',
      )
    const { createWechatyChannel } = await import('./adapters/wechaty/channel.ts')
    const { createQrCodeDisplay } = await import('./adapters/wechaty/login.ts')
    const { puppet, pace, qrFile } = config.wechat
    const showCode = createQrCodeDisplay(console.log, qrFile)
    port = createWechatyChannel({ ...shared, now, puppet, pace, showCode })
    bot = createBot({ ...shared, port, now, freeDisk: () => freeDisk(config.dataDirectory) })
  }

  // Delivery waits for nothing that has not been prepared: the first round stands before the first message comes.
  await bot.prepare()
  stopOnSignal(async () => {
    await port.stop()
    await bot.pump()
    await db.destroy()
    release()
  }, log)
  await port.start(bot)
  keepTime(bot, now)
}

/** A run each minute, and one when a message that waits a little may go out. */
function keepTime(bot: Bot, now: () => Date): void {
  let timer: NodeJS.Timeout | undefined
  const plan = async () => {
    // What keeps the bot from looking has stopped its run as well, and is in the log.
    const next = await bot.nextDue().catch(() => null)
    clearTimeout(timer)
    const wait = (next?.getTime() ?? Number.POSITIVE_INFINITY) - now().getTime()
    // What is due and was not done does not get done by trying at once.
    if (wait < 60_000) timer = setTimeout(bot.pump, wait > 0 ? Math.max(wait, 50) : 1000)
  }
  bot.onRest(plan)
  cron.schedule('* * * * *', bot.pump)
  void bot.pump()
}
