import type { TakenOver } from '../../reports/daily/daily-report.ts'
import { placeName } from '../../reports/daily/phrases.ts'
import { isOpen, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { isTold, type Takeover } from '../../reports/hazards/takeover.ts'
import { businessDate } from '../../reports/time.ts'
import type { Db } from '../../storage/database.ts'
import { openTakeovers } from '../../storage/takeovers.ts'
import { trackedHazard, trackedHazards } from '../../storage/tracked-hazards.ts'
import type { Context } from '../command.ts'
import { divisionsInCharge } from '../hazards/standing-to.ts'

/** 四平市铁东区 宏达加油站（12-1）: what is taken over. */
export const takeoverSubject = ({
  unit,
  enterprise,
  hazard,
}: Pick<Takeover, 'unit' | 'enterprise' | 'hazard'>): string =>
  `${placeName(unit)}${enterprise === null ? '' : ` ${enterprise}`}${hazard === null ? '' : `（${hazardNumber(hazard)}）`}`

/** The open hazards that a takeover is about. */
export const hazardsUnder = async (takeover: Takeover, db: Db): Promise<TrackedHazard[]> =>
  (await allUnder(takeover, db)).filter(isOpen)

/** The divisions in charge of what is open of a takeover; of what was, where nothing is. */
export async function divisionsOf(takeover: Takeover, { db, directory }: Context): Promise<string[]> {
  const all = await allUnder(takeover, db)
  const open = all.filter(isOpen)
  return [
    ...new Set(
      (open.length > 0 ? open : all).flatMap(({ industry }) => divisionsInCharge(industry, directory)),
    ),
  ]
}

async function allUnder(
  { kind, unit, units, enterprise, hazard }: Takeover,
  db: Db,
): Promise<TrackedHazard[]> {
  if (kind === 'unit') return trackedHazards(db, { units })
  if (kind === 'enterprise') return trackedHazards(db, { units: [unit], enterprise })
  const single = hazard === null ? null : await trackedHazard(db, hazard)
  return single === null ? [] : [single]
}

/** What is under the province, as the daily report lists it; what the unit has not been told of can still be taken back. */
export async function takenOverNow(db: Db): Promise<TakenOver[]> {
  const told = (await openTakeovers(db)).filter(isTold)
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
