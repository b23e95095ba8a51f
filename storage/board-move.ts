import { isOpen } from '../reports/hazards/hazard.ts'
import type { Db, Tx } from './database.ts'
import { recordStep, trackedHazards } from './tracked-hazards.ts'

/** How much stands in a unit's name; `open` of the hazards are not closed, `unsent` of the letters not sent. */
export interface Holdings {
  hazards: number
  open: number
  takeovers: number
  chains: number
  letters: number
  unsent: number
  interviews: number
  listings: number
}

/** What is not about hazards themselves, and has a unit. */
const tables = ['takeovers', 'chains', 'letters', 'interviews', 'listings'] as const

/** What stands in the name of each unit of the ledger, by name. */
export async function holdings(db: Db): Promise<Map<string, Holdings>> {
  const found = new Map<string, Holdings>()
  const of = (unit: string): Holdings => {
    const known = found.get(unit)
    if (known !== undefined) return known
    const none = { hazards: 0, open: 0, takeovers: 0, chains: 0, letters: 0, unsent: 0 }
    const fresh = { ...none, interviews: 0, listings: 0 }
    found.set(unit, fresh)
    return fresh
  }
  const hazards = await db
    .selectFrom('trackedHazards')
    .select(['unit', 'state'])
    .select(e => e.fn.countAll().as('count'))
    .groupBy(['unit', 'state'])
    .orderBy('unit')
    .execute()
  for (const { unit, state, count } of hazards) {
    of(unit).hazards += Number(count)
    if (isOpen({ state })) of(unit).open += Number(count)
  }
  for (const table of tables) {
    const rows = await db
      .selectFrom(table)
      .select('unit')
      .select(e => e.fn.countAll().as('count'))
      .groupBy('unit')
      .execute()
    for (const { unit, count } of rows) of(unit)[table] += Number(count)
  }
  const unsent = await db
    .selectFrom('letters')
    .select('unit')
    .where('state', 'in', ['draft', 'submitted', 'held'])
    .execute()
  for (const { unit } of unsent) of(unit).unsent++
  return found
}

/** Puts all that stands in the name of one unit into another's; every hazard has it noted as a revision 更正. */
export async function moveHoldings(
  tx: Tx,
  from: string,
  to: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  for (const hazard of await trackedHazards(tx, { units: [from] }))
    await recordStep(
      tx,
      { ...hazard, unit: to },
      { step: 'revise', at: at.toISOString(), by, note: `单位由${from}移交${to}`, evidence: [] },
    )
  for (const table of tables) await tx.updateTable(table).set({ unit: to }).where('unit', '=', from).execute()
}
