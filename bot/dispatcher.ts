import { identify } from '../commands/channel/identity.ts'
import type { Attachment } from '../commands/command.ts'
import { takesTables } from '../commands/conversation.ts'
import { createDirectory, type Directory } from '../commands/directory.ts'
import { type createHandler, Refusal, type Surroundings } from '../commands/handle.ts'
import type { OutgoingMessage } from '../commands/message.ts'
import { isCommand } from '../commands/route.ts'
import { personBindings } from '../storage/bindings.ts'
import { readCalendar } from '../storage/calendar.ts'
import { type Db, isStorageFull, type Tx, transact } from '../storage/database.ts'
import { type InboxRow, markFailed, markHandled, unhandledMessages } from '../storage/inbox.ts'
import { readRoster, rosterVersion } from '../storage/roster.ts'
import { behindSavepoint } from '../storage/savepoint.ts'
import { scheduleWakeup } from '../storage/wakeups.ts'
import type { Log } from './log.ts'
import { post } from './post.ts'

/** Messages handled in one transaction: a burst of so many keeps others waiting for less than a tenth of a second. */
const batchSize = 128

/** What the clock ordered and failed is tried again after so many minutes. */
const retryMinutes = [1, 5, 15, 60]

/**
 * Handles the inbox: batches of messages in one transaction each, every message behind a savepoint. What changed, what
 * is to be sent and that the message is handled become true together.
 */
export function createDispatcher(
  db: Db,
  handle: ReturnType<typeof createHandler>,
  now: () => Date,
  log: Log,
  readAttachment: (message: InboxRow) => Promise<Attachment | null> = async () => null,
) {
  let known: { version: number; directory: Directory } | null = null

  /** Reads the roster again when it was imported anew, by whatever process. */
  async function directoryOf(tx: Db): Promise<Directory> {
    const version = await rosterVersion(tx)
    if (known?.version !== version) {
      const bound = new Set((await personBindings(tx)).map(({ person }) => person))
      known = { version, directory: createDirectory(await readRoster(tx), bound) }
    }
    return known.directory
  }

  async function dispatch(received: InboxRow, surroundings: Omit<Surroundings, 'now'>): Promise<void> {
    const { db: tx, directory } = surroundings
    const at = now()
    const message = identify(received, directory)
    try {
      await behindSavepoint(tx, async () => {
        const answers = await handle(message, { ...surroundings, now: at })
        await post(tx, answers, message.sender, at)
      })
    } catch (error) {
      // Nothing is wrong with the message: it stays in the inbox until there is room.
      if (isStorageFull(error)) throw error
      if (error instanceof Refusal)
        await post(tx, error.answer === null ? [] : [error.answer], message.sender, at)
      else await fail(tx, message, directory, at, error)
    }
  }

  /** Tables attached to messages of the groups that may post one; elsewhere a file is nobody's. */
  async function readAttachments(batch: InboxRow[]): Promise<Map<number, Attachment | null>> {
    const read = new Map<number, Attachment | null>()
    for (const message of batch) {
      if (message.file === null || message.room === null) continue
      const room = (await directoryOf(db)).room(message.room)
      if (takesTables(room)) read.set(message.id, await readAttachment(message))
    }
    return read
  }

  async function fail(tx: Tx, message: InboxRow, directory: Directory, at: Date, error: unknown) {
    log.error({ err: error, messageId: message.messageId }, 'message failed')
    await markFailed(tx, message.id, at, String(error))
    await post(tx, apologies(message, directory), message.sender, at)
    await tryAgain(tx, message, at)
  }

  return {
    /** The roster with its look-ups as it stands. */
    directory: (from: Db = db) => directoryOf(from),

    /** Handles all that is waiting; rejects where nothing can be stored, and leaves the rest for later. */
    async drain(): Promise<void> {
      for (;;) {
        const batch = await unhandledMessages(db, batchSize)
        if (batch.length === 0) return
        const attachments = await readAttachments(batch)
        await transact(db, async tx => {
          // One statement for all; those that fail are marked as such, and all become true together.
          await markHandled(
            tx,
            batch.map(({ id }) => id),
            now(),
          )
          const surroundings = { db: tx, directory: await directoryOf(tx), calendar: await readCalendar(tx) }
          for (const message of batch) {
            await dispatch(message, { ...surroundings, attachment: attachments.get(message.id) ?? null })
            // Who was bound by it counts as such for what follows.
            if (isCommand(message.text)) surroundings.directory = await directoryOf(tx)
          }
        })
      }
    },
  }
}

/** The sender hears that the message is safe, the duty group that somebody must look. */
function apologies(message: InboxRow, directory: Directory): OutgoingMessage[] {
  const duty = directory.roomsFor('duty').map(room => ({
    to: { room },
    text: `【处理异常】${message.origin === 'system' ? '定时任务' : `“${message.sender}”的消息`}未能处理，原文已留存（${message.messageId}），请查看日志。`,
    bundle: true,
  }))
  const room = message.room === null ? null : directory.room(message.room)
  const silent = message.origin === 'system' || (message.room !== null && !room?.roles.includes('reporting'))
  if (silent) return duty
  const to = message.room === null ? { person: message.sender } : { room: message.room }
  return [
    { to, text: '有一条消息暂未处理成功，原文已留存并已转值班员，请勿重复发送。', bundle: true },
    ...duty,
  ]
}

/** The clock's own commands must happen: they come back later, a few times. */
async function tryAgain(tx: Tx, message: InboxRow, now: Date): Promise<void> {
  const attempt = Number(/^wakeup:\d+:(\d+)$/.exec(message.messageId)?.[1] ?? Number.NaN)
  const minutes = message.origin === 'system' ? retryMinutes[attempt] : undefined
  if (minutes !== undefined)
    await scheduleWakeup(tx, new Date(now.getTime() + minutes * 60_000), message.text, attempt + 1)
}
