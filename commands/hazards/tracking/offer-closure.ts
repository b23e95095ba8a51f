import { isOpen, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { hazardText } from '../../../reports/hazards/hazard-text.ts'
import { isSameHazard } from '../../../reports/hazards/same-hazard.ts'
import { speaksOfRectification } from '../../../reports/hazards/speaks-of-rectification.ts'
import { takeoverOf } from '../../../reports/hazards/takeover.ts'
import { businessDate } from '../../../reports/time.ts'
import { openChainOf } from '../../../storage/chains.ts'
import type { FormerReport } from '../../../storage/report-versions.ts'
import type { ReportRow } from '../../../storage/reports.ts'
import { openTakeovers } from '../../../storage/takeovers.ts'
import { type Context, operators, type Sender } from '../../command.ts'
import { mentionOf } from '../../conversation.ts'
import type { Choice, OutgoingMessage } from '../../message.ts'
import { standingTo } from '../standing-to.ts'

/** More hazards are closed by hand: a longer list of taps is no help. */
const shownChoices = 6

interface Said {
  date: string
  rectification: string | null
  hazards: { text: string; rectified: boolean | null }[]
}

/** Of the hazards found before, those that a report calls rectified: one by one, or altogether. */
export function coveredBy({ date, rectification, hazards }: Said, cases: TrackedHazard[]): TrackedHazard[] {
  if (cases.length === 0) return []
  if (speaksOfRectification(rectification ?? '')) return cases
  const rectified = hazards.filter(each => each.rectified === true)
  return cases.filter(
    ({ foundOn, text }) => foundOn < date && rectified.some(each => isSameHazard(text, each.text)),
  )
}

/**
 * Offers the sender of a report to close 销号 what it calls rectified of earlier days, by one tap. Not again for a
 * correction that covers nothing else than what the report said before.
 */
export async function offerClosure(
  report: ReportRow,
  hazards: Said['hazards'],
  former: FormerReport | undefined,
  cases: TrackedHazard[],
  context: Context,
): Promise<OutgoingMessage[]> {
  const open = cases.filter(isOpen)
  const now = coveredBy({ ...report, hazards }, open)
  const wasOffered =
    former !== undefined && former.status === 'counted' && former.enterprise === report.enterprise
  const before = wasOffered ? coveredBy(former, open) : []
  if (now.every(hazard => before.includes(hazard))) return []
  const { directory, sender } = context
  // What a duty officer has admitted or corrected is still the unit's to act upon.
  const room = operators.includes(sender.role) ? directory.reportingRoomOf(report.unit) : null
  const officers = directory.officersOf(report.unit)
  const actor: Sender = room === null ? sender : { ...sender, role: 'reporter', unit: report.unit }
  const offered = await choicesFor(report.id, now, actor, context)
  if (offered.length === 0) return []
  const today = businessDate(context.now)
  const closing = offered.filter(({ closes }) => closes).map(({ hazard }) => hazardNumber(hazard))
  const all: Choice = { label: '全部销号', command: `/销号 ${closing.join(' ')} 据${report.id}` }
  const single = offered.map(({ choice }) => choice)
  const choices = closing.length > 1 && closing.length === offered.length ? [all, ...single] : single
  const lines = [
    `第${report.id}号报告写明已整改，台账中该企业以前的隐患尚未销号：`,
    ...offered.map(({ hazard }) => hazardText(hazard, today)),
    closing.length > 0 ? '属实的请点选销号。' : '属实的请点选报整改，由其他人员复查后销号。',
    ...(choices.length > shownChoices ? [`未列出的，请发送“/销号 编号 据${report.id}”。`] : []),
  ]
  const text = lines.join('\n')
  const offer = {
    choices: choices.slice(0, shownChoices),
    choicesApart: true,
    priority: 'acknowledgement' as const,
  }
  return [
    room === null
      ? context.reply(text, { ...offer, mentions: mentionOf(context) })
      : { to: { room }, text, ...offer, mentions: officers, choicesFor: officers },
  ]
}

/** One tap for each hazard about which somebody may do something: a general one is closed, others need others. */
async function choicesFor(report: number, covered: TrackedHazard[], sender: Sender, context: Context) {
  const takeovers = await openTakeovers(context.db)
  const offered: { hazard: TrackedHazard; closes: boolean; choice: Choice }[] = []
  for (const hazard of covered) {
    if ((await standingTo(hazard, { ...context, sender })) === null) continue
    const number = hazardNumber(hazard)
    const closes =
      !hazard.major &&
      takeoverOf(hazard, takeovers) === null &&
      (await openChainOf(context.db, hazard)) === null
    if (closes && (hazard.state === 'rectifying' || hazard.state === 'reported'))
      offered.push({
        hazard,
        closes,
        choice: { label: `销号${number}`, command: `/销号 ${number} 据${report}` },
      })
    else if (hazard.state === 'rectifying')
      offered.push({
        hazard,
        closes,
        choice: { label: `报整改${number}`, command: `/整改 ${number} 见第${report}号报告` },
      })
  }
  return offered
}
