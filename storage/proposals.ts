import type { Ground } from '../reports/escalation/ladder.ts'
import type { Db, Tx } from './database.ts'

/** A proposal 督办建议 to escalate a unit, as it was made last. */
export interface Proposal {
  unit: string
  grounds: Ground[]
  /** Business date. */
  date: string
}

/** The last proposal for each unit, by unit. */
export async function lastProposals(db: Db): Promise<Map<string, Proposal>> {
  const rows = await db
    .selectFrom('proposals')
    .select(['unit', 'grounds', 'date'])
    .where('id', 'in', q =>
      q
        .selectFrom('proposals')
        .select(e => e.fn.max('id').as('id'))
        .groupBy('unit'),
    )
    .execute()
  return new Map(rows.map(row => [row.unit, { ...row, grounds: JSON.parse(row.grounds) as Ground[] }]))
}

export async function noteProposal(tx: Tx, { unit, grounds, date }: Proposal): Promise<void> {
  await tx
    .insertInto('proposals')
    .values({ unit, date, grounds: JSON.stringify(grounds) })
    .execute()
}
