import { addDays, businessDate, moment } from '../../reports/time.ts'
import type { Db, Tx } from '../../storage/database.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import { daytime, partOfDay } from '../daytime.ts'

const minute = 60_000
/** Between two notices of a kind, in minutes: longer each time while they follow one upon the other, and at most. */
const rest = { shortest: 30, longest: 120 }
/** After so many hours without a notice the next is told as if it were the first. */
const calmHours = 12

interface Last {
  /** ISO 8601. */
  at: string
  /** How long the next notice rests, in minutes. */
  rest: number
}

async function lastNotice(db: Db, kind: string): Promise<Last | null> {
  const kept = await readSetting(db, keyOf(kind))
  return kept === null ? null : (JSON.parse(kept) as Last)
}

const keyOf = (kind: string): string => `notice.${kind}`

/** The first moment at which the next notice of a kind may go out: `from` or later, never in the quiet hours. */
export async function nextNoticeAt(db: Db, kind: string, from: Date): Promise<Date> {
  const last = await lastNotice(db, kind)
  const rested = last === null ? from : new Date(Date.parse(last.at) + last.rest * minute)
  const at = rested > from ? rested : from
  const [date, part] = [businessDate(at), partOfDay(at)]
  if (part === 'day') return at
  return moment(part === 'behind' ? addDays(date, 1) : date, daytime.from)
}

/** A notice of the kind goes out now: the next one rests twice as long as this one did. */
export async function noteNotice(tx: Tx, kind: string, now: Date): Promise<void> {
  const last = await lastNotice(tx, kind)
  const calm = last === null || now.getTime() - Date.parse(last.at) >= calmHours * 60 * minute
  const next: Last = {
    at: now.toISOString(),
    rest: calm ? rest.shortest : Math.min(last.rest * 2, rest.longest),
  }
  await writeSetting(tx, keyOf(kind), JSON.stringify(next))
}
