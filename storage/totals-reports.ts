import { chooseTotals, type SetAside, type TotalsReport } from '../reports/daily/choose-totals.ts'
import type { Totals } from '../reports/daily/daily-report.ts'
import type { Industry } from '../reports/terms.ts'
import type { Db } from './database.ts'

/** A stored report of totals 合计 with its figures, what is not stated being nothing. */
export interface StoredTotals extends TotalsReport {
  inspectingUnit: string | null
  late: boolean
  totals: Totals
}

/** The reports of totals of a round: those that count, and those whose inspections count otherwise. */
export interface RoundTotals {
  counted: StoredTotals[]
  setAside: SetAside<StoredTotals>[]
}

/**
 * Reads the reports of totals of a round and chooses those that count. Which inspections are listed is looked up only
 * where there are any: of a round without totals only the index is read.
 */
export async function totalsOfRound(db: Db, roundId: number): Promise<RoundTotals> {
  const reports = await readTotalsReports(db, roundId)
  if (reports.length === 0) return { counted: [], setAside: [] }
  const units = await db.selectFrom('units').select(['name', 'parent']).execute()
  const parents = new Map(units.map(({ name, parent }) => [name, parent]))
  const isBelow = (unit: string, above: string): boolean => {
    // The count guards against a roster in which a unit stands above itself.
    for (let at = parents.get(unit) ?? null, steps = 0; at !== null && steps < 9; steps++) {
      if (at === above) return true
      at = parents.get(at) ?? null
    }
    return false
  }
  return chooseTotals(reports, await listedInRound(db, roundId), isBelow)
}

async function readTotalsReports(db: Db, roundId: number): Promise<StoredTotals[]> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'unit', 'industry', 'date', 'wholeJurisdiction', 'inspectingUnit', 'late'])
    .select(['teams', 'personTimes', 'enterprises', 'hazardCount', 'rectifiedCount'])
    .where('roundId', '=', roundId)
    .where('status', '=', 'counted')
    .where('kind', '=', 'totals')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    number: row.id,
    unit: row.unit,
    industry: row.industry as Industry | null,
    date: row.date,
    wholeJurisdiction: row.wholeJurisdiction === 1,
    inspectingUnit: row.inspectingUnit,
    late: row.late === 1,
    totals: {
      teams: row.teams ?? 0,
      personTimes: row.personTimes,
      enterprises: row.enterprises ?? 0,
      hazards: row.hazardCount,
      // A slip of the pen must not rectify more than was found; the sender has been told of it.
      rectified: Math.min(row.rectifiedCount, row.hazardCount),
    },
  }))
}

/** The units and industries of which inspections are listed. */
async function listedInRound(
  db: Db,
  roundId: number,
): Promise<{ unit: string; industry: Industry | null }[]> {
  const rows = await db
    .selectFrom('reports')
    .select(['unit', 'industry'])
    .distinct()
    .where('roundId', '=', roundId)
    .where('status', '=', 'counted')
    .where('kind', '=', 'inspection')
    .execute()
  return rows.map(({ unit, industry }) => ({ unit, industry: industry as Industry | null }))
}
