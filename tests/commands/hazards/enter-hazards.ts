import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { moment } from '../../../reports/time.ts'
import { type Db, transact } from '../../../storage/database.ts'
import { enterHazards as enterFound } from '../../../storage/tracked-hazards.ts'

/** Enters hazards into the ledger: those of 宏达加油站 in 四平市铁东区, with parts replaced. */
export async function enterHazards(db: Db, ...parts: Partial<TrackedHazard>[]): Promise<void> {
  const found = parts.map(part => {
    const hazard = aHazard(part)
    const at = moment(hazard.foundOn, '16:00').toISOString()
    return { hazard, event: { step: 'find' as const, at, by: '系统', note: null, evidence: [] } }
  })
  await transact(db, tx => enterFound(tx, found))
}

/** A hazard 12-1 that is being rectified. */
export const aHazard = (parts: Partial<TrackedHazard> = {}): TrackedHazard => ({
  id: 0,
  report: 12,
  position: 1,
  unit: '四平市铁东区',
  enterprise: '宏达加油站',
  place: null,
  industry: '危险化学品',
  text: '灭火器压力不足',
  major: false,
  foundOn: '2022-05-10',
  deadline: '2022-05-16',
  state: 'rectifying',
  rectifiedBy: null,
  reinspectedBy: null,
  onTheSpot: false,
  recurrenceOf: null,
  afterClosure: false,
  ...parts,
})
