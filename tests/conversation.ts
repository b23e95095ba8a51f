import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createMemoryPort } from '../bot/adapters/memory.ts'
import { createBot } from '../bot/bot.ts'
import { readRosterDirectory, sampleRoster } from '../bot/doors/roster-files.ts'
import { createLog } from '../bot/log.ts'
import { advance } from '../bot/virtual-clock.ts'
import type { Delivery, IncomingMessage } from '../commands/message.ts'
import { moment } from '../reports/time.ts'
import { type Db, openDatabase, transact } from '../storage/database.ts'
import { replaceRoster } from '../storage/roster.ts'

/** A message that the bot sent, with the time at which it went out. */
export interface Sent extends Delivery {
  at: Date
  /** Room or person. */
  where: string
}

export interface ConversationOptions {
  /** Business date and time at which it begins. */
  date?: string
  time?: string
  /** Folder of the database and files, for a conversation that goes on after a restart. */
  directory?: string
  /** Called in place of the platform; throws to refuse. */
  onSend?: (delivery: Delivery) => void
}

/** A fresh folder that goes with the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'anwei-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** The whole bot with the sample roster, real SQLite, the memory channel and a clock moved by hand. */
export async function openConversation(options: ConversationOptions = {}) {
  const { date = '2022-05-18', time = '09:00', directory = temporaryDirectory(), onSend } = options
  let current = moment(date, time)
  const clock = {
    now: () => current,
    set: (at: Date) => {
      current = at
    },
  }
  const db: Db = await openDatabase(join(directory, 'anwei.db'), current)
  await transact(db, async tx => replaceRoster(tx, await readRosterDirectory(sampleRoster)))
  const sent: Sent[] = []
  const port = createMemoryPort(delivery => {
    onSend?.(delivery)
    sent.push({
      ...delivery,
      at: current,
      where: 'room' in delivery.to ? delivery.to.room : delivery.to.person,
    })
  })
  const bot = createBot({ db, port, dataDirectory: directory, now: clock.now, log: createLog('silent') })
  await port.start(bot)
  await bot.prepare()
  let counter = 0

  const conversation = {
    db,
    bot,
    clock,
    sent,
    directory,

    /** Somebody writes in a room, or in private where the room is null; returns what the bot sends upon it. */
    async say(
      from: string,
      room: string | null,
      text: string,
      extras: Partial<IncomingMessage> = {},
    ): Promise<Sent[]> {
      const before = sent.length
      counter++
      await port.say({
        id: `${current.getTime()}-${counter}`,
        at: current.toISOString(),
        from,
        room,
        text,
        ...extras,
      })
      await bot.pump()
      return sent.slice(before)
    },

    /** Time goes on to HH:MM of the day, or of another; returns what the bot sends meanwhile. */
    async until(clockTime: string, onDate = date): Promise<Sent[]> {
      const before = sent.length
      await advance(bot, clock, moment(onDate, clockTime))
      return sent.slice(before)
    },

    /** Texts that went to a room or person, joined. */
    textIn: (where: string, messages: Sent[] = sent): string =>
      messages
        .filter(message => message.where === where)
        .map(message => message.text ?? `[${message.file?.name}]`)
        .join('\n'),

    /** Ends without a word, as a crash would. */
    close: () => db.destroy(),
  }
  onTestFinished(() => db.destroy())
  return conversation
}

export const siping = '四平市日报报送群'
export const tiedong = '四平市铁东区报送员'
export const tiexi = '四平市铁西区报送员'
export const duty = '值班员'
export const dutyRoom = '值班群'

/** A whole report of 四平市铁东区, with parts replaced. */
export function report(
  parts: Partial<
    Record<'unit' | 'enterprise' | 'place' | 'hazards' | 'inspectors' | 'rectification' | 'date', string>
  > = {},
): string {
  const fields = {
    检查单位: parts.unit ?? '四平市铁东区应急管理局',
    受检单位: parts.enterprise ?? '四平市宏达加油站',
    检查地点: parts.place ?? '铁东区平东街道',
    发现的问题隐患: parts.hazards ?? '1.灭火器压力不足；2.配电箱未接地',
    检查人员: parts.inspectors ?? '张三、李四',
    整改情况: parts.rectification ?? '第1项已整改，第2项限期5月25日前整改',
    ...(parts.date !== undefined && { 检查日期: parts.date }),
  }
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n')
}
