/** npm start: puts the bot together and runs it until it is told to stop. */
import cron from 'node-cron'
import type { ChatPort } from '../commands/message.ts'
import { DatabaseUnusable, openDatabase } from '../storage/database.ts'
import { rosterVersion } from '../storage/roster.ts'
import { type Bot, createBot } from './bot.ts'
import { type Config, readConfig } from './config.ts'
import { claimDataDirectory, databaseFile } from './data-directory.ts'
import { createLog } from './log.ts'
import { openSandbox } from './sandbox.ts'
import { UnusableSettings } from './unusable-settings.ts'

/** Tells what stops a start, before there are settings. */
let log = createLog()

try {
  const config = readConfig()
  // `.env` may set the level.
  log = createLog()
  await run(config)
} catch (error) {
  if (error instanceof UnusableSettings || error instanceof DatabaseUnusable)
    process.stderr.write(`${error.message}\n`)
  else log.fatal({ err: error }, 'start failed')
  process.exit(1)
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
    port = createWechatyChannel(shared)
    bot = createBot({ ...shared, port, now })
  }

  // Delivery waits for nothing that has not been prepared: the first round stands before the first message comes.
  await bot.prepare()
  await port.start(bot)
  keepTime(bot, now)

  const stop = async () => {
    await port.stop()
    await bot.pump()
    await db.destroy()
    release()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** One tick a minute, and one when a message that waits a little may go out. */
function keepTime(bot: Bot, now: () => Date): void {
  let timer: NodeJS.Timeout | undefined
  const tick = async () => {
    await bot.pump()
    const next = await bot.nextDue()
    clearTimeout(timer)
    const wait = (next?.getTime() ?? Number.POSITIVE_INFINITY) - now().getTime()
    if (wait < 60_000) timer = setTimeout(tick, Math.max(wait, 1000))
  }
  cron.schedule('* * * * *', tick)
  void tick()
}
