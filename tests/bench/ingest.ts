import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import pino from 'pino'
import { createMemoryPort } from '../../bot/adapters/memory.ts'
import { createBot } from '../../bot/bot.ts'
import { readRosterDirectory, sampleRoster } from '../../bot/doors/roster-files.ts'
import { advance } from '../../bot/virtual-clock.ts'
import type { IncomingMessage } from '../../commands/message.ts'
import type { Roster } from '../../reports/roster/roster.ts'
import { openDatabase } from '../../storage/database.ts'
import { replaceRoster } from '../../storage/roster.ts'
import { type Comparison, interleave, time } from './measure.ts'
import { scratch } from './scratch.ts'

const size = 1000
const start = new Date('2022-05-18T10:00:00+08:00')

/** A burst of reports through the whole bot, against the bare inserts with a transaction for each message. */
export async function compareIngest(): Promise<Comparison> {
  const roster = await readRosterDirectory(sampleRoster)
  const folder = scratch()
  const messages = burst(roster)
  let files = 0
  const { ours, reference } = await interleave(
    () => throughBot(join(folder, `${++files}`), roster, messages),
    () => bareInserts(join(folder, `${++files}.db`), messages),
    7,
    // A bot runs for months: its code has long been compiled when a burst comes.
    3,
  )
  const ratio = reference / ours
  const speed = (ms: number) => `${Math.round((size * 1000) / ms)} messages/s`
  return {
    subject: 'ingest: parse, store, acknowledge / bare inserts',
    ours: speed(ours),
    reference: speed(reference),
    ratio,
    aim: '≥ 1.0',
    met: ratio >= 1,
  }
}

/** Labelled reports of all units, each of another enterprise with two hazards. */
function burst(roster: Roster): IncomingMessage[] {
  const rooms = new Map(roster.rooms.map(room => [room.jurisdiction, room.name]))
  const reporters = roster.people.filter(person => person.unit !== null)
  const units = new Map(roster.units.map(unit => [unit.name, unit]))
  return Array.from({ length: size }, (_, i) => {
    const { name, unit } = reporters[i % reporters.length]!
    const { level, parent } = units.get(unit!)!
    return {
      id: `m${i}`,
      at: start.toISOString(),
      room: rooms.get(level === 'city' ? unit : parent)!,
      from: name,
      text: [
        `检查单位：${unit}应急管理局`,
        `受检单位：第${i + 1}化工有限公司`,
        '检查地点：平东大街12号厂区',
        '发现的问题隐患：1.灭火器压力不足；2.可燃气体报警器未检定',
        '检查人员：张伟、李强',
        '整改情况：1项已整改，2项限期5月25日前',
      ].join('\n'),
    }
  })
}

async function throughBot(folder: string, roster: Roster, messages: IncomingMessage[]): Promise<number> {
  let at = start
  const clock = {
    now: () => at,
    set: (moved: Date) => {
      at = moved
    },
  }
  const db = await openDatabase(join(folder, 'anwei.db'), at)
  await db.transaction().execute(tx => replaceRoster(tx, roster))
  let acknowledged = 0
  const port = createMemoryPort(({ text = '' }) => {
    acknowledged += text.match(/已收第/g)?.length ?? 0
  })
  const log = pino({ level: 'silent' })
  const bot = createBot({ db, port, dataDirectory: folder, now: clock.now, log })
  await bot.prepare()
  await port.start(bot)
  const taken = await time(async () => {
    await Promise.all(messages.map(port.say))
    // Acknowledgements gather for a minute; the clock need not wait for it.
    await advance(bot, clock, new Date(start.getTime() + 120_000))
  })
  await db.destroy()
  if (acknowledged !== size) throw new Error(`${acknowledged} of ${size} reports were acknowledged`)
  return taken
}

/** The same rows in the same tables, written by hand. */
async function bareInserts(file: string, messages: IncomingMessage[]): Promise<number> {
  await (await openDatabase(file, start)).destroy()
  const sqlite = new Sqlite(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  const now = start.toISOString()
  sqlite
    .prepare(
      `insert into rounds (date, number, ofDay, opensAt, dueAt, compileAt, periodFrom, periodTo, state)
       values ('2022-05-18', 1, 1, ?, ?, ?, '2022-05-18', '2022-05-18', 'open')`,
    )
    .run(now, now, now)
  const inbox = sqlite.prepare(
    `insert into inbox (messageId, at, receivedAt, room, sender, origin, text, mention, state)
     values (?, ?, ?, ?, ?, 'chat', ?, 0, 'new')`,
  )
  const report = sqlite.prepare(
    `insert into reports (roundId, unit, kind, status, inboxId, messageId, room, sender, inspectingUnit, enterprise,
       place, industry, date, inspectors, personTimes, hazardCount, rectifiedCount, rectification, receivedAt, late,
       missing, version)
     values (1, ?, 'inspection', 'counted', ?, ?, ?, ?, ?, ?, '平东大街12号厂区', null, '2022-05-18',
       '["张伟","李强"]', 2, 2, 1, '1项已整改，2项限期5月25日前', ?, 0, '[]', 1)`,
  )
  const hazard = sqlite.prepare(
    'insert into hazards (reportId, position, text, major, rectified, deadline) values (?, ?, ?, 0, ?, ?)',
  )
  const tracked = sqlite.prepare(
    `insert into trackedHazards (report, position, unit, enterprise, place, industry, text, major, foundOn, deadline,
       state, rectifiedBy, reinspectedBy, onTheSpot, recurrenceOf, afterClosure, closedOn)
     values (?, ?, ?, ?, '平东大街12号厂区', null, ?, 0, '2022-05-18', ?, ?, ?, ?, ?, null, 0, ?)`,
  )
  const event = sqlite.prepare(
    `insert into hazardEvents (hazardId, step, at, by, note, evidence, hazard) values (?, 'find', ?, ?, ?, ?, ?)`,
  )
  const outbox = sqlite.prepare(
    `insert into outbox (createdAt, conversation, text, mentions, choices, bundle, notBefore, state, attempts)
     values (?, ?, ?, '[]', '[]', 1, ?, 'waiting', 0)`,
  )
  const handled = sqlite.prepare(`update inbox set state = 'handled', handledAt = ? where id = ?`)
  const store = sqlite.transaction(({ id, at, room, from, text }: IncomingMessage) => {
    const { lastInsertRowid: row } = inbox.run(id, at, now, room, from, text)
    const unit = from.replace(/报送员$/, '')
    const enterprise = `第${row}化工有限公司`
    const office = `${unit}应急管理局`
    const { lastInsertRowid: number } = report.run(unit, row, id, room, from, office, enterprise, now)
    const hazards = [
      { text: '灭火器压力不足', deadline: null, rectifier: from },
      { text: '可燃气体报警器未检定', deadline: '2022-05-25', rectifier: null },
    ]
    for (const [i, { text, deadline, rectifier }] of hazards.entries()) {
      const [position, mended] = [i + 1, rectifier === null ? 0 : 1]
      const state = mended ? 'closed' : 'rectifying'
      const closedOn = mended ? '2022-05-18' : null
      hazard.run(number, position, text, mended, deadline)
      const { lastInsertRowid: entered } = tracked.run(
        number,
        position,
        unit,
        enterprise,
        text,
        deadline,
        state,
        rectifier,
        rectifier,
        mended,
        closedOn,
      )
      const left = {
        enterprise,
        place: '平东大街12号厂区',
        industry: null,
        foundOn: '2022-05-18',
        text,
        major: false,
        deadline,
        report: number,
        position,
        unit,
        state,
        rectifiedBy: rectifier,
        reinspectedBy: rectifier,
        onTheSpot: mended === 1,
        recurrenceOf: null,
        afterClosure: false,
        id: entered,
      }
      const evidence = JSON.stringify([{ message: row }])
      event.run(entered, now, from, mended ? '现场整改' : null, evidence, JSON.stringify(left))
    }
    const answer = `已收第${number}号：${unit}—${enterprise}，隐患2条，已整改1条。`
    outbox.run(now, `room:${room}`, answer, now)
    handled.run(now, row)
  })
  const taken = await time(() => {
    for (const message of messages) store(message)
  })
  sqlite.close()
  return taken
}
