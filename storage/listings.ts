import type { Selectable } from 'kysely'
import { type HazardNumber, hazardNumber, readHazardNumber } from '../reports/hazards/hazard-number.ts'
import type { Db, Tx } from './database.ts'
import type { Schema } from './schema.ts'

/** A public listing 挂牌督办. Dates YYYY-MM-DD. */
export interface Listing {
  id: number
  /** Chain of escalation 督办 of which it is the highest rung. */
  chain: number
  unit: string
  enterprise: string | null
  hazards: HazardNumber[]
  listedOn: string
  listedBy: string
  /** Null while it is listed. */
  delistedOn: string | null
  delistedBy: string | null
  /** On what it was ended 摘牌依据. */
  delistedFor: string | null
}

const listings = (db: Db) => db.selectFrom('listings').selectAll()

/** What is listed, longest first. */
export const openListings = async (db: Db): Promise<Listing[]> =>
  (await listings(db).where('delistedOn', 'is', null).orderBy('id').execute()).map(fromRow)

/** The listing of a chain, also one that has ended; null where there is none. */
export async function listingOf(db: Db, chain: number): Promise<Listing | null> {
  const row = await listings(db).where('chain', '=', chain).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

export async function addListing(
  tx: Tx,
  { hazards, ...listing }: Omit<Listing, 'id' | 'delistedOn' | 'delistedBy' | 'delistedFor'>,
): Promise<void> {
  await tx
    .insertInto('listings')
    .values({
      ...listing,
      hazards: JSON.stringify(hazards.map(hazardNumber)),
      delistedOn: null,
      delistedBy: null,
      delistedFor: null,
    })
    .execute()
}

/** Ends a listing 摘牌. */
export async function endListing(
  tx: Tx,
  id: number,
  ended: { delistedOn: string; delistedBy: string; delistedFor: string | null },
): Promise<void> {
  await tx.updateTable('listings').set(ended).where('id', '=', id).execute()
}

const fromRow = ({ hazards, ...row }: Selectable<Schema['listings']>): Listing => ({
  ...row,
  hazards: (JSON.parse(hazards) as string[]).map(number => readHazardNumber(number)!),
})
