import type { Evidence, TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { act } from '../../../reports/hazards/life.ts'
import { businessDate } from '../../../reports/time.ts'
import { mergedInto } from '../../../storage/earlier-cases.ts'
import { hazardEvents } from '../../../storage/hazard-events.ts'
import type { FormerReport } from '../../../storage/report-versions.ts'
import type { ReportRow } from '../../../storage/reports.ts'
import { recordStep } from '../../../storage/tracked-hazards.ts'
import type { Context } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { divisionsText } from '../standing-to.ts'
import { readSupervision } from '../supervision.ts'
import { putToDivision } from './put-to-division.ts'
import { tellReporter } from './tell-tracked.ts'

/**
 * What becomes of hazards that their report does not hold any more: ordinary ones are struck off 作废. One that is grave,
 * or about which others have done something, is not for its unit to take out of the ledger 台账: the division in charge
 * confirms it. `former`: what the report said before.
 */
export async function followRemoval(
  report: ReportRow,
  gone: TrackedHazard[],
  former: FormerReport | undefined,
  context: Context,
): Promise<{ messages: OutgoingMessage[]; ended: TrackedHazard[] }> {
  const because = reasonOf(report)
  const struck: TrackedHazard[] = []
  const waiting: TrackedHazard[] = []
  const told: string[] = []
  for (const hazard of gone) {
    if (hazard.state === 'void') continue
    const guard = await guardOf(hazard, report, context)
    if (guard === null) {
      struck.push(...(await strikeOff(hazard, because, 'record', context)))
      continue
    }
    const wasHeld =
      former?.status === 'counted' && former.hazards.some(({ position }) => position === hazard.position)
    if (!wasHeld) continue
    await noteRevision(hazard, `${because}，待分管处室确认作废`, context)
    waiting.push(hazard)
    told.push(`${hazardNumber(hazard)}${guard}，已报${divisionsText(hazard, context.directory)}确认。`)
  }
  // That all goes with a report that is withdrawn needs no word.
  if (struck.length > 0 && (report.status === 'counted' || told.length > 0))
    told.push(`${struck.map(hazardNumber).join('、')}随之作废。`)
  return {
    messages: [
      ...(told.length === 0 ? [] : [tellReporter(report, told.join(''), context)]),
      ...putToDivision(waiting, '作废', because, context),
    ],
    ended: struck,
  }
}

const reasonOf = ({ id, status }: ReportRow): string =>
  status === 'withdrawn' ? `第${id}号报告已撤销` : `第${id}号报告更正后不列此隐患`

/** Why a hazard is not struck off by a change of its report alone; null where it is. */
async function guardOf(hazard: TrackedHazard, report: ReportRow, context: Context): Promise<string | null> {
  const { db } = context
  if (hazard.major) return '为重大隐患'
  const { takenOver, escalated } = await readSupervision(hazard, db)
  if (takenOver) return '已提级管理'
  if (escalated) return '正在督办'
  return (await othersActed(hazard, report, context)) ? '已由他人办理' : null
}

/** Whether somebody of neither its unit nor the duty office has done something about it. */
async function othersActed(
  hazard: TrackedHazard,
  { sender }: ReportRow,
  { db, directory }: Context,
): Promise<boolean> {
  const own = [
    sender,
    '系统',
    ...directory.officersOf(hazard.unit),
    ...directory.peopleAs('dutyOfficer', 'administrator'),
  ]
  const events = await hazardEvents(db, hazard.id)
  return events.some(
    ({ step, by }) => !['find', 'revise', 'void', 'revive'].includes(step) && !own.includes(by),
  )
}

/** Strikes off 作废 a hazard; what was merged into it 并入 is a case of its own again. */
export async function strikeOff(
  hazard: TrackedHazard,
  note: string,
  standing: 'record' | 'province',
  context: Context,
): Promise<TrackedHazard[]> {
  const { db, now, sender, message } = context
  const evidence: Evidence[] = [{ message: message.id }]
  const actor = { name: sender.name, standing }
  const circumstance = { now, today: businessDate(now), takenOver: false, escalated: false }
  const verdict = act(hazard, { kind: 'void', note, evidence }, actor, circumstance)
  if ('obstacle' in verdict) return []
  await recordStep(db, verdict.hazard, verdict.event)
  for (const { reportedBy: by, ...merged } of await mergedInto(db, hazard)) {
    const revived = act(
      merged,
      { kind: 'revive', note: `${hazardNumber(hazard)}已作废`, evidence },
      { name: sender.name, standing: 'record' },
      circumstance,
    )
    if ('obstacle' in revived) continue
    // Its report said that it is rectified: it is what it would have been without the other.
    const found = merged.major
      ? { state: 'reported' as const, rectifiedBy: by }
      : { state: 'closed' as const, rectifiedBy: by, reinspectedBy: by, onTheSpot: true }
    await recordStep(db, { ...revived.hazard, ...found }, revived.event)
  }
  return [verdict.hazard]
}

/** Notes what is said of a hazard, or changed by somebody who may. */
export async function noteRevision(
  hazard: TrackedHazard,
  note: string,
  { db, now, sender, message }: Context,
): Promise<void> {
  const event = { at: now.toISOString(), by: sender.name, note, evidence: [{ message: message.id }] }
  await recordStep(db, hazard, { step: 'revise', ...event })
}
