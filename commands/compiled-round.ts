import { shortDate } from '../reports/time.ts'
import { compiledRoundOn, lastCompiledRound, roundById, type StoredRound } from '../storage/rounds.ts'
import { dateOf } from './arguments.ts'
import { type Context, refuse } from './command.ts'
import { roundName } from './current-round.ts'
import type { Directory } from './directory.ts'
import type { OutgoingMessage } from './message.ts'

/**
 * The compiled round that is meant by 5月18日, 5月18日 第1次, or nothing: the last of the date, the round named, the
 * last of all. Null where none was compiled yet.
 */
export async function compiledRound(
  [date, number]: string[],
  { db, now }: Context,
): Promise<StoredRound | null> {
  if (date === undefined) return lastCompiledRound(db)
  const [, day, glued] = /^(.+?)(第\d+次)?$/u.exec(date)!
  const on = dateOf(day!, now)
  const ordinal = number ?? glued
  const which = ordinal === undefined ? undefined : /^第?(\d{1,2})次?$/.exec(ordinal.normalize('NFKC'))?.[1]
  if (ordinal !== undefined && which === undefined) refuse(`看不懂“${ordinal.slice(0, 20)}”，请写成“第1次”。`)
  const round = await compiledRoundOn(db, on, which === undefined ? null : Number(which))
  return round ?? refuse(`${shortDate(on)}${which === undefined ? '' : `第${which}次`}没有已编制的日报表。`)
}

/** How a round is written behind a command: 2022-05-18, with the number where the day has several. */
export const roundArguments = ({ date, number, ofDay }: StoredRound): string =>
  ofDay === 1 ? date : `${date} 第${number}次`

/** The round of a report if its daily report is out already: what changes now goes into the corrected edition 更正版. */
export async function roundAlreadyCompiled(
  db: Context['db'],
  report: { roundId: number },
): Promise<StoredRound | null> {
  const round = await roundById(db, report.roundId)
  return round?.state === 'compiled' ? round : null
}

/** Tells the duty group that there is something to correct; several notices are sent together. */
export function tellOfChange(round: StoredRound, changes: string[], directory: Directory): OutgoingMessage[] {
  return directory.roomsFor('duty').map(room => ({
    to: { room },
    text: `${roundName(round)}日报表编制后有变动：${changes.join('、')}，可用“/日报 更正 ${roundArguments(round)}”发更正版。`,
    bundle: true,
  }))
}
