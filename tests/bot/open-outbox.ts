import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDelivery } from '../../bot/delivery.ts'
import type { Log } from '../../bot/log.ts'
import { post } from '../../bot/post.ts'
import type { ChatPort, Delivery, OutgoingMessage, Pace } from '../../commands/message.ts'
import { moment } from '../../reports/time.ts'
import { openDatabase, transact } from '../../storage/database.ts'
import { temporaryDirectory } from '../conversation.ts'

export const pace: Pace = { overall: 1500, room: 5000, jitter: 0, daily: 500 }
export const dutyRoom = '值班群'

interface Options {
  pace?: Pace
  random?: () => number
  /** Folder of the database, to go on after a restart. */
  directory?: string
  date?: string
  time?: string
  /** Called in place of the platform; throws to refuse. */
  onSend?: (delivery: Delivery) => void
  reaches?: (to: OutgoingMessage['to']) => boolean
}

/** The outbox with real SQLite and a clock moved by hand; the platform is what is missing. Everyone but 路人 is known. */
export async function openOutbox(options: Options = {}) {
  const { directory = temporaryDirectory(), date = '2022-05-18', time = '09:00' } = options
  let current = moment(date, time)
  const db = await openDatabase(join(directory, 'anwei.db'), current)
  onTestFinished(() => db.destroy())
  const sent: { at: Date; where: string; said: string; delivery: Delivery }[] = []
  const port: ChatPort = {
    buttons: false,
    pace: options.pace ?? pace,
    ...(options.reaches && { reaches: async to => options.reaches!(to) }),
    start: async () => {},
    stop: async () => {},
    async send(delivery) {
      options.onSend?.(delivery)
      sent.push({
        at: current,
        where: 'room' in delivery.to ? delivery.to.room : delivery.to.person,
        said: delivery.text ?? `[${delivery.file?.name}]`,
        delivery,
      })
    },
  }
  const logged: string[] = []
  const note = (...words: unknown[]) => {
    logged.push(String(words.at(-1)))
  }
  const delivery = createDelivery({
    db,
    port,
    render: async () => new Uint8Array([1]),
    duty: async () => ({ rooms: [dutyRoom], people: ['值班员'] }),
    settleBindings: async () => false,
    known: async person => person !== '路人',
    now: () => current,
    log: { info: note, warn: note, error: note } as unknown as Log,
    random: options.random ?? (() => 0),
  })
  await delivery.recover()

  return {
    db,
    directory,
    sent,
    logged,
    delivery,
    seconds: () => sent.map(({ at }) => (at.getTime() - moment(date, time).getTime()) / 1000),
    said: (where?: string) =>
      sent.filter(one => where === undefined || one.where === where).map(one => one.said),

    queue: (...messages: OutgoingMessage[]) => transact(db, tx => post(tx, messages, '值班员', current)),

    /** Time goes on to HH:MM or HH:MM:SS of the day, or of another, and what may go out does when it may. */
    async until(clockTime: string, onDate = date): Promise<void> {
      const end = new Date(
        moment(onDate, clockTime.slice(0, 5)).getTime() + Number(clockTime.slice(6)) * 1000,
      )
      let rounds = 0
      await delivery.deliver()
      for (let next = await delivery.next(); next !== null && next <= end; next = await delivery.next()) {
        // What is due and not sent for ever would spin.
        if (++rounds > 10_000) throw new Error('due, and not sent')
        current = next
        await delivery.deliver()
      }
      current = end
      await delivery.deliver()
    },

    /** State and error of each message, oldest first. */
    states: async () =>
      (await db.selectFrom('outbox').select(['state', 'attempts']).orderBy('id').execute()).map(
        ({ state, attempts }) => `${state} ${attempts}`,
      ),
  }
}

export const toRoom = (room: string, text: string, rest: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  to: { room },
  text,
  ...rest,
})
