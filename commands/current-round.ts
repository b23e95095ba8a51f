import type { Calendar } from '../reports/calendar.ts'
import { nextRound, type Round, reminderAt } from '../reports/rounds.ts'
import { businessDate, shortDate } from '../reports/time.ts'
import type { Tx } from '../storage/database.ts'
import {
  collectingRound,
  currentPlan,
  lastCompiledRound,
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
    const number = Math.max(planned.number, (await roundsOn(tx, planned.date)) + 1)
    const round = await openRound(tx, { ...planned, number, ofDay: Math.max(planned.ofDay, number) })
    if (round.compileAt <= now) {
      await setRoundState(tx, round.id, 'skipped')
      skipped.push(round)
      from = round.compileAt
      continue
    }
    // What lies in the past of a round that opens now is not made up for.
    if (reminderAt(round) > now) await scheduleWakeup(tx, reminderAt(round), `/批次催报 ${round.id}`)
    if (round.dueAt > now) await scheduleWakeup(tx, round.dueAt, `/批次截止 ${round.id}`)
    await scheduleWakeup(tx, round.compileAt, `/批次编制 ${round.id}`)
    return { round, skipped }
  }
}

/** 5月18日, or 5月18日第2次 where the day has several rounds. */
export const roundName = (round: Pick<Round, 'date' | 'number' | 'ofDay'>): string =>
  round.ofDay === 1 ? shortDate(round.date) : `${shortDate(round.date)}第${round.number}次`
