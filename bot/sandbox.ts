import type { ChatListener } from '../commands/message.ts'
import { businessDate, moment } from '../reports/time.ts'
import { readCalendar } from '../storage/calendar.ts'
import { type Db, transact } from '../storage/database.ts'
import { readRoster, replaceRoster, rosterVersion } from '../storage/roster.ts'
import { readSetting, writeSetting } from '../storage/settings.ts'
import { createSandbox } from './adapters/sandbox/server.ts'
import { createBot } from './bot.ts'
import type { Config } from './config.ts'
import { readRosterDirectory, sampleRoster } from './doors/roster-files.ts'
import type { Log } from './log.ts'
import { playSampleDay } from './play-sample-day.ts'
import { advance } from './virtual-clock.ts'

/** When the office opens on the day to which 下一工作日 leads. */
const opening = '09:00'

interface Shared {
  db: Db
  dataDirectory: string
  log: Log
}

/** The bot in the sandbox: the sample roster, a page instead of WeChat, and a clock that can be moved on. */
export async function openSandbox(config: Config, shared: Shared) {
  const { db } = shared
  if ((await rosterVersion(db)) === 0) {
    const roster = await readRosterDirectory(sampleRoster)
    await transact(db, tx => replaceRoster(tx, roster))
  }
  const clock = await sandboxClock(db)
  const calendar = await readCalendar(db)
  const nextWorkingDay = (from: Date) => moment(calendar.nextWorkingDay(businessDate(from)), opening)
  const advanceTo = async (target: Date) => {
    await advance(bot, clock, target)
    await clock.save()
  }
  const port = createSandbox({
    port: config.port,
    host: config.host,
    allowRemote: config.allowRemote,
    roster: () => readRoster(db),
    clock: { now: clock.now, advanceTo },
    nextWorkingDay,
    playSampleDay: () => playSampleDay(port, { now: clock.now, advanceTo }, calendar),
  })
  const bot = createBot({ ...shared, port, now: clock.now })
  return {
    bot,
    now: clock.now,
    port: {
      buttons: port.buttons,
      send: port.send,
      stop: port.stop,
      async start(listener: ChatListener) {
        await port.start(listener)
        process.stdout.write(`沙盒已启动，请在浏览器打开 ${port.url}\n`)
      },
    },
  }
}

/** Real time plus what it was moved on by, which outlives a restart so that time never runs backwards. */
async function sandboxClock(db: Db) {
  const key = 'sandbox.offset'
  let offset = Number((await readSetting(db, key)) ?? 0)
  return {
    now: () => new Date(Date.now() + offset),
    set(at: Date) {
      offset = at.getTime() - Date.now()
    },
    save: () => writeSetting(db, key, String(offset)),
  }
}
