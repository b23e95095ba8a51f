import type { StatedHazard } from '../../reports/hazards/correct-hazard.ts'
import type { HazardEvent, TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { ReportRow } from '../../storage/reports.ts'
import { enterHazard } from '../../storage/tracked-hazards.ts'
import type { Context } from '../command.ts'
import { recognise } from './recognise.ts'

/**
 * Enters a hazard of a report into the ledger 台账. One that was rectified on the spot 现场整改 is closed at once where
 * it is a general one; one that says that an earlier one is rectified is not counted twice. `message`: the inbox row
 * that tells of it. Returns the earlier case that had been closed, where there is one.
 */
export async function enterFound(
  report: ReportRow,
  position: number,
  stated: StatedHazard,
  message: number,
  cases: TrackedHazard[],
  { db, now }: Pick<Context, 'db' | 'now'>,
): Promise<{ recurs: TrackedHazard | null }> {
  const { rectified, ...said } = stated
  const by = report.sender
  const recognised = recognise(stated, cases)
  const recurs = recognised !== null && 'recurs' in recognised ? recognised.recurs : null
  const event = (step: 'find' | 'void', note: string | null): HazardEvent => ({
    step,
    at: now.toISOString(),
    by,
    note,
    evidence: [{ message }],
  })
  const found: Omit<TrackedHazard, 'id'> = {
    ...said,
    report: report.id,
    position,
    unit: report.unit,
    state: 'rectifying',
    rectifiedBy: null,
    reinspectedBy: null,
    onTheSpot: false,
    recurrenceOf: recurs === null ? null : { report: recurs.report, position: recurs.position },
    afterClosure: recurs?.state === 'closed',
  }
  if (recognised !== null && 'followsUp' in recognised)
    await enterHazard(
      db,
      { ...found, state: 'void' },
      event('void', `并入${hazardNumber(recognised.followsUp)}`),
    )
  else if (rectified !== true) await enterHazard(db, found, event('find', null))
  else if (stated.major)
    await enterHazard(db, { ...found, state: 'reported', rectifiedBy: by }, event('find', null))
  else {
    const mended = { state: 'closed', rectifiedBy: by, reinspectedBy: by, onTheSpot: true } as const
    await enterHazard(db, { ...found, ...mended }, event('find', '现场整改'))
  }
  return { recurs: found.afterClosure ? recurs : null }
}
