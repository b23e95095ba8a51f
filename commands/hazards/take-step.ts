import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { act, type HazardAct, type Obstacle } from '../../reports/hazards/life.ts'
import { takeoverOf } from '../../reports/hazards/takeover.ts'
import { businessDate } from '../../reports/time.ts'
import { openTakeovers } from '../../storage/takeovers.ts'
import { recordStep } from '../../storage/tracked-hazards.ts'
import { type Context, refuse } from '../command.ts'
import { whenClosed } from '../escalation/when-closed.ts'
import type { OutgoingMessage } from '../message.ts'
import { divisionsInCharge, standingTo } from './standing-to.ts'

/** What became of a hazard, and what others are to hear of it. */
export interface StepTaken {
  hazard: TrackedHazard
  messages: OutgoingMessage[]
}

/** Has the sender do something about a hazard; refuses what he may not do or what cannot be done now. */
export async function takeStep(hazard: TrackedHazard, what: HazardAct, context: Context): Promise<StepTaken> {
  const { db, now, sender, directory } = context
  const standing = standingTo(hazard, context)
  if (standing === null)
    return refuse(
      sender.role === 'divisionHead'
        ? `${hazardNumber(hazard)}（${hazard.industry}）由${divisionsInCharge(hazard.industry, directory).join('、')}分管，请由其处理。`
        : `${hazardNumber(hazard)}属${hazard.unit}，请由该单位或其所属市（州）的报送员办理。`,
    )
  const takenOver = takeoverOf(hazard, await openTakeovers(db)) !== null
  const verdict = act(
    hazard,
    what,
    { name: sender.name, standing },
    { now, today: businessDate(now), takenOver },
  )
  if ('obstacle' in verdict) return refuse(explain(verdict.obstacle, hazard))
  await recordStep(db, verdict.hazard, verdict.event)
  const ended = verdict.hazard.state === 'closed' ? await whenClosed([verdict.hazard], context) : []
  return { hazard: verdict.hazard, messages: ended }
}

/** What stands in the way, and what to do instead. */
function explain(obstacle: Obstacle, hazard: TrackedHazard): string {
  const number = hazardNumber(hazard)
  switch (obstacle) {
    case 'notOpen':
      if (hazard.state === 'closed') return `${number}已销号，无需再办。`
      if (hazard.state === 'void') return `${number}已随报告更正或撤销而作废，无需再办。`
      return `${number}已报整改，等待复查；复查不合格的才需再次整改。`
    case 'isOpen':
      return `${number}尚未销号，无需恢复。`
    case 'notReported':
      return `${number}尚未报整改。请先由属地报整改，例如：/整改 ${number} 已更换，现场正常`
    case 'notReinspected':
      return `${number}尚未复查。请先复查，例如：/复查 ${number} 合格`
    case 'noEvidence':
      return `请写明整改情况，例如：/整改 ${number} 已更换，现场正常；照片可在10分钟内发出。`
    case 'sameAsRectifier':
      return `${number}是重大隐患，报整改的人不能自行复查、销号，请由其他人员（如市级或分管处室）办理。`
    case 'takenOver':
      return `${number}已由省级提级管理，请由分管处室复查、销号。`
    case 'onlyProvince':
      return `此事由分管处室决定。如需延期，请发送：/延期 ${number} 日期 理由`
    case 'notLater':
      return `${number}的期限已是${hazard.deadline}，新的期限应在其后。`
    case 'past':
      return '期限应在今天或以后，请改写日期。'
    case 'majorNeedsReinspection':
      return `${number}是重大隐患，不能凭后续报告直接销号：请先报整改，再由其他人员复查、销号。`
  }
}
