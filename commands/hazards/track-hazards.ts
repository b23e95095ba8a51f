import type { StatedHazard } from '../../reports/hazards/correct-hazard.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import type { PlacedHazard } from '../../reports/hazards/place-hazards.ts'
import { speaksOfRectification } from '../../reports/hazards/speaks-of-rectification.ts'
import type { Industry } from '../../reports/terms.ts'
import { hazardsOf } from '../../storage/hazards.ts'
import { versionsBefore } from '../../storage/report-versions.ts'
import { type ReportRow, reportById } from '../../storage/reports.ts'
import { trackedHazardsOf } from '../../storage/tracked-hazards.ts'
import type { Context } from '../command.ts'
import { whenClosed } from '../escalation/when-closed.ts'
import type { OutgoingMessage } from '../message.ts'
import { enterFound } from './enter-found.ts'
import { followCorrection, strikeOff } from './follow-up-correction.ts'
import { offerClosure } from './follow-up-report.ts'
import { earlierCases, recognise } from './recognise.ts'
import { tellDisagreement, tellRecurrence } from './tell-tracked.ts'

/** Brings the ledger 台账 up to what reports say now that have come in, changed, or been taken back. */
export async function trackHazards(reports: number[], context: Context): Promise<OutgoingMessage[]> {
  const messages: OutgoingMessage[] = []
  const ended: TrackedHazard[] = []
  for (const number of reports) {
    const report = await reportById(context.db, number)
    if (report === null) continue
    const tracked = await trackReport(report, context)
    messages.push(...tracked.messages)
    ended.push(...tracked.ended)
  }
  return ended.length === 0 ? messages : [...messages, ...(await whenClosed(ended, context))]
}

/** Brings in one report: what there is to say of it, and the hazards that came to their end by it. */
async function trackReport(
  report: ReportRow,
  context: Context,
): Promise<{ messages: OutgoingMessage[]; ended: TrackedHazard[] }> {
  const { db, message } = context
  const counts = report.status === 'counted' && report.kind === 'inspection'
  const stated = counts && report.hazardCount > 0 ? await hazardsOf(db, report.id) : []
  const known = await trackedHazardsOf(db, report.id)
  const ended: TrackedHazard[] = []
  for (const hazard of known)
    if (!stated.some(({ position }) => position === hazard.position))
      ended.push(...(await strikeOff(hazard, reasonOf(report), context)))
  if (stated.length === 0 && !(counts && speaksOfRectification(report.rectification ?? '')))
    return { messages: [], ended }

  const versions = await versionsBefore(db, report, message.messageId)
  const cases = await earlierCases(report, context)
  const messages: OutgoingMessage[] = []
  for (const hazard of stated) {
    const said = sayOf(report, hazard)
    const before = known.find(({ position }) => position === hazard.position)
    if (before === undefined) {
      const found = known.length === 0 ? report.inboxId : message.id
      const { recurs } = await enterFound(report, hazard.position, said, found, cases, context)
      if (recurs !== null) messages.push(tellRecurrence(report, hazard.position, recurs, context))
      continue
    }
    const { hazard: after, stands } = await followCorrection(
      regarding(before, said, cases),
      said,
      versions,
      context,
    )
    if (after.state === 'closed' && before.state !== 'closed') ended.push(after)
    if (after.afterClosure && !before.afterClosure)
      messages.push(tellRecurrence(report, hazard.position, caseOf(after, cases), context))
    if (stands) messages.push(...tellDisagreement(after, context))
  }
  // Seen again without a change, it has nothing new to offer.
  if (known.length === 0 || versions.length > 0)
    messages.push(...(await offerClosure(report, stated, versions[0], cases, context)))
  return { messages, ended }
}

const sayOf = (report: ReportRow, { text, major, rectified, deadline }: PlacedHazard): StatedHazard => ({
  enterprise: report.enterprise,
  place: report.place,
  industry: report.industry as Industry | null,
  foundOn: report.date,
  text,
  major,
  rectified,
  deadline,
})

const caseOf = ({ recurrenceOf }: TrackedHazard, cases: TrackedHazard[]): TrackedHazard =>
  cases.find(
    ({ report, position }) => report === recurrenceOf!.report && position === recurrenceOf!.position,
  )!

/** At another enterprise, or a follow-up no more: what it is to the earlier ones is to be seen anew. */
function regarding(before: TrackedHazard, said: StatedHazard, cases: TrackedHazard[]): TrackedHazard {
  const mayBeFollowUp = before.state === 'void' && before.recurrenceOf === null
  if (before.enterprise === said.enterprise && !mayBeFollowUp) return before
  const recognised = recognise(said, cases)
  const earlier =
    recognised === null ? null : 'recurs' in recognised ? recognised.recurs : recognised.followsUp
  if (earlier === null) return { ...before, recurrenceOf: null, afterClosure: false }
  const { report, position } = earlier
  return { ...before, recurrenceOf: { report, position }, afterClosure: earlier.state === 'closed' }
}

const reasonOf = ({ id, status }: ReportRow): string =>
  status === 'withdrawn' ? `第${id}号报告已撤销` : `第${id}号报告更正后不列此隐患`
