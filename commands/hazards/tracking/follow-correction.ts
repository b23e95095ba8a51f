import { correctHazard, type StatedHazard } from '../../../reports/hazards/correct-hazard.ts'
import type { Evidence, TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { type Actor, act, type Circumstance } from '../../../reports/hazards/life.ts'
import { businessDate } from '../../../reports/time.ts'
import { beforeLastStep, hazardEvents } from '../../../storage/hazard-events.ts'
import type { FormerReport } from '../../../storage/report-versions.ts'
import { recordStep } from '../../../storage/tracked-hazards.ts'
import type { Context } from '../../command.ts'
import { followState } from '../../escalation/when-rectified.ts'
import { lastOf } from '../steps/event-text.ts'
import { readSupervision } from '../supervision.ts'
import { noteRevision } from './follow-removal.ts'

/** What a hazard has become, and what of its correction is not the unit's to decide. */
interface Followed {
  hazard: TrackedHazard
  /** See `Corrected`: its report disagrees with what people have done. */
  stands: boolean
  /** Its report does not call it a major hazard 重大隐患 any more; it stays one until the division confirms that. */
  isDemoted: boolean
  /** A later deadline that its report names, and that is asked for 申请延期; null where none is. */
  asked: string | null
}

/** The bot acts in the name of who changed the report. */
const actorOf = ({ sender }: Context): Actor => ({ name: sender.name, standing: 'record' })
const evidenceOf = ({ message }: Context): Evidence[] => [{ message: message.id }]
const circumstanceOf = ({ now }: Context, { takenOver = false, escalated = false } = {}): Circumstance => ({
  now,
  today: businessDate(now),
  takenOver,
  escalated,
})

/**
 * Has a hazard of the ledger follow what its report says of it now; `versions`: what it said before, newest first. On the
 * day on which it was reported a slip is put right without asking; later more time is the division's to grant.
 */
export async function followCorrection(
  hazard: TrackedHazard,
  stated: StatedHazard,
  versions: FormerReport[],
  reportedOn: string,
  context: Context,
): Promise<Followed> {
  const { db, now } = context
  const current = hazard.state === 'void' ? await revive(hazard, stated, versions, context) : hazard
  if (current === null) return { hazard, stands: false, isDemoted: false, asked: null }
  const said = versions.map(({ hazards }) => hazards.find(({ position }) => position === hazard.position))
  const last = said.find(each => each !== undefined) ?? stated
  // What the daily report took from the ledger nobody has said: who says the same as before takes nothing back.
  const first = versions.findLast(({ messageId }) => messageId === versions[0]?.messageId)
  const written = first?.hazards.find(({ position }) => position === hazard.position) ?? last
  const former = stated.rectified === true ? last : { ...last, rectified: written.rectified }
  const { takenOver, escalated } = await readSupervision(current, db)
  const circumstance = circumstanceOf(context, { takenOver, escalated })
  const isKept =
    defers(stated, former, current) &&
    (takenOver || escalated || businessDate(now) > reportedOn || (await provinceSet(current, context)))
  const held = {
    ...stated,
    major: current.major || stated.major,
    deadline: isKept ? current.deadline : stated.deadline,
  }
  const { steps, stands } = correctHazard(
    current,
    former,
    held,
    actorOf(context),
    evidenceOf(context),
    circumstance,
  )
  let state = current.state
  for (const step of steps) {
    await recordStep(db, step.hazard, step.event)
    await followState(state, step.hazard, step.event, context)
    state = step.hazard.state
  }
  const after = steps.at(-1)?.hazard ?? current
  const isDemoted = former.major && after.major && !stated.major
  if (isDemoted) await noteRevision(after, `第${after.report}号报告更正为一般隐患，待分管处室确认`, context)
  const asked = isKept ? await ask(after, stated.deadline, circumstance, context) : null
  return { hazard: after, stands, isDemoted, asked }
}

/** The reason of a request for more time that a correction makes. */
export const correctedNote = (report: number): string => `第${report}号报告更正`

/** Asks for a later deadline 申请延期 in the name of who corrected the report; null where there is nothing to ask. */
async function ask(
  hazard: TrackedHazard,
  deadline: string | null,
  circumstance: Circumstance,
  context: Context,
): Promise<string | null> {
  if (deadline === null) return null
  const what = { kind: 'ask' as const, deadline, note: correctedNote(hazard.report) }
  const verdict = act(hazard, what, actorOf(context), circumstance)
  if ('obstacle' in verdict) return null
  await recordStep(context.db, verdict.hazard, verdict.event)
  return deadline
}

/** Whether a correction would give the hazard more time than it has. */
const defers = (
  stated: StatedHazard,
  former: Pick<StatedHazard, 'deadline'>,
  { deadline }: TrackedHazard,
): boolean =>
  stated.rectified !== true &&
  deadline !== null &&
  stated.deadline !== former.deadline &&
  (stated.deadline === null || stated.deadline > deadline)

/** Whether the deadline that holds was set by a division or a leader. */
async function provinceSet({ id }: TrackedHazard, { db, directory }: Context): Promise<boolean> {
  const last = lastOf(await hazardEvents(db, id), 'postpone')
  return last !== undefined && directory.peopleAs('divisionHead', 'leader').includes(last.by)
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
