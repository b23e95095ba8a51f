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
  pace?: Pace
}

export type WechatBot = Awaited<ReturnType<typeof openWechatBot>>

/** The whole bot with the sample roster, real SQLite and the real puppet, which talks to the fake server. */
export async function openWechatBot(wechat: FakeWechat, options: Options = {}) {
  const { directory = temporaryDirectory(), date = '2022-05-18', time = '09:00', pace = noPause } = options
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
    pace,
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
  /** It is as if the process died: nothing more is written down or asked for. */
  const crash = async () => {
    stopped = true
    await db.destroy()
    await port.stop().catch(() => {})
  }

  const inbox = (): Promise<InboxRow[]> =>
    db.selectFrom('inbox').selectAll().where('origin', '=', 'chat').orderBy('id').execute()

  /** Looks at the inbox again and again, until it is as it should be. */
  async function inboxWith(condition: (rows: InboxRow[]) => boolean, what: string): Promise<InboxRow[]> {
    let rows: InboxRow[] = []
    let looking: Promise<void> | null = null
    const look = async () => {
      rows = await inbox()
      looking = null
    }
    await wechat.until(() => {
      looking ??= look()
      return condition(rows)
    }, what)
    await looking
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
    crash,
    inbox,

    /** Time goes on to HH:MM or HH:MM:SS. */
    until(clockTime: string): Promise<void> {
      current = new Date(moment(date, clockTime.slice(0, 5)).getTime() + Number(clockTime.slice(6)) * 1000)
      return bot.pump()
    },

    /** A minute passes: what is looked through each minute is. */
    async minute(): Promise<void> {
      await port.look()
      await bot.pump()
    },

    /** Waits until the inbox holds as many messages as said, all handled, and all answers are out. */
    async heard(count: number): Promise<InboxRow[]> {
      await inboxWith(
        rows => rows.length >= count && rows.every(({ state }) => state !== 'new'),
        `${count} messages to be handled`,
      )
      await bot.pump()
      return inbox()
    },

    /** Waits until the inbox holds as many messages as said, handled or not. */
    kept: (count: number): Promise<InboxRow[]> =>
      inboxWith(rows => rows.length >= count, `${count} messages to be kept`),

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
