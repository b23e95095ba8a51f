import { type Chain, currentStep } from '../../reports/escalation/chain.ts'
import { businessDate } from '../../reports/time.ts'
import { addListing } from '../../storage/listings.ts'
import type { Context } from '../command.ts'

/** The rung 挂牌督办 has gone out: its subject stands in the public list from today on. */
export async function listPublicly(chain: Chain, { db, now }: Context): Promise<void> {
  const { id, unit, enterprise, hazards } = chain
  await addListing(db, {
    chain: id,
    unit,
    enterprise,
    hazards,
    listedOn: businessDate(now),
    listedBy: currentStep(chain)?.by ?? chain.openedBy,
  })
}
