import type { Calendar } from '../reports/calendar.ts'
import { nextRound, type Round, reminderAt } from '../reports/rounds.ts'
import { businessDate, shortDate } from '../reports/time.ts'
import type { Tx } from '../storage/database.ts'
import {
  collectingRound,
  currentPlan,
  lastCompiledRound,
  moveRound,
  openRound,
  roundsOn,
  type StoredRound,
  setRoundState,
} from '../storage/rounds.ts'
import { scheduleWakeup } from '../storage/wakeups.ts'

/** The round to which a report that comes now belongs. */
export interface Assignment {
  round: StoredRound
  /** After the due time 迟报. */
  late: boolean
  /** The round is compiled already: the report goes into the corrected edition 更正版. */
  compiled: boolean
}

/**
 * A report belongs to the round that is collecting; in the evening, when the day's last round is compiled and no other
 * of that day follows, to that one.
 */
export async function assignRound(db: Tx, calendar: Calendar, sentAt: Date, now: Date): Promise<Assignment> {
  const collecting = (await collectingRound(db)) ?? (await openRoundAfter(db, calendar, now, now)).round
  const last = await lastCompiledRound(db)
  const today = businessDate(now)
  if (last !== null && last.date === today && collecting.date !== today)
    return { round: last, late: true, compiled: true }
  return { round: collecting, late: sentAt > collecting.dueAt, compiled: false }
}

/**
 * Opens the next round after a moment and plans its reminder, due time and compilation. Rounds that began and ended
 * while the bot was down could collect nothing: they are noted as skipped, not compiled into an accusation.
 */
export async function openRoundAfter(
  tx: Tx,
  calendar: Calendar,
  after: Date,
  now: Date,
): Promise<{ round: StoredRound; skipped: Round[] }> {
  const plan = await currentPlan(tx)
  const skipped: Round[] = []
  for (let from = after; ; ) {
    const planned = nextRound(plan, calendar, from)
    // Where the plan changed during the day, the rounds that it has had already count on.
    const before = await roundsOn(tx, planned.date)
    const number = Math.max(planned.number, before + 1)
    const round = await openRound(tx, {
      ...planned,
      number,
      ofDay: Math.max(planned.ofDay, number),
      ...(before > 0 && { periodFrom: planned.date }),
    })
    if (round.compileAt <= now) {
      await setRoundState(tx, round.id, 'skipped')
      skipped.push(round)
      from = round.compileAt
      continue
    }
    await planWakeups(tx, round, now)
    return { round, skipped }
  }
}

/** Plans a round anew that has not begun, after the calendar has changed. */
export async function replanRound(
  tx: Tx,
  calendar: Calendar,
  planned: StoredRound,
  now: Date,
): Promise<StoredRound> {
  const round = { ...planned, ...nextRound(await currentPlan(tx), calendar, now) }
  if (round.date === planned.date) return planned
  await moveRound(tx, planned.id, round)
  await planWakeups(tx, round, now)
  return round
}

/** Reminder, due time and compilation of a round; what lies in the past of one that opens now is not made up for. */
async function planWakeups(tx: Tx, round: StoredRound, now: Date): Promise<void> {
  if (reminderAt(round) > now) await scheduleWakeup(tx, reminderAt(round), `/批次催报 ${round.id}`)
  if (round.dueAt > now) await scheduleWakeup(tx, round.dueAt, `/批次截止 ${round.id}`)
  await scheduleWakeup(tx, round.compileAt, `/批次编制 ${round.id}`)
}

/** 5月18日, or 5月18日第2次 where the day has several rounds. */
export const roundName = (round: Pick<Round, 'date' | 'number' | 'ofDay'>): string =>
  round.ofDay === 1 ? shortDate(round.date) : `${shortDate(round.date)}第${round.number}次`
