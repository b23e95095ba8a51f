import type { StatedHazard } from '../../../reports/hazards/correct-hazard.ts'
import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import type { PlacedHazard } from '../../../reports/hazards/place-hazards.ts'
import { mergedNote } from '../../../storage/earlier-cases.ts'
import type { ReportRow } from '../../../storage/reports.ts'
import type { FoundHazard } from '../../../storage/tracked-hazards.ts'
import type { Context } from '../../command.ts'
import { movedText } from './dates-text.ts'
import { recognise } from './recognise.ts'

/** A hazard as it is to be entered, and the earlier case of it that had been closed, where there is one. */
interface Found extends FoundHazard {
  recurs: TrackedHazard | null
}

/**
 * What a hazard of a report is to be in the ledger 台账. One that was rectified on the spot 现场整改 is closed at once where
 * it is a general one; one that says that an earlier one is rectified is not counted twice. `message`: the inbox row
 * that tells of it.
 */
export function readFound(
  report: ReportRow,
  { position, deadline }: PlacedHazard,
  stated: StatedHazard,
  message: number,
  cases: TrackedHazard[],
  { now }: Pick<Context, 'now'>,
): Found {
  const { rectified, ...said } = stated
  const by = report.sender
  const recognised = recognise(stated, report.unit, cases)
  const recurs = recognised !== null && 'recurs' in recognised ? recognised.recurs : null
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
  const as = (
    state: Partial<TrackedHazard>,
    note: string | null = null,
    step: 'find' | 'void' = 'find',
  ): Found => ({
    hazard: { ...found, ...state },
    event: { step, at: now.toISOString(), by, note, evidence: [{ message }] },
    recurs: found.afterClosure ? recurs : null,
  })
  if (recognised !== null && 'followsUp' in recognised)
    return as({ state: 'void' }, mergedNote(recognised.followsUp), 'void')
  if (rectified !== true) {
    const moved = deadline !== null && said.deadline !== null && said.deadline !== deadline
    return as({}, moved ? movedText(deadline, said.deadline!) : null)
  }
  if (stated.major) return as({ state: 'reported', rectifiedBy: by })
  return as({ state: 'closed', rectifiedBy: by, reinspectedBy: by, onTheSpot: true }, '现场整改')
}
