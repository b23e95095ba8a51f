import type { Tx } from '../../storage/database.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'

/** So many wrong codes within an hour, and no more are looked at. */
const limit = 5
const hour = 60 * 60_000
const key = 'binding.attempts'

/** When somebody who has sent too many wrong codes may try again; null where he may now. */
export async function lockedUntil(db: Tx, sender: string, now: Date): Promise<Date | null> {
  const times = (await recent(db, now)).get(sender) ?? []
  return times.length < limit ? null : new Date(Date.parse(times.at(-limit)!) + hour)
}

/** Notes a wrong code. */
export async function noteAttempt(db: Tx, sender: string, now: Date): Promise<void> {
  const attempts = await recent(db, now)
  attempts.set(sender, [...(attempts.get(sender) ?? []), now.toISOString()])
  await writeSetting(db, key, JSON.stringify([...attempts]))
}

/** Times of the wrong codes of the last hour, by sender. */
async function recent(db: Tx, now: Date): Promise<Map<string, string[]>> {
  const kept = JSON.parse((await readSetting(db, key)) ?? '[]') as [string, string[]][]
  const since = new Date(now.getTime() - hour).toISOString()
  return new Map(
    kept
      .map(([sender, times]): [string, string[]] => [sender, times.filter(time => time > since)])
      .filter(([, times]) => times.length > 0),
  )
}
