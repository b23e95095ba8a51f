import type { TrackedHazard } from '../reports/hazards/hazard.ts'
import { hazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Db } from './database.ts'
import { standingsOfRound } from './figures.ts'
import { trackedHazard } from './tracked-hazards.ts'

/** Rounds that are looked back at: who has been silent for longer is silent all the same. */
const rememberedRounds = 60

/** The earlier cases of which hazards are others, and the earlier ones of these, by number 12-1. */
export async function earlierCases(
  db: Db,
  hazards: readonly TrackedHazard[],
): Promise<Map<string, TrackedHazard>> {
  const found = new Map<string, TrackedHazard>()
  const waiting = hazards.flatMap(({ recurrenceOf }) => recurrenceOf ?? [])
  for (const number of waiting) {
    if (found.has(hazardNumber(number))) continue
    const hazard = await trackedHazard(db, number)
    if (hazard === null) continue
    found.set(hazardNumber(number), hazard)
    if (hazard.recurrenceOf !== null) waiting.push(hazard.recurrenceOf)
  }
  return found
}

/** How many rounds in a row, up to the one compiled last, units have not reported in; without those that have. */
export async function silentRounds(db: Db, units: readonly string[]): Promise<Map<string, number>> {
  const rounds = await db
    .selectFrom('rounds')
    .select('id')
    .where('state', '=', 'compiled')
    .orderBy('id', 'desc')
    .limit(rememberedRounds)
    .execute()
  const missed = new Map<string, number>()
  let silent = [...units]
  // From the newest back: mostly all have reported within a few.
  for (const { id } of rounds) {
    const reported = new Set((await standingsOfRound(db, id)).map(({ unit }) => unit))
    silent = silent.filter(unit => !reported.has(unit))
    if (silent.length === 0) break
    for (const unit of silent) missed.set(unit, (missed.get(unit) ?? 0) + 1)
  }
  return missed
}

/** How many verifications 核实 ordered since a moment ended with a correction, or without an answer, by unit. */
export async function failedVerifications(db: Db, since: Date): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('verifications')
    .select(['unit', e => e.fn.countAll<number>().as('count')])
    .where('askedAt', '>=', since.toISOString())
    .where('state', 'in', ['corrected', 'expired'])
    .groupBy('unit')
    .execute()
  return new Map(rows.map(({ unit, count }) => [unit, Number(count)]))
}
