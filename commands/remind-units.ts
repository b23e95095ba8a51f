import { businessTime } from '../reports/time.ts'
import { collectingRound, markReminded, type StoredRound } from '../storage/rounds.ts'
import { type Context, defineCommand, operators, refuse } from './command.ts'
import { roundName } from './current-round.ts'
import { findUnit } from './find-unit.ts'
import type { OutgoingMessage } from './message.ts'
import { readStanding } from './standing.ts'

/** Groups are not reminded more often than this by hand, in minutes. */
const restMinutes = 10

/** 催报: reminds the units that have not reported, in their groups, now. */
export const remindUnits = defineCommand({
  name: '催报',
  aliases: ['cb'],
  usage: '/催报 [单位或市州]',
  summary: '提醒尚未报送的单位',
  roles: operators,
  async run([name], context) {
    const { db, directory, now } = context
    const round = (await collectingRound(db)) ?? refuse('当前没有正在报送的批次。')
    if (now < round.opensAt)
      refuse(`${roundName(round)}批次${businessTime(round.opensAt)}开始报送，届时再催报。`)
    const scope = name === undefined ? null : findUnit(name, context.room?.jurisdiction ?? null, directory)
    const rested = now.getTime() - (round.remindedAt?.getTime() ?? 0) >= restMinutes * 60_000
    if (scope === null && !rested)
      refuse(
        `${businessTime(round.remindedAt!)}刚催报过，请间隔${restMinutes}分钟，或用“/催报 单位”单独提醒。`,
      )
    const { missing } = await readStanding(db, directory, round.id)
    const reminded = missing.filter(unit => scope === null || directory.gazetteer.isWithin(unit, scope))
    if (reminded.length === 0)
      return [context.reply(`${scope ?? '各单位'}${scope === null ? '均已报送' : '已报送'}，无需催报。`)]
    if (scope === null) await markReminded(db, round.id, now)
    return [...reminders(round, reminded, context), context.reply(`已提醒${reminded.length}家未报单位。`)]
  },
})

/** The clock's reminder: at 80 % of the round's window. */
export const roundReminder = defineCommand({
  name: '批次催报',
  aliases: [],
  usage: '/批次催报 <批次>',
  summary: '按时提醒尚未报送的单位',
  roles: ['system'],
  async run(_args, context) {
    const { db, directory, now } = context
    const round = await collectingRound(db)
    // After a stop the moment may have passed; past the due time a reminder is a reproach.
    if (round === null || now < round.opensAt || now >= round.dueAt) return []
    const { missing } = await readStanding(db, directory, round.id)
    if (missing.length > 0) await markReminded(db, round.id, now)
    return reminders(round, missing, context)
  },
})

/** One message a group, naming only its units that are missing and mentioning their officers. */
function reminders(round: StoredRound, missing: string[], { directory }: Context): OutgoingMessage[] {
  return byRoom(missing, name => directory.reportingRoomOf(name)).map(([room, units]) => ({
    to: { room },
    text: `【催报】${roundName(round)}检查情况${businessTime(round.dueAt)}截止，尚未报送：${units.join('、')}。当日无检查的，请回复“零报告”。`,
    mentions: units.flatMap(directory.officersOf),
    priority: 'order',
  }))
}

/** Units by the group in which they report; those that have none are left out. */
export function byRoom(units: string[], roomOf: (unit: string) => string | null): [string, string[]][] {
  const rooms = new Map<string, string[]>()
  for (const unit of units) {
    const room = roomOf(unit)
    if (room !== null) rooms.set(room, [...(rooms.get(room) ?? []), unit])
  }
  return [...rooms]
}
