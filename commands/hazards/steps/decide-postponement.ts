import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { whereText } from '../../../reports/hazards/hazard-text.ts'
import { shortDate } from '../../../reports/time.ts'
import { hazardEvents } from '../../../storage/hazard-events.ts'
import { type Context, refuse } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { unitOfficers, unitRoom } from '../tell-about.ts'
import { eventText, lastOf } from './event-text.ts'
import { openAsk } from './open-ask.ts'
import { takeStep } from './take-step.ts'
import { undoOffer } from './undo-step.ts'

/** What a head or leader decides about a unit's request; `date` where he names the one that he means. */
interface Decision {
  granted: boolean
  date: string | null
  note: string | null
}

/** Grants or refuses more time, as asked. A second decision hears of the first, and changes nothing. */
export async function decidePostponement(
  hazard: TrackedHazard,
  { granted, date, note }: Decision,
  context: Context,
): Promise<OutgoingMessage[]> {
  const number = hazardNumber(hazard)
  const events = await hazardEvents(context.db, hazard.id)
  const asked = openAsk(events)
  // Where it is not being rectified any more the step itself says what has become of it.
  if (asked === null && hazard.state === 'rectifying') return refuse(alreadyDecided())
  if (asked !== null && date !== null && date !== asked.deadline)
    refuse(
      `${number}现申请延期至${shortDate(asked.deadline)}，如同意请发送：/延期 ${number} ${asked.deadline} 同意`,
    )
  const deadline = asked?.deadline ?? date ?? hazard.deadline ?? hazard.foundOn
  const taken = await takeStep(
    hazard,
    granted
      ? { kind: 'postpone', deadline, note: note ?? asked?.reason ?? null }
      : { kind: 'refusePostponement', note },
    context,
  )
  const decided = granted
    ? `同意延期至${shortDate(deadline)}`
    : `不同意延期，${hazard.deadline === null ? '请尽快整改' : `仍限${shortDate(hazard.deadline)}`}`
  return [
    context.reply(`${number}${decided}，已告该单位。`, undoOffer([taken.hazard], context.now)),
    ...(await tellUnit(taken.hazard, decided, note, asked?.event.by ?? null, context)),
    ...taken.messages,
  ]

  function alreadyDecided(): string {
    const last = lastOf(events, 'postpone', 'refusePostponement')
    if (last === undefined)
      return `${number}没有待决定的延期申请。如需直接延期，请写明日期和理由：/延期 ${number} 6月1日 理由`
    const now = hazard.deadline === null ? '' : `，现限${shortDate(hazard.deadline)}`
    return `${number}已${eventText(last)}${now}，无需再次决定。`
  }
}

/** The unit's group hears what was decided, unless it was decided there. */
export async function tellUnit(
  hazard: TrackedHazard,
  decided: string,
  note: string | null,
  askedBy: string | null,
  context: Context,
): Promise<OutgoingMessage[]> {
  const room = await unitRoom(hazard, context)
  if (room === null || room === context.room?.name) return []
  const said = note === null ? '' : `，${note}`
  return [
    {
      to: { room },
      text: `【延期】${hazardNumber(hazard)} ${whereText(hazard)}：${hazard.text}，${context.sender.name}${decided}${said}。`,
      mentions: askedBy === null ? unitOfficers(hazard, context) : [askedBy],
    },
  ]
}
