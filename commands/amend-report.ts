import { type Amended, amendInspection, unclearRectification } from '../reports/intake/amend-inspection.ts'
import { checkInspection } from '../reports/intake/check.ts'
import type { Inspection, Problem } from '../reports/intake/parsed-message.ts'
import { businessDate } from '../reports/time.ts'
import { readHazards } from '../storage/hazards.ts'
import { contentOf } from '../storage/report-columns.ts'
import { type ReportContent, type ReportRow, reviseReport } from '../storage/reports.ts'
import type { Outcome } from './acknowledge.ts'
import { type Context, operators } from './command.ts'
import { roundAlreadyCompiled } from './compiled-round.ts'
import { blocks } from './submission.ts'

/** Who may change single fields of a report: who sent it, officers of its unit or of the city above, duty officers. */
export function mayAmend(report: ReportRow, { sender, directory }: Context): boolean {
  if (sender.name === report.sender || operators.includes(sender.role)) return true
  if (sender.role !== 'reporter' || sender.unit === null) return false
  return directory.gazetteer.isWithin(report.unit, sender.unit)
}

/** What a stored report says. */
export async function readContent(report: ReportRow, { db }: Pick<Context, 'db'>): Promise<ReportContent> {
  return contentOf(report, (await readHazards(db, [report.id])).get(report.id) ?? [])
}

/** Changes in a report the fields that are stated, and keeps the others; `faults` were found in stating them. */
export async function amendReport(
  report: ReportRow,
  stated: Inspection,
  faults: Problem[],
  context: Context,
): Promise<Outcome> {
  const kept = await readContent(report, context)
  const today = businessDate(new Date(context.message.at))
  return saveAmended(report, kept, stated, amendInspection(kept, stated, today), faults, context)
}

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
