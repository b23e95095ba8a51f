import { conversation } from '../commands/conversation.ts'
import { type OutgoingMessage, type Pace, priorities } from '../commands/message.ts'
import { addDays, businessDate, moment, shortDate } from '../reports/time.ts'
import { type Db, type Tx, transact } from '../storage/database.ts'
import { giveUpReceipts, sentBetween } from '../storage/outbox.ts'
import { readSetting, writeSetting } from '../storage/settings.ts'
import type { Log } from './log.ts'
import { post } from './post.ts'

interface Options {
  db: Db
  pace: Pace | undefined
  /** Those who are told that something is held back. */
  told: () => Promise<OutgoingMessage['to'][]>
  now: () => Date
  log: Log
}

/** What may go out now. */
interface Allowance {
  /** The least urgent priority that may, as an index in `priorities`. */
  lowest: number
  /** When all may again; null when nothing is held back. */
  heldUntil: Date | null
}

/** When a day of sending begins and another ends: what was held back must not go out at midnight. */
const opening = '07:00'

/** From this part of the ceiling on, acknowledgements are no longer sent. */
const nearly = 0.8

const everything = priorities.indexOf('acknowledgement')
const orders = priorities.indexOf('order')

/** The day of sending that a moment belongs to. */
function dayOf(at: Date) {
  const date = at < moment(businessDate(at), opening) ? addDays(businessDate(at), -1) : businessDate(at)
  return { date, from: moment(date, opening), to: moment(addDays(date, 1), opening) }
}

/**
 * How many messages a day an account may send before it is noticed. The outbox is counted each time, so that a restart
 * forgets nothing.
 */
export function createCeiling({ db, pace, told, now, log }: Options) {
  async function countToday(): Promise<number> {
    const { from, to } = dayOf(now())
    return sentBetween(db, from, to)
  }

  /** Tells those in charge, once a day each; goes first, and past the ceiling. */
  async function tellOnce(
    tx: Tx,
    people: OutgoingMessage['to'][],
    about: string,
    text: string,
  ): Promise<void> {
    const key = `ceiling.${about}`
    const { date } = dayOf(now())
    if ((await readSetting(tx, key)) === date) return
    await writeSetting(tx, key, date)
    log.warn({ about }, 'daily ceiling')
    await post(
      tx,
      people.map(to => ({ to, text, priority: 'order' })),
      '',
      now(),
    )
  }

  return {
    /** How urgent a message must be to go out now. */
    async allowance(): Promise<Allowance> {
      const reached = pace !== undefined && (await countToday()) >= pace.daily
      return reached
        ? { lowest: orders, heldUntil: dayOf(now()).to }
        : { lowest: everything, heldUntil: null }
    },

    /** Near the ceiling gives up acknowledgements that ask for nothing, and tells what is held back. */
    async hold(): Promise<void> {
      if (pace === undefined) return
      const sent = await countToday()
      if (sent < pace.daily * nearly) return
      const { to } = dayOf(now())
      const reopening = `${shortDate(businessDate(to))}7时`
      const people = await told()
      await transact(db, async tx => {
        // What the duty group is told is no receipt.
        if ((await giveUpReceipts(tx, everything, people.map(conversation), 'daily ceiling')) > 0)
          await tellOnce(
            tx,
            people,
            'receipts',
            `【发送限额】今日已发送${sent}条，接近每日上限（${pace.daily}条），${reopening}前暂停发送回执。报送内容照常接收、登记。`,
          )
        if (sent >= pace.daily)
          await tellOnce(
            tx,
            people,
            'all',
            `【发送限额】今日已发送${sent}条，达到每日上限（${pace.daily}条）。除指令和提醒外，其余消息于${reopening}起继续发送。`,
          )
      })
    },
  }
}
