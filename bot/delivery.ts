import { addressee } from '../commands/conversation.ts'
import {
  type ChatPort,
  type Delivery,
  OutcomeUnknown,
  type OutgoingFile,
  Unreachable,
} from '../commands/message.ts'
import { momentText } from '../commands/moment-text.ts'
import { transact } from '../storage/database.ts'
import { type NumberedChoice, startOffers } from '../storage/offers.ts'
import {
  interruptedMessages,
  type OutboxRow,
  updateOutbox,
  type Waiting,
  waitingConversations,
  waitingMessages,
} from '../storage/outbox.ts'
import { createBackOff } from './back-off.ts'
import { bundleOf, textOf } from './bundle.ts'
import { createCeiling } from './ceiling.ts'
import { createGiveUp, type GiveUpOptions } from './give-up.ts'
import { createOutcomes } from './outcomes.ts'
import { createPauses } from './pace.ts'
import { createPatience } from './patience.ts'
import { createUnconfirmed } from './unconfirmed.ts'

/** A message that could not be sent is tried again after so many seconds; then it has failed, and people are told. */
const retrySeconds = [5, 30, 120, 600, 1800]

/** How long one-tap choices can be answered once they are shown, in milliseconds. */
const offerTime = 30 * 60_000

interface Options extends GiveUpOptions {
  port: ChatPort
  /** Bindings hold once their message has gone out, and end where it does not; true where there was one. */
  settleBindings: () => Promise<boolean>
  render: (file: OutgoingFile) => Promise<Uint8Array>
  /** Chance, from 0 to below 1. */
  random?: () => number
}

/**
 * Sends what stands in the outbox: in order within a conversation, one at a time, retried with growing pauses, and no
 * faster than the port's pace. A row is marked before it is sent: what was under way when the bot stopped is never sent
 * again without a person's word.
 */
export function createDelivery({ port, render, settleBindings, random = Math.random, ...shared }: Options) {
  const { db, now, log } = shared
  const losses = createGiveUp(shared)
  const patience = createPatience({ db, port, losses, now, log })
  const unconfirmed = createUnconfirmed(db, losses, now)
  const ceiling = createCeiling({ db, pace: port.pace, told: losses.told, now, log })
  const pauses = createPauses(port.pace, now, random)
  const backOff = createBackOff(now, log)
  const outcomes = createOutcomes(log)
  const paced = port.pace !== undefined

  /** When a message may go out to anyone, in milliseconds since 1970. */
  const mayBegin = (): number => Math.max(pauses.overall(), backOff.until())

  /** When a conversation may get its oldest message, apart from what holds all back. */
  const mayGo = ({ conversation, notBefore }: Waiting): number =>
    Math.max(Date.parse(notBefore), pauses.in(conversation))

  const isDue = (time: number): boolean => time <= now().getTime()

  /** Where messages are scarce the most urgent goes first, else the oldest. */
  const byTurn = (a: Waiting, b: Waiting): number => (paced ? a.urgency - b.urgency : 0) || a.id - b.id

  const reaches = async ({ conversation }: Waiting): Promise<boolean> =>
    (await port.reaches?.(addressee(conversation))) ?? true

  /** Sends all that may go out now, and what follows from it. */
  async function deliver(): Promise<void> {
    await outcomes.writeDown()
    await ceiling.hold()
    await patience.end()
    do {
      if (isDue(mayBegin())) await unconfirmed.tell(!backOff.isOn())
      await sendDue()
    } while ((await settleBindings()) || (!backOff.isOn() && (await unconfirmed.tell(true))))
  }

  async function sendDue(): Promise<void> {
    if (!isDue(mayBegin())) return
    const { lowest } = await ceiling.allowance()
    const messages = new Map<string, OutboxRow[]>()
    let waiting = await waitingConversations(db, lowest)
    while (isDue(mayBegin())) {
      const [next] = waiting.filter(head => isDue(mayGo(head))).sort(byTurn)
      if (next === undefined) return
      const { conversation } = next
      waiting = waiting.filter(head => head !== next)
      if (!(await reaches(next))) continue
      const rows = messages.get(conversation) ?? (await waitingMessages(db, conversation, lowest))
      const bundle = bundleOf(rows, now(), paced)
      if (!(await send(bundle))) continue
      const rest = rows.slice(bundle.length)
      messages.set(conversation, rest)
      if (rest.length > 0) waiting.push(headOf(rest))
    }
  }

  async function send(bundle: OutboxRow[]): Promise<boolean> {
    const [{ conversation }] = bundle as [OutboxRow, ...OutboxRow[]]
    const ids = bundle.map(row => row.id)
    await updateOutbox(db, ids, { state: 'sending' })
    const choices = choicesOf(bundle)
    let error: unknown
    let gone = true
    try {
      await port.send(await assemble(bundle, choices))
    } catch (thrown) {
      gone = false
      error = thrown
    }
    const at = now()
    if (!(error instanceof Unreachable)) pauses.begin(conversation)
    // Where one message is not answered others would hardly be: no more than one at a time is put at risk.
    if (error instanceof Unreachable || error instanceof OutcomeUnknown) backOff.lengthen(error)
    else if (gone) backOff.end()
    await outcomes.add(() => (gone ? noteSent(bundle, choices, at) : giveWay(bundle, error, at)))
    return gone
  }

  async function noteSent(bundle: OutboxRow[], choices: NumberedChoice[], at: Date): Promise<void> {
    const [{ conversation, id }, ...others] = bundle as [OutboxRow, ...OutboxRow[]]
    const sentAt = at.toISOString()
    await transact(db, async tx => {
      const started = choices.filter(({ until }) => until === undefined).map(({ number }) => number)
      if (started.length > 0)
        await startOffers(tx, conversation, started, new Date(at.getTime() + offerTime), at)
      await updateOutbox(tx, [id], { state: 'sent', sentAt })
      if (others.length > 0)
        await updateOutbox(
          tx,
          others.map(row => row.id),
          { state: 'merged', sentAt },
        )
    })
  }

  async function assemble(bundle: OutboxRow[], choices: NumberedChoice[]): Promise<Delivery> {
    const [first] = bundle as [OutboxRow, ...OutboxRow[]]
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
    const text = textOf(bundle)
    return { ...common, text: port.buttons ? text : text + printed(choices) }
  }

  async function giveWay(bundle: OutboxRow[], error: unknown, at: Date): Promise<void> {
    const [first] = bundle as [OutboxRow, ...OutboxRow[]]
    const seconds = retrySeconds[first.attempts]
    const change = { attempts: first.attempts + 1, error: String(error) }
    const ids = bundle.map(row => row.id)
    if (error instanceof Unreachable) return updateOutbox(db, ids, { state: 'waiting' })
    log.warn({ err: error, outbox: ids, conversation: first.conversation }, 'message not sent')
    if (error instanceof OutcomeUnknown) await unconfirmed.note(bundle, change)
    else if (seconds === undefined)
      await losses.giveUp(bundle, { ...change, state: 'failed' }, '多次发送未成功')
    else {
      const notBefore = new Date(at.getTime() + seconds * 1000).toISOString()
      await updateOutbox(db, ids, { ...change, state: 'waiting', notBefore })
    }
  }

  return {
    deliver,

    /** When something may go out next; null when nothing waits that can. */
    async next(): Promise<Date | null> {
      const { lowest, heldUntil } = await ceiling.allowance()
      const times = (await waitingConversations(db, lowest)).map(head => ({ head, time: mayGo(head) }))
      for (const { head, time } of times.sort((a, b) => a.time - b.time))
        if (await reaches(head)) return new Date(Math.max(time, mayBegin()))
      return heldUntil
    },

    /** There is reason to try again what could not be sent as the platform was not reached. */
    tryAgain: backOff.cutShort,

    /** After a stop: what was being sent may have gone out or not. People decide. */
    async recover(): Promise<void> {
      const rows = await interruptedMessages(db)
      if (rows.length === 0) return
      await losses.giveUp(
        rows,
        { state: 'unconfirmed' },
        '发送时程序中断，是否发出未能确认，请核对后决定是否补发',
      )
    },
  }
}

/** What a conversation waits with, from all its messages. */
function headOf(rows: OutboxRow[]): Waiting {
  const [{ conversation, id, notBefore }] = rows as [OutboxRow, ...OutboxRow[]]
  return { conversation, id, notBefore, urgency: Math.min(...rows.map(row => row.priority)) }
}

const choicesOf = (bundle: OutboxRow[]): NumberedChoice[] =>
  bundle.flatMap(row => JSON.parse(row.choices) as NumberedChoice[])

/** Choices where there are no buttons: numbers to answer with. */
const printed = (choices: NumberedChoice[]): string =>
  choices.length === 0
    ? ''
    : `\n请回复数字：${choices.map(({ number, label }) => `${number} ${label}`).join('；')}（${validity(choices)}有效）`

function validity(choices: NumberedChoice[]): string {
  const fixed = choices.flatMap(({ until }) => until ?? [])
  return fixed.length < choices.length ? '30分钟内' : `${momentText(new Date(fixed.toSorted()[0]!))}前`
}
