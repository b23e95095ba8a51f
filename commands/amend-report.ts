import { type Amended, amendInspection } from '../reports/intake/amend-inspection.ts'
import { checkInspection } from '../reports/intake/check.ts'
import { unclearRectification } from '../reports/intake/fault-sentences.ts'
import type { Inspection, Problem } from '../reports/intake/parsed-message.ts'
import { businessDate } from '../reports/time.ts'
import { hazardsOf } from '../storage/hazards.ts'
import { contentOf } from '../storage/report-columns.ts'
import { type ReportContent, type ReportRow, reportsOfMessage, reviseReport } from '../storage/reports.ts'
import type { Outcome } from './acknowledge.ts'
import { type Context, operators, refuse } from './command.ts'
import { roundAlreadyCompiled } from './compiled-round.ts'
import type { OutgoingMessage } from './message.ts'
import { blocks } from './submission.ts'
import { numbersOf } from './summed-up.ts'
import { brief } from './understood.ts'

/**
 * Whether a report is the sender's own. A name that is only claimed counts in the room where the report was made: in
 * another, anyone may have taken it.
 */
export const isOwn = (report: ReportRow, { sender, message }: Context): boolean =>
  report.sender === sender.name && (message.claimed === 0 || report.room === message.room)

/**
 * Who may change single fields of a report: who sent it, officers of its unit or of the city above, duty officers. An
 * officer of whom only the name is known reports, and leaves to others what they have reported.
 */
export function mayAmend(report: ReportRow, context: Context): boolean {
  const { sender, message, directory } = context
  if (isOwn(report, context) || operators.includes(sender.role)) return true
  if (message.claimed === 1) return false
  if (sender.role !== 'reporter' || sender.unit === null) return false
  return directory.gazetteer.isWithin(report.unit, sender.unit)
}

/** What a stored report says. */
export async function readContent(report: ReportRow, { db }: Pick<Context, 'db'>): Promise<ReportContent> {
  return contentOf(report, await hazardsOf(db, report.id))
}

/** A report stays its unit's: figures and reminders go by it. Throws a `UserError` for the name of another unit. */
export function refuseOtherUnit({ id, unit }: ReportRow, written: string, { directory }: Context): void {
  const found = directory.gazetteer.resolve(written, directory.cityOf(unit))
  if (found.kind !== 'found' || found.unit !== unit)
    refuse(`第${id}号是${unit}的报告，不能改为“${brief(written)}”。如单位有误，请发送“/撤销 ${id}”后重报。`)
}

/** Who reported hears of it when another has changed the report by the message that is being handled. */
export async function tellReporters({ db, message, sender }: Context): Promise<OutgoingMessage[]> {
  const others = (await reportsOfMessage(db, message.messageId)).filter(
    report => report.sender !== sender.name && report.room !== null,
  )
  return [...Map.groupBy(others, ({ room, sender }) => JSON.stringify([room, sender])).values()].map(
    reports => ({
      to: { room: reports[0]!.room! },
      text: `您报送的${numbersOf(reports.map(({ id }) => id))}已由“${brief(sender.name)}”更正，请核对。`,
      mentions: [reports[0]!.sender],
      bundle: true,
    }),
  )
}

/** Changes in a report the fields that are stated, and keeps the others; `faults` were found in stating them. */
export async function amendReport(
  report: ReportRow,
  stated: Inspection,
  faults: Problem[],
  context: Context,
): Promise<Outcome> {
  const { inspectingUnit, states } = stated
  // Above a correction the city's office is a letterhead; the report stays the county's.
  const signed = inspectingUnit !== null && isLetterhead(report, stated, context)
  if (inspectingUnit !== null && states?.includes('inspectingUnit') && !signed)
    refuseOtherUnit(report, inspectingUnit, context)
  const kept = await readContent(report, context)
  const today = businessDate(new Date(context.message.at))
  const said = signed ? { ...stated, inspectingUnit: null } : stated
  return saveAmended(report, kept, said, amendInspection(kept, said, today), faults, context)
}

/** The unit above that of the report, named beside what is corrected. */
const isLetterhead = ({ unit }: ReportRow, stated: Inspection, { directory }: Context): boolean =>
  stated.unit !== null &&
  stated.unit !== unit &&
  (stated.states ?? []).some(field => field !== 'inspectingUnit') &&
  directory.gazetteer.isWithin(unit, stated.unit)

/** Stores an amended inspection under the number of its report, with what it still lacks. */
export async function saveAmended(
  report: ReportRow,
  kept: ReportContent,
  stated: Pick<Inspection, 'states'>,
  { inspection, problems: found }: Amended,
  faults: Problem[],
  context: Context,
): Promise<Outcome> {
  const { db, message, sender, now } = context
  const statesHazards =
    inspection.hazards.length > 0 ||
    stated.states?.includes('hazards') === true ||
    !kept.missing.includes('hazards')
  const problems = [...checkInspection({ inspection, statesHazards, problems: found }), ...faults]
  if (staysUnclear(kept, inspection)) problems.push(unclearRectification)
  if (problems.some(blocks)) return { kind: 'refused', problems, enterprise: report.enterprise }
  const content: ReportContent = {
    ...inspection,
    date: inspection.date ?? kept.date,
    missing: problems.filter(({ kind }) => kind === 'missing').map(({ field }) => field),
  }
  await reviseReport(db, report, content, message.messageId, sender.name, now)
  return {
    kind: 'revised',
    unit: report.unit,
    number: report.id,
    content,
    problems,
    completed: kept.missing.length > content.missing.length,
    compiled: report.status === 'counted' ? await roundAlreadyCompiled(db, report) : null,
  }
}

/** It was asked which hazards are rectified, and that was not answered. */
const staysUnclear = (kept: ReportContent, { rectification, hazards }: Inspection): boolean =>
  kept.missing.includes('rectification') &&
  rectification !== null &&
  rectification === kept.rectification &&
  hazards.some(hazard => kept.hazards.includes(hazard) && hazard.rectified === null)
