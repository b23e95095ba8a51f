import { correctHazard, type StatedHazard } from '../../reports/hazards/correct-hazard.ts'
import type { Evidence, TrackedHazard } from '../../reports/hazards/hazard.ts'
import { type Actor, act, type Circumstance } from '../../reports/hazards/life.ts'
import { takeoverOf } from '../../reports/hazards/takeover.ts'
import { businessDate } from '../../reports/time.ts'
import { beforeLastStep } from '../../storage/earlier-cases.ts'
import type { FormerReport } from '../../storage/report-versions.ts'
import { openTakeovers } from '../../storage/takeovers.ts'
import { recordStep } from '../../storage/tracked-hazards.ts'
import type { Context } from '../command.ts'

/** What a hazard has become, and whether its report disagrees with what people have done. */
export interface Followed {
  hazard: TrackedHazard
  /** See `Corrected`. */
  stands: boolean
}

/** The bot acts in the name of who changed the report. */
const actorOf = ({ sender }: Context): Actor => ({ name: sender.name, standing: 'record' })
const evidenceOf = ({ message }: Context): Evidence[] => [{ message: message.id }]
const circumstanceOf = ({ now }: Context, takenOver = false): Circumstance => ({
  now,
  today: businessDate(now),
  takenOver,
})

/** Has a hazard of the ledger follow what its report says of it now; `versions`: what it said before, newest first. */
export async function followCorrection(
  hazard: TrackedHazard,
  stated: StatedHazard,
  versions: FormerReport[],
  context: Context,
): Promise<Followed> {
  const { db } = context
  const current = hazard.state === 'void' ? await revive(hazard, stated, versions, context) : hazard
  if (current === null) return { hazard, stands: false }
  const said = versions.map(({ hazards }) => hazards.find(({ position }) => position === hazard.position))
  const former = said.find(each => each !== undefined) ?? stated
  const takenOver =
    stated.rectified === true &&
    current.state === 'rectifying' &&
    takeoverOf(current, await openTakeovers(db)) !== null
  const { steps, stands } = correctHazard(
    current,
    former,
    stated,
    actorOf(context),
    evidenceOf(context),
    circumstanceOf(context, takenOver),
  )
  for (const step of steps) await recordStep(db, step.hazard, step.event)
  return { hazard: steps.at(-1)?.hazard ?? current, stands }
}

/** Strikes off 作废 a hazard that its report does not hold any more. */
export async function strikeOff(
  hazard: TrackedHazard,
  note: string,
  context: Context,
): Promise<TrackedHazard[]> {
  const what = { kind: 'void' as const, note, evidence: evidenceOf(context) }
  const verdict = act(hazard, what, actorOf(context), circumstanceOf(context))
  if ('obstacle' in verdict) return []
  await recordStep(context.db, verdict.hazard, verdict.event)
  return [verdict.hazard]
}

/**
 * A hazard that its report holds again goes on from where it was when it was struck off; null where it was struck off
 * for another reason, such as being the follow-up of an earlier one.
 */
async function revive(
  hazard: TrackedHazard,
  stated: StatedHazard,
  versions: FormerReport[],
  context: Context,
): Promise<TrackedHazard | null> {
  const before = await beforeLastStep(context.db, hazard.id)
  const last = versions[0]
  const stoodAllAlong =
    last?.status === 'counted' && last.hazards.some(({ position }) => position === hazard.position)
  // The follow-up of an earlier one that is not rectified after all is a case of its own.
  const isFollowUp = before === null
  if (isFollowUp ? stated.rectified === true : stoodAllAlong || last === undefined) return null
  const what = {
    kind: 'revive' as const,
    note: `第${hazard.report}号报告仍列此隐患`,
    evidence: evidenceOf(context),
  }
  const verdict = act(hazard, what, actorOf(context), circumstanceOf(context))
  if ('obstacle' in verdict) return null
  const revived = {
    ...verdict.hazard,
    ...(before !== null && {
      state: before.state,
      rectifiedBy: before.rectifiedBy,
      reinspectedBy: before.reinspectedBy,
      onTheSpot: before.onTheSpot,
    }),
  }
  await recordStep(context.db, revived, verdict.event)
  return revived
}
