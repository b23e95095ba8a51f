import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { whereText } from '../../../reports/hazards/hazard-text.ts'
import { act } from '../../../reports/hazards/life.ts'
import { businessDate } from '../../../reports/time.ts'
import { closedOnReport } from '../../../storage/earlier-cases.ts'
import { hazardsOf } from '../../../storage/hazards.ts'
import type { FormerReport } from '../../../storage/report-versions.ts'
import type { ReportRow } from '../../../storage/reports.ts'
import { recordStep } from '../../../storage/tracked-hazards.ts'
import type { Context } from '../../command.ts'
import { followState } from '../../escalation/when-rectified.ts'
import type { OutgoingMessage } from '../../message.ts'
import { unitOfficers, unitRoom } from '../tell-about.ts'
import { coveredBy } from './offer-closure.ts'

/**
 * What was closed 销号 on a report 据报告 is open again when that is withdrawn, or does not say so any more: the closure
 * stood on nothing else. Their units' groups hear it. `former`: what the report said before.
 */
export async function reopenUngrounded(
  report: ReportRow,
  former: FormerReport | undefined,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, now, sender, message } = context
  const closed = former === undefined ? [] : await closedOnReport(db, report.id)
  if (former === undefined || closed.length === 0) return []
  const note = report.status === 'withdrawn' ? `第${report.id}号报告已撤销` : `第${report.id}号报告已更正`
  const hazards = await hazardsOf(db, report.id)
  const standsOn = (hazard: TrackedHazard): boolean =>
    report.status === 'counted' &&
    report.enterprise === former.enterprise &&
    // Whoever closed it on a report that says nothing of it did not go by its words.
    (coveredBy({ ...report, hazards }, [hazard]).length > 0 || coveredBy(former, [hazard]).length === 0)
  const ofRooms = new Map<string, TrackedHazard[]>()
  for (const hazard of closed) {
    if (standsOn(hazard)) continue
    const verdict = act(
      hazard,
      { kind: 'reopen', note, evidence: [{ message: message.id }] },
      { name: sender.name, standing: 'record' },
      { now, today: businessDate(now), takenOver: false, escalated: false },
    )
    if ('obstacle' in verdict) continue
    await recordStep(db, verdict.hazard, verdict.event)
    await followState(hazard.state, verdict.hazard, verdict.event, context)
    const room = await unitRoom(hazard, context)
    if (room !== null) ofRooms.set(room, [...(ofRooms.get(room) ?? []), verdict.hazard])
  }
  return [...ofRooms].map(([room, reopened]) => ({
    to: { room },
    text: `${note}，据其销号的隐患恢复整改：${reopened
      .map(hazard => `${hazardNumber(hazard)} ${whereText(hazard)}：${hazard.text}`)
      .join('；')}。`,
    mentions: [...new Set(reopened.flatMap(hazard => unitOfficers(hazard, context)))],
    bundle: true,
  }))
}
