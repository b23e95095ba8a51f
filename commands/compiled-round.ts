import { shortDate } from '../reports/time.ts'
import { compiledRoundOn, lastCompiledRound, type StoredRound } from '../storage/rounds.ts'
import { dateOf } from './arguments.ts'
import { type Context, refuse } from './command.ts'

/** The compiled round that is meant: the last of the date named, or the last of all. Null where none was compiled. */
export async function compiledRound([date]: string[], { db, now }: Context): Promise<StoredRound | null> {
  if (date === undefined) return lastCompiledRound(db)
  const day = dateOf(date, now)
  return (await compiledRoundOn(db, day)) ?? refuse(`${shortDate(day)}没有已编制的日报表。`)
}
