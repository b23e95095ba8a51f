import type { ParsedMessage } from '../reports/intake/parsed-message.ts'
import { acknowledge, compiledChanges, type Outcome } from './acknowledge.ts'
import { askAdmission } from './admit-report.ts'
import { tellReporters } from './amend-report.ts'
import type { Context } from './command.ts'
import { tellOfChange } from './compiled-round.ts'
import { sentAtOf, takesReports } from './conversation.ts'
import { type Assignment, assignRound } from './current-round.ts'
import { followChanges } from './follow-changes.ts'
import type { OutgoingMessage } from './message.ts'
import { blocks } from './submission.ts'
import { takeInspections } from './take-inspections.ts'
import { takeTotals } from './take-totals.ts'
import { takeZeroReports } from './take-zero-reports.ts'
import type { ReportChange } from './verification/verify-corrected.ts'

/**
 * Takes what a message or a workbook says, once intake has read it: finds the round, stores, corrects or refuses, and
 * answers. Chat is not for here.
 */
export async function takeReport(parsed: ParsedMessage, context: Context): Promise<OutgoingMessage[]> {
  const { directory, room, db, calendar, now } = context
  if (!takesReports(room)) return misplaced(context)
  const assignment = await assignRound(db, calendar, sentAtOf(context), now)
  const outcomes = await take(parsed, assignment, context)
  const inconsistent = parsed.problems.filter(
    ({ kind, inspection }) => kind === 'inconsistent' && inspection === undefined,
  )
  return [
    acknowledge(outcomes, assignment, context, inconsistent),
    ...(await askAdmission(outcomes, assignment, context)),
    ...compiledChanges(outcomes).flatMap(({ round, numbers }) => tellOfChange(round, numbers, directory)),
    ...(outcomes.some(changes) ? await tellReporters(context) : []),
    ...(await followChanges(outcomes.flatMap(changeBy), context)),
  ]
}

/** Whether a report that was there says something else now. */
const changes = (outcome: Outcome): boolean =>
  outcome.kind === 'revised' || (outcome.kind === 'totals' && outcome.revised)

/** What became of a report that may be in question 核实. */
function changeBy(outcome: Outcome): ReportChange[] {
  const { kind } = outcome
  if (kind !== 'accepted' && kind !== 'zero' && kind !== 'totals' && kind !== 'revised') return []
  return [{ number: outcome.number, unit: outcome.unit, verb: changes(outcome) ? '更正' : '补报' }]
}

async function take(parsed: ParsedMessage, assignment: Assignment, context: Context): Promise<Outcome[]> {
  if (parsed.kind === 'zero') return takeZeroReports(parsed, assignment, context)
  // What is wrong with the message as a whole is said once. An amendment takes its unit from the report.
  const amends = parsed.correction && parsed.inspections.some(({ states }) => states !== undefined)
  const ofAll = parsed.problems.filter(problem => problem.inspection === undefined)
  if (ofAll.some(blocks) && !amends) return [{ kind: 'refused', problems: ofAll }]
  const outcomes = [
    ...(await takeInspections(parsed, assignment, context)),
    ...(await takeTotals(parsed, assignment, context)),
    ...(await takeZeroReports(parsed, assignment, context)),
  ]
  return outcomes.length > 0 ? outcomes : [{ kind: 'refused', problems: parsed.problems }]
}

/** A report in a direct message or a group that takes none is not lost in silence: its sender is told where to. */
function misplaced({ message, sender, directory }: Context): OutgoingMessage[] {
  const own = sender.unit === null ? null : directory.reportingRoomOf(sender.unit)
  // In a group somebody may have passed on another's report: only an officer is told.
  if (own === null && message.room !== null) return []
  const where = own === null ? '所在的报送群' : `“${own}”`
  return [{ to: { person: sender.name }, text: `检查情况请发到${where}，此处不予登记。` }]
}
