import type { StatedHazard } from '../../../reports/hazards/correct-hazard.ts'
import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import type { PlacedHazard } from '../../../reports/hazards/place-hazards.ts'
import { speaksOfRectification } from '../../../reports/hazards/speaks-of-rectification.ts'
import type { Industry } from '../../../reports/terms.ts'
import { businessDate } from '../../../reports/time.ts'
import { hazardsOf } from '../../../storage/hazards.ts'
import { type FormerReport, versionsBefore } from '../../../storage/report-versions.ts'
import { type ReportRow, reportById } from '../../../storage/reports.ts'
import { enterHazards, type FoundHazard, trackedHazardsOf } from '../../../storage/tracked-hazards.ts'
import type { Context } from '../../command.ts'
import { whenClosed } from '../../escalation/when-closed.ts'
import type { OutgoingMessage } from '../../message.ts'
import { ontoWorkingDay } from '../steps/read-deadline.ts'
import { datesText } from './dates-text.ts'
import { followCorrection } from './follow-correction.ts'
import { followRemoval } from './follow-removal.ts'
import { offerClosure } from './offer-closure.ts'
import { readFound } from './read-found.ts'
import { casesBefore, recognise } from './recognise.ts'
import { reopenUngrounded } from './reopen-ungrounded.ts'
import { tellAsked, tellDemoted } from './tell-kept.ts'
import { tellDisagreement, tellRecurrence, tellReporter } from './tell-tracked.ts'

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
  // What has just come in has none.
  const known = report.version === 1 ? [] : await trackedHazardsOf(db, report.id)
  const versions = await versionsBefore(db, report, message.messageId)
  const gone = known.filter(hazard => !stated.some(({ position }) => position === hazard.position))
  const { messages, ended } = await followRemoval(report, gone, versions[0], context)
  messages.push(...(await reopenUngrounded(report, versions[0], context)))
  if (stated.length === 0 && !(counts && speaksOfRectification(report.rectification ?? '')))
    return { messages, ended }

  const cases = await casesBefore(report, context)
  const former = versions.map(version => onWorkingDays(version, context))
  const entered: FoundHazard[] = []
  const demoted: TrackedHazard[] = []
  const said = stated.map(hazard => sayOf(report, hazard, context))
  for (const [i, listed] of stated.entries()) {
    const { position } = listed
    const before = known.find(hazard => hazard.position === position)
    if (before === undefined) {
      const told = known.length === 0 ? report.inboxId : message.id
      const { recurs, ...found } = readFound(report, listed, said[i]!, told, cases, context)
      entered.push(found)
      if (recurs !== null) messages.push(tellRecurrence(report, position, recurs, context))
      continue
    }
    const followed = await followCorrection(
      regarding(before, said[i]!, report.unit, cases),
      said[i]!,
      former,
      businessDate(new Date(report.receivedAt)),
      context,
    )
    const after = followed.hazard
    if (after.state === 'closed' && before.state !== 'closed') ended.push(after)
    if (after.afterClosure && !before.afterClosure)
      messages.push(tellRecurrence(report, position, caseOf(after, cases), context))
    if (followed.stands) messages.push(...tellDisagreement(after, context))
    if (followed.isDemoted) demoted.push(after)
    if (followed.asked !== null) messages.push(...tellAsked(report, after, followed.asked, context))
  }
  await enterHazards(db, entered)
  messages.push(...tellDemoted(report, demoted, context))
  // Seen again without a change, it has nothing new to offer.
  if (known.length > 0 && versions.length === 0) return { messages, ended }
  const dates = datesText(report, stated, versions[0], context)
  if (dates !== '') messages.push(tellReporter(report, dates, context))
  messages.push(...(await offerClosure(report, stated, versions[0], cases, context)))
  return { messages, ended }
}

/** What a report says of a hazard; a deadline on a day off holds until the next working day. */
const sayOf = (
  report: ReportRow,
  { text, major, rectified, deadline }: PlacedHazard,
  { calendar }: Context,
): StatedHazard => ({
  enterprise: report.enterprise,
  place: report.place,
  industry: report.industry as Industry | null,
  foundOn: report.date,
  text,
  major,
  rectified,
  deadline: deadline === null ? null : ontoWorkingDay(deadline, calendar),
})

const onWorkingDays = (version: FormerReport, { calendar }: Context): FormerReport => ({
  ...version,
  hazards: version.hazards.map(hazard => ({
    ...hazard,
    deadline: hazard.deadline === null ? null : ontoWorkingDay(hazard.deadline, calendar),
  })),
})

const caseOf = ({ recurrenceOf }: TrackedHazard, cases: TrackedHazard[]): TrackedHazard =>
  cases.find(
    ({ report, position }) => report === recurrenceOf!.report && position === recurrenceOf!.position,
  )!

/** At another enterprise, or a follow-up no more: what it is to the earlier ones is to be seen anew. */
function regarding(
  before: TrackedHazard,
  said: StatedHazard,
  unit: string,
  cases: TrackedHazard[],
): TrackedHazard {
  const mayBeFollowUp = before.state === 'void' && before.recurrenceOf === null
  if (before.enterprise === said.enterprise && !mayBeFollowUp) return before
  const recognised = recognise(said, unit, cases)
  // It still says that the earlier one is rectified, whatever has become of that meanwhile.
  if (mayBeFollowUp && recognised !== null && 'followsUp' in recognised) return before
  const earlier =
    recognised === null ? null : 'recurs' in recognised ? recognised.recurs : recognised.followsUp
  if (earlier === null) return { ...before, recurrenceOf: null, afterClosure: false }
  const { report, position } = earlier
  return { ...before, recurrenceOf: { report, position }, afterClosure: earlier.state === 'closed' }
}
