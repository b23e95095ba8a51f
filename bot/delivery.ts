import { addressee, conversation } from '../commands/conversation.ts'
import type { ChatPort, Delivery, OutgoingFile, OutgoingMessage } from '../commands/message.ts'
import { type Db, transact } from '../storage/database.ts'
import type { NumberedChoice } from '../storage/offers.ts'
import { interruptedMessages, type OutboxRow, updateOutbox, waitingMessages } from '../storage/outbox.ts'
import type { Log } from './log.ts'
import { post } from './post.ts'

/** A message that could not be sent is tried again after so many seconds; then it has failed, and people are told. */
const retrySeconds = [5, 30, 120, 600, 1800]

interface Options {
  db: Db
  port: ChatPort
  render: (file: OutgoingFile) => Promise<Uint8Array>
  /** Rooms of the duty group, and who may answer there. */
  duty: () => Promise<{ rooms: string[]; people: string[] }>
  now: () => Date
  log: Log
}

/** Characters of acknowledgements in one message. */
const bundleLimit = 1800

/**
 * Sends what stands in the outbox: in order within a conversation, one at a time, retried with growing pauses. A row
 * is marked before it is sent: what was under way when the bot stopped is never sent again without a person's word.
 */
export function createDelivery({ db, port, render, duty, now, log }: Options) {
  /** Sends everything that is due. */
  async function deliver(): Promise<void> {
    const blocked = new Set<string>()
    const done = new Set<number>()
    const rows = await waitingMessages(db)
    for (const row of rows) {
      if (done.has(row.id) || blocked.has(row.conversation)) continue
      if (new Date(row.notBefore) > now()) {
        blocked.add(row.conversation)
        continue
      }
      const bundle = row.bundle === 1 ? bundleFrom(row, rows, now()) : [row]
      for (const { id } of bundle) done.add(id)
      if (!(await send(bundle))) blocked.add(row.conversation)
    }
  }

  async function send(bundle: OutboxRow[]): Promise<boolean> {
    const ids = bundle.map(row => row.id)
    await updateOutbox(db, ids, { state: 'sending' })
    try {
      await port.send(await assemble(bundle))
    } catch (error) {
      await giveWay(bundle, error)
      return false
    }
    const sentAt = now().toISOString()
    await transact(db, async tx => {
      await updateOutbox(tx, ids.slice(0, 1), { state: 'sent', sentAt })
      if (ids.length > 1) await updateOutbox(tx, ids.slice(1), { state: 'merged', sentAt })
    })
    return true
  }

  async function assemble(bundle: OutboxRow[]): Promise<Delivery> {
    const [first] = bundle as [OutboxRow, ...OutboxRow[]]
    const choices = JSON.parse(first.choices) as NumberedChoice[]
    const common = {
      to: addressee(first.conversation),
      mentions: [...new Set(bundle.flatMap(row => JSON.parse(row.mentions) as string[]))],
      choices,
      ...(first.remark !== null && { remark: first.remark }),
    }
    if (first.file !== null) {
      const file = JSON.parse(first.file) as OutgoingFile
      return { ...common, file: { name: file.name, bytes: await render(file) } }
    }
    const text = bundle.map(row => row.text).join('\n')
    return { ...common, text: port.buttons ? text : text + printed(choices) }
  }

  async function giveWay(bundle: OutboxRow[], error: unknown): Promise<void> {
    const [first] = bundle as [OutboxRow, ...OutboxRow[]]
    const seconds = retrySeconds[first.attempts]
    const change = { attempts: first.attempts + 1, error: String(error) }
    const ids = bundle.map(row => row.id)
    log.warn({ err: error, outbox: ids, conversation: first.conversation }, 'message not sent')
    if (seconds === undefined) {
      await giveUp(bundle, { ...change, state: 'failed' }, '多次发送未成功')
    } else {
      const notBefore = new Date(now().getTime() + seconds * 1000).toISOString()
      await updateOutbox(db, ids, { ...change, state: 'waiting', notBefore })
    }
  }

  /** Notes that messages did not go out and tells the duty group, with the choice to send them again. */
  async function giveUp(
    rows: OutboxRow[],
    change: Parameters<typeof updateOutbox>[2],
    reason: string,
  ): Promise<void> {
    const { rooms, people } = await duty()
    const notices = rows.flatMap(row => {
      const to = addressee(row.conversation)
      const name = 'room' in to ? to.room : to.person
      const others = rooms.filter(room => room !== name).map((room): OutgoingMessage['to'] => ({ room }))
      // Where the duty group itself cannot be reached, its officers can.
      const told = others.length > 0 ? others : people.map((person): OutgoingMessage['to'] => ({ person }))
      const what = row.text === null ? '文件' : `“${row.text.slice(0, 30)}${row.text.length > 30 ? '…' : ''}”`
      return told
        .filter(other => conversation(other) !== row.conversation)
        .map(
          (other): OutgoingMessage => ({
            to: other,
            text: `【发送异常】发往“${name}”的消息${row.id}（${what}）${reason}。`,
            choices: [{ label: '补发', command: `/补发 ${row.id}` }],
            choicesFor: people,
          }),
        )
    })
    const ids = rows.map(row => row.id)
    log.error({ outbox: ids, reason }, 'message given up')
    await transact(db, async tx => {
      await updateOutbox(tx, ids, change)
      // A notice that fails in its turn is in the log; telling of it again would never end.
      await post(tx, rows.every(isNotice) ? [] : notices, '', now())
    })
  }

  return {
    deliver,

    /** After a stop: what was being sent may have gone out or not. People decide. */
    async recover(): Promise<void> {
      const rows = await interruptedMessages(db)
      if (rows.length === 0) return
      await giveUp(
        rows,
        { state: 'unconfirmed' },
        '发送时程序中断，是否发出未能确认，请查看该群后决定是否补发',
      )
    },
  }
}

/** Whether a message tells of another that did not go out. */
const isNotice = (row: OutboxRow): boolean => row.text?.startsWith('【发送异常】') ?? false

/** The acknowledgements that follow one another in a conversation, as many as fit into one message. */
function bundleFrom(first: OutboxRow, rows: OutboxRow[], now: Date): OutboxRow[] {
  const bundle: OutboxRow[] = []
  let length = 0
  for (const row of rows) {
    if (row.conversation !== first.conversation || row.id < first.id) continue
    length += (row.text?.length ?? 0) + 1
    const fits = row.bundle === 1 && new Date(row.notBefore) <= now && length < bundleLimit
    if (!fits && row !== first) break
    bundle.push(row)
  }
  return bundle
}

/** Choices where there are no buttons: numbers to answer with. */
const printed = (choices: NumberedChoice[]): string =>
  choices.length === 0
    ? ''
    : `\n请回复数字：${choices.map(({ number, label }) => `${number} ${label}`).join('；')}（30分钟内有效）`
