import type { Rung } from '../reports/escalation/ladder.ts'
import { type BoardEntry, type BoardQuestion, boardEnd } from '../reports/hazards/board.ts'
import type { Evidence, TrackedHazard } from '../reports/hazards/hazard.ts'
import { hazardNumber } from '../reports/hazards/hazard-number.ts'
import { takeoverOf } from '../reports/hazards/takeover.ts'
import type { Db } from './database.ts'
import { takeoversBefore } from './takeovers.ts'

/**
 * All hazards of the ledger as they stood at the time of a question, made from their events alone. What a report says of
 * a hazard holds from the day on which it was found, also where the report came later. The unit is the one that has it
 * when it is asked: units are renamed, and their hazards go with them.
 */
export async function ledgerAt(db: Db, question: BoardQuestion): Promise<BoardEntry[]> {
  const end = boardEnd(question)
  const marks = db
    .selectFrom('hazardEvents')
    .select('hazardId')
    .select(e => e.fn.max('id').as('known'))
    .select(e =>
      e.fn
        .max(
          end === null
            ? e.ref('id')
            : e
                .case()
                .when(e.or([e('at', '<', end), e('step', '=', 'find')]))
                .then(e.ref('id'))
                .end(),
        )
        .as('shown'),
    )
    .where('id', '<=', question.lastEvent)
    .groupBy('hazardId')
  const rows = await db
    .selectFrom(marks.as('marks'))
    .innerJoin('hazardEvents as shown', 'shown.id', 'marks.shown')
    .innerJoin('hazardEvents as known', 'known.id', 'marks.known')
    .select(['shown.hazard as then', 'shown.at'])
    // Null where nothing has come since: most hazards are then read once.
    .select(e => e.case().whenRef('known.id', '!=', 'shown.id').then(e.ref('known.hazard')).end().as('now'))
    .orderBy('marks.hazardId')
    .execute()

  const before = end ?? new Date(Date.parse(question.askedAt) + 1).toISOString()
  const [takeovers, rungs, pictures] = [
    await takeoversBefore(db, before),
    await rungsBefore(db, before),
    await picturesBefore(db, before, question.lastEvent),
  ]
  return rows.map(({ then, at, now }) => {
    const shown = JSON.parse(then) as TrackedHazard
    const { unit } = now === null ? shown : (JSON.parse(now) as TrackedHazard)
    const hazard = { ...shown, unit }
    return {
      hazard,
      takenOver: takeoverOf(hazard, takeovers) !== null,
      rung: rungs.get(hazardNumber(hazard)) ?? null,
      pictures: pictures.get(hazard.id) ?? 0,
      enteredLater: end !== null && at >= end,
    }
  })
}

/** By hazard the rung at which its chain 督办 stood at a moment. */
async function rungsBefore(db: Db, end: string): Promise<Map<string, Rung>> {
  const rows = await db
    .selectFrom('chains')
    .innerJoin('chainHazards', 'chainHazards.chainId', 'chains.id')
    .innerJoin('chainSteps', 'chainSteps.chainId', 'chains.id')
    .select(['hazard', 'rung'])
    .where('openedAt', '<', end)
    .where(e => e.or([e('endedAt', 'is', null), e('endedAt', '>=', end)]))
    .where('issuedAt', '<', end)
    // The highest comes last, and stays.
    .orderBy('chainSteps.position')
    .execute()
  return new Map(rows.map(({ hazard, rung }) => [hazard, rung as Rung]))
}

/** By hazard how many pictures came with what was done about it until a moment. */
async function picturesBefore(db: Db, end: string, lastEvent: number): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('hazardEvents')
    .select(['hazardId', 'evidence'])
    .where('evidence', 'like', '%"picture"%')
    .where('id', '<=', lastEvent)
    .where('at', '<', end)
    .execute()
  const counts = new Map<number, number>()
  for (const { hazardId, evidence } of rows) {
    const own = (JSON.parse(evidence) as Evidence[]).filter(each => 'picture' in each).length
    counts.set(hazardId, (counts.get(hazardId) ?? 0) + own)
  }
  return counts
}

/** Names of all enterprises of the ledger within some units, or in all. */
export async function ledgerEnterprises(db: Db, units: string[] | null): Promise<string[]> {
  let query = db
    .selectFrom('trackedHazards')
    .select('enterprise')
    .distinct()
    .where('enterprise', 'is not', null)
  if (units !== null) query = query.where('unit', 'in', units)
  return (await query.orderBy('enterprise').execute()).map(({ enterprise }) => enterprise!)
}

/** Names of all units of the ledger. */
export const ledgerUnits = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('trackedHazards').select('unit').distinct().orderBy('unit').execute()).map(
    ({ unit }) => unit,
  )
