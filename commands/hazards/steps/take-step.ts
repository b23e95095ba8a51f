import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { act, type HazardAct } from '../../../reports/hazards/life.ts'
import { province } from '../../../reports/terms.ts'
import { businessDate } from '../../../reports/time.ts'
import { hazardEvents } from '../../../storage/hazard-events.ts'
import { recordStep } from '../../../storage/tracked-hazards.ts'
import { type Context, refuse } from '../../command.ts'
import { whenClosed } from '../../escalation/when-closed.ts'
import { followState } from '../../escalation/when-rectified.ts'
import type { OutgoingMessage } from '../../message.ts'
import { divisionsText, standingTo } from '../standing-to.ts'
import { readSupervision } from '../supervision.ts'
import { explainObstacle } from './explain-obstacle.ts'

/** What became of a hazard, and what others are to hear of it. */
export interface StepTaken {
  hazard: TrackedHazard
  /** The province has taken it over 提级. */
  takenOver: boolean
  /** It is in an open chain of escalation 督办. */
  escalated: boolean
  messages: OutgoingMessage[]
}

/**
 * Has the sender do something about a hazard; refuses, before anything is changed, what he may not do or what cannot
 * be done now.
 */
export async function takeStep(hazard: TrackedHazard, what: HazardAct, context: Context): Promise<StepTaken> {
  const { db, now, sender, directory } = context
  const standing = await standingTo(hazard, context)
  if (standing === null)
    return refuse(
      sender.role === 'divisionHead'
        ? `${hazardNumber(hazard)}（${hazard.industry}）由${divisionsText(hazard, directory)}分管，请由其处理。`
        : hazard.unit === province
          ? `${hazardNumber(hazard)}属省本级，请由分管处室办理。`
          : `${hazardNumber(hazard)}属${hazard.unit}，请由该单位或其所属市（州）的报送员办理。`,
    )
  const { takenOver, escalated } = await readSupervision(hazard, db)
  const verdict = act(
    hazard,
    what,
    { name: sender.name, standing },
    { now, today: businessDate(now), takenOver, escalated },
  )
  if ('obstacle' in verdict)
    return refuse(explainObstacle(verdict.obstacle, hazard, await hazardEvents(db, hazard.id)))
  await recordStep(db, verdict.hazard, verdict.event)
  await followState(hazard.state, verdict.hazard, verdict.event, context)
  const ended = verdict.event.step === 'close' ? await whenClosed([verdict.hazard], context) : []
  return { hazard: verdict.hazard, takenOver, escalated, messages: ended }
}
