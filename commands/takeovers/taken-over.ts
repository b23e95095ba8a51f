import type { TakenOver } from '../../reports/daily/daily-report.ts'
import { placeName } from '../../reports/daily/phrases.ts'
import { isOpen, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { type Takeover, takeoverOf } from '../../reports/hazards/takeover.ts'
import { businessDate } from '../../reports/time.ts'
import type { Db } from '../../storage/database.ts'
import { openTakeovers } from '../../storage/takeovers.ts'
import { trackedHazard, trackedHazards } from '../../storage/tracked-hazards.ts'

/** 四平市铁东区 宏达加油站（12-1）: what is taken over. */
export const takeoverSubject = ({
  unit,
  enterprise,
  hazard,
}: Pick<Takeover, 'unit' | 'enterprise' | 'hazard'>): string =>
  `${placeName(unit)}${enterprise === null ? '' : ` ${enterprise}`}${hazard === null ? '' : `（${hazardNumber(hazard)}）`}`

/** The open hazards that a takeover is about. */
export async function hazardsUnder(takeover: Takeover, db: Db): Promise<TrackedHazard[]> {
  const { kind, unit, enterprise, hazard } = takeover
  const single = kind === 'hazard' && hazard !== null ? await trackedHazard(db, hazard) : null
  const found =
    kind === 'hazard'
      ? single === null
        ? []
        : [single]
      : await trackedHazards(db, { units: [unit], ...(kind === 'enterprise' && { enterprise }) })
  return found.filter(each => isOpen(each) && takeoverOf(each, [takeover]) !== null)
}

/** What is under the province, as the daily report lists it; what the unit has not been told of can still be taken back. */
export async function takenOverNow(db: Db): Promise<TakenOver[]> {
  const told = (await openTakeovers(db)).filter(({ noticeAt }) => noticeAt === null)
  return Promise.all(
    told.map(async takeover => ({
      number: takeover.id,
      subject: takeoverSubject(takeover),
      since: businessDate(new Date(takeover.at)),
      open: (await hazardsUnder(takeover, db)).length,
      reason: takeover.reason,
    })),
  )
}
