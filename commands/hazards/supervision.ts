import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import type { Circumstance } from '../../reports/hazards/life.ts'
import { takeoverOf } from '../../reports/hazards/takeover.ts'
import { openChainOf } from '../../storage/chains.ts'
import type { Db } from '../../storage/database.ts'
import { openTakeovers } from '../../storage/takeovers.ts'

/** Whether the province has taken a hazard over 提级 now, and whether it is under escalation 督办. */
export const readSupervision = async (
  hazard: TrackedHazard,
  db: Db,
): Promise<Pick<Circumstance, 'takenOver' | 'escalated'>> => ({
  takenOver: takeoverOf(hazard, await openTakeovers(db)) !== null,
  escalated: (await openChainOf(db, hazard)) !== null,
})
