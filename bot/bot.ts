import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { settleBindings } from '../commands/channel/settle-bindings.ts'
import { currentCommentaryRound } from '../commands/commentary/current-commentary-round.ts'
import { conversation } from '../commands/conversation.ts'
import { openRoundAfter } from '../commands/current-round.ts'
import { planAudit } from '../commands/escalation/audit-chains.ts'
import { createHandler } from '../commands/handle.ts'
import { planMorningDigest } from '../commands/hazards/digest/morning-digest.ts'
import { commands } from '../commands/index.ts'
import type { ChatPort, IncomingMessage } from '../commands/message.ts'
import { businessDate } from '../reports/time.ts'
import { readCalendar } from '../storage/calendar.ts'
import { type Db, isStorageFull, transact } from '../storage/database.ts'
import { keepMessage } from '../storage/inbox.ts'
import { collectingRound } from '../storage/rounds.ts'
import { nextWakeupAt } from '../storage/wakeups.ts'
import { createAttachments } from './attachments.ts'
import { ring, systemMessage } from './clock.ts'
import { createDelivery } from './delivery.ts'
import { createDispatcher } from './dispatcher.ts'
import { createDocuments } from './documents.ts'
import { createFileStore } from './file-store.ts'
import { createInbox } from './inbox.ts'
import type { Log } from './log.ts'
import { post } from './post.ts'
import { createSeldom } from './seldom.ts'

export interface BotOptions {
  db: Db
  port: ChatPort
  /** Folder of the files that arrive. */
  dataDirectory: string
  now: () => Date
  log: Log
  /** Free space where the data is kept, in bytes. */
  freeDisk?: () => Promise<number>
}

export type Bot = ReturnType<typeof createBot>

/** The bot without its surroundings: inbox, dispatch, outbox, delivery, around one channel and one clock. */
export function createBot({ db, port, dataDirectory, now, log, freeDisk }: BotOptions) {
  const files = createFileStore(join(dataDirectory, 'files'))
  const keep = createInbox(db, files, now)
  const handle = createHandler(commands, freeDisk)
  const dispatcher = createDispatcher(db, handle, now, log, createAttachments(files, log))
  const duty = async () => {
    const directory = await dispatcher.directory()
    return { rooms: directory.roomsFor('duty'), people: directory.peopleAs('dutyOfficer', 'administrator') }
  }
  const known = async (person: string) => (await dispatcher.directory()).person(person) !== null
  const settle = () =>
    transact(db, async tx => {
      const messages = await settleBindings(tx, await dispatcher.directory(tx), now())
      await post(tx, messages, '', now())
      return messages.length > 0
    })
  const render = createDocuments(db, files)
  const delivery = createDelivery({ db, port, render, settleBindings: settle, duty, known, now, log })

  /** Works off all that is due: the clock, the inbox, the outbox. One run at a time. */
  let running: Promise<void> | null = null
  let again = false
  let lastRun = 0
  let rest = () => {}
  function pump(): Promise<void> {
    again = running !== null
    running ??= work()
    return running
  }
  async function work(): Promise<void> {
    do {
      again = false
      try {
        watchClock()
        // What arrived before the clock struck belongs before it, also after a stop.
        await dispatcher.drain()
        await ring(db, now())
        await dispatcher.drain()
        await delivery.deliver()
      } catch (error) {
        log.error({ err: error }, isStorageFull(error) ? 'storage full, will try again' : 'run failed')
        await cryOut(error)
      }
    } while (again)
    // In the same turn as the last look at `again`: a call between the two would be lost.
    running = null
    rest()
  }

  /** A clock that jumps backwards repeats nothing, as what was due is gone from its table; people should know. */
  function watchClock(): void {
    const at = now().getTime()
    if (at < lastRun - 60_000)
      log.warn({ from: new Date(lastRun), to: new Date(at) }, 'clock moved backwards')
    lastRun = at
  }

  /** What is said past the outbox, as nothing can be written, is said in a conversation every half hour at most. */
  const maySay = createSeldom(30 * 60_000, now)

  async function cryOut(error: unknown): Promise<void> {
    if (!isStorageFull(error) || !maySay('duty')) return
    const { rooms } = await duty().catch(() => ({ rooms: [] }))
    for (const room of rooms) await say({ room }, '【存储已满】消息暂不能保存和处理，请立即清理磁盘。')
  }

  const say = (to: { room: string } | { person: string }, text: string) =>
    port.send({ to, text, mentions: [], choices: [] }).catch(error => {
      log.error({ err: error }, 'notice not sent')
    })

  /** Takes a message in; what it resolves on is committed. A message that cannot be kept is refused aloud. */
  async function receive(message: IncomingMessage): Promise<void> {
    try {
      if (await keep(message)) void pump()
      else log.info({ messageId: message.id }, 'message was here before')
    } catch (error) {
      log.error({ err: error, messageId: message.id }, 'message could not be kept')
      const to = message.room === null ? { person: message.from } : { room: message.room }
      const directory = await dispatcher.directory().catch(() => null)
      const quiet = message.room !== null && !directory?.room(message.room)?.roles.includes('reporting')
      if (!quiet && maySay(conversation(to)))
        await say(to, '系统存储异常，刚才这条消息未能保存，请稍后重新发送。')
      await cryOut(error)
    }
  }

  /** Keeps a command of the channel's own, such as that it has been away. */
  async function tell(command: string): Promise<void> {
    await keepMessage(db, systemMessage(`channel:${randomUUID()}`, command, now()))
    // A channel that speaks is there again.
    delivery.tryAgain()
    void pump()
  }

  return {
    receive,
    tell,
    pump,

    /** Sends what is due, and nothing else: at the end of a rehearsal the clock must not strike. */
    deliver: () => delivery.deliver(),
    nextDelivery: () => delivery.next(),

    /** Has something called after each run, such as looking when the next is due. */
    onRest(listener: () => void): void {
      rest = listener
    },

    /** When something will be due next: a wake-up or a message that waits. */
    async nextDue(): Promise<Date | null> {
      const times = [await nextWakeupAt(db), await delivery.next()].filter(time => time !== null)
      return times.length === 0 ? null : new Date(Math.min(...times.map(time => time.getTime())))
    },

    /** Opens the first rounds, and settles what a stop left behind. Call before messages come. */
    async prepare(): Promise<void> {
      await dispatcher.drain()
      await delivery.recover()
      await transact(db, async tx => {
        const calendar = await readCalendar(tx)
        if ((await collectingRound(tx)) === null) await openRoundAfter(tx, calendar, now(), now())
        await currentCommentaryRound(tx, calendar, now())
        await planMorningDigest(tx, calendar, now())
        await planAudit(tx, now())
        const warning = calendar.warning(businessDate(now()))
        if (warning === null) return
        log.warn(warning)
        const directory = await dispatcher.directory(tx)
        await post(
          tx,
          directory.roomsFor('duty').map(room => ({ to: { room }, text: warning })),
          '',
          now(),
        )
      })
    },
  }
}
