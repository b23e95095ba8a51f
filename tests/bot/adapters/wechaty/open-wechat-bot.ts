import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createWechatyChannel } from '../../../../bot/adapters/wechaty/channel.ts'
import { createQrCodeDisplay } from '../../../../bot/adapters/wechaty/login.ts'
import { createBot } from '../../../../bot/bot.ts'
import { readRosterDirectory, sampleRoster } from '../../../../bot/doors/roster-files.ts'
import { createLog } from '../../../../bot/log.ts'
import type { Pace } from '../../../../commands/message.ts'
import { moment } from '../../../../reports/time.ts'
import { bindPerson, bindRoom } from '../../../../storage/bindings.ts'
import { openDatabase, transact } from '../../../../storage/database.ts'
import type { InboxRow } from '../../../../storage/inbox.ts'
import { replaceRoster, rosterVersion } from '../../../../storage/roster.ts'
import { temporaryDirectory } from '../../../conversation.ts'
import type { FakePerson, FakeRoom, FakeWechat } from '../../../web-wechat/fake-wechat.ts'

/** As fast as it goes: pauses have tests of their own. */
const noPause: Pace = { overall: 0, room: 0, jitter: 0, daily: 1_000_000 }

interface Options {
  /** Folder of a bot that was here before. */
  directory?: string
  date?: string
  time?: string
}

export type WechatBot = Awaited<ReturnType<typeof openWechatBot>>

/** The whole bot with the sample roster, real SQLite and the real puppet, which talks to the fake server. */
export async function openWechatBot(wechat: FakeWechat, options: Options = {}) {
  const { directory = temporaryDirectory(), date = '2022-05-18', time = '09:00' } = options
  let current = moment(date, time)
  const now = () => current
  const log = createLog('silent')
  const db = await openDatabase(join(directory, 'anwei.db'), current)
  if ((await rosterVersion(db)) === 0)
    await transact(db, async tx => replaceRoster(tx, await readRosterDirectory(sampleRoster)))
  const port = createWechatyChannel({
    db,
    dataDirectory: directory,
    log,
    now,
    puppet: 'wechaty-puppet-wechat4u',
    pace: noPause,
    showCode: createQrCodeDisplay(() => {}),
  })
  const bot = createBot({ db, port, dataDirectory: directory, now, log })
  await bot.prepare()
  await port.start(bot)
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    await port.stop()
    await bot.pump()
    await db.destroy()
  }
  onTestFinished(stop)

  let rows: InboxRow[] = []
  const inbox = async (): Promise<InboxRow[]> => {
    rows = await db.selectFrom('inbox').selectAll().where('origin', '=', 'chat').orderBy('id').execute()
    return rows
  }

  return {
    directory,
    db,
    bot,
    port,
    now,
    /** Ends the process as a restart does. */
    stop,
    inbox,

    /** Time goes on to HH:MM. */
    until(clockTime: string): Promise<void> {
      current = moment(date, clockTime)
      return bot.pump()
    },

    /** A minute passes: what is looked through each minute is. */
    async minute(): Promise<void> {
      await port.look()
      await bot.pump()
    },

    /** Waits until the inbox holds as many messages as said, all handled, and all answers are out. */
    async heard(count: number): Promise<InboxRow[]> {
      let busy = false
      const look = async () => {
        if (busy) return
        busy = true
        await inbox()
        busy = false
      }
      await wechat.until(() => {
        void look()
        return rows.length >= count && rows.every(({ state }) => state !== 'new')
      }, `${count} messages in the inbox`)
      await bot.pump()
      return inbox()
    },

    /** Waits until the account is logged in and everything is known of it. */
    async online(): Promise<void> {
      await wechat.until(() => port.isOnline(), 'the account to be there')
      await wechat.idle()
      await bot.pump()
    },
  }
}

/** A person of the roster, already bound, as a friend of the account. */
export async function addBound(bot: Pick<WechatBot, 'db' | 'now'>, wechat: FakeWechat, person: string) {
  const remark = `${person.slice(0, 10)}#1`
  await transact(bot.db, tx =>
    bindPerson(tx, { person, remark, boundAt: bot.now().toISOString(), issuedBy: '主机' }),
  )
  return wechat.addFriend(`${person}的微信`, { remark })
}

/** A room of the roster, already bound to a group. */
export const bindTo = (bot: Pick<WechatBot, 'db' | 'now'>, room: string, group: FakeRoom): Promise<void> =>
  transact(bot.db, tx =>
    bindRoom(tx, { room, topic: group.topic, place: group.id, boundAt: bot.now(), boundBy: '管理员' }),
  )

export type { FakePerson, FakeRoom }
