import type { Inspection, ParsedMessage, Problem } from '../reports/intake/parsed-message.ts'
import { businessDate } from '../reports/time.ts'
import { addReport, type ReportContent, reviseReport } from '../storage/reports.ts'
import { totalsOfRound } from '../storage/totals-reports.ts'
import type { Outcome } from './acknowledge.ts'
import { mayReport } from './admit-report.ts'
import { amendReport, mayAmend } from './amend-report.ts'
import type { Context } from './command.ts'
import { roundAlreadyCompiled } from './compiled-round.ts'
import type { Assignment } from './current-round.ts'
import { findAmended, findPredecessor } from './find-predecessor.ts'
import { blocks, compiledRoundOf, concerns, staleDate, submissionOf } from './submission.ts'
import { tellOvertaken } from './take-totals.ts'
import { understood } from './understood.ts'

/** Takes the inspections of a message, one report each: new, corrected, repeated or refused. */
export async function takeInspections(
  parsed: ParsedMessage,
  assignment: Assignment,
  context: Context,
): Promise<Outcome[]> {
  const { id: roundId } = assignment.round
  const totals = parsed.inspections.length === 0 ? null : await totalsOfRound(context.db, roundId)
  const outcomes: Outcome[] = []
  for (const [i, inspection] of parsed.inspections.entries()) {
    const problems = parsed.problems.filter(concerns(i))
    const { correction } = parsed
    outcomes.push(
      correction && inspection.states !== undefined
        ? await takeAmendment(inspection, problems, context)
        : await takeInspection(inspection, problems, correction, assignment, context),
    )
  }
  // Said once, with the last that counts.
  const last = outcomes.findLast(({ kind }) => kind === 'accepted' || kind === 'revised')
  if (totals !== null && last !== undefined && 'problems' in last)
    last.problems = [...(await tellOvertaken(totals, roundId, context)), ...last.problems]
  return outcomes
}

/** 补充：检查人员：王五 changes one field of a report that is there already. */
async function takeAmendment(
  inspection: Inspection,
  problems: Problem[],
  context: Context,
): Promise<Outcome> {
  const report = await findAmended(inspection, context)
  if (report === null) return { kind: 'unfound' }
  if (!mayAmend(report, context)) return { kind: 'forbidden', number: report.id }
  // The unit is that of the report, whatever the message does not say about it.
  const faults = problems.filter(problem => problem.field !== 'inspectingUnit' && problem.kind !== 'missing')
  const stale = staleDate(inspection.date, context)
  if (stale !== null) faults.push(stale)
  if (faults.some(blocks)) return { kind: 'refused', problems: faults, enterprise: report.enterprise }
  return amendReport(report, inspection, faults, context)
}

async function takeInspection(
  inspection: Inspection,
  problems: Problem[],
  correction: boolean,
  assignment: Assignment,
  context: Context,
): Promise<Outcome> {
  const { unit, enterprise } = inspection
  const { db, message, sender, now, directory } = context
  const stale = staleDate(inspection.date, context)
  if (stale !== null) return { kind: 'refused', problems: [...problems, stale], enterprise }
  if (unit === null || problems.some(blocks)) {
    const strayed = problems.filter(blocks).every(problem => problem.kind === 'outsideJurisdiction')
    const elsewhere = unit !== null && strayed ? directory.reportingRoomOf(unit) : null
    return { kind: 'refused', problems, enterprise, elsewhere }
  }
  const missing = problems.filter(problem => problem.kind === 'missing').map(problem => problem.field)
  const trusted = mayReport(context)
  const predecessor = await findPredecessor(inspection, unit, correction, trusted, context)
  const content: ReportContent = {
    ...inspection,
    date: inspection.date ?? predecessor?.report.date ?? businessDate(new Date(message.at)),
    missing,
  }
  if (predecessor?.relation === 'same')
    return { kind: 'repeated', unit, number: predecessor.report.id, named: enterprise ?? '受检单位未写明' }
  if (predecessor?.relation === 'replaces') {
    const { report } = predecessor
    await reviseReport(db, report, content, message.messageId, sender.name, now)
    return {
      kind: 'revised',
      unit,
      number: report.id,
      content,
      problems,
      completed: !correction,
      compiled: await roundAlreadyCompiled(db, report),
    }
  }
  const number = await addReport(db, submissionOf(unit, assignment, context), content)
  if (!trusted) return { kind: 'pending', number, said: understood(unit, content), problems }
  return {
    kind: 'accepted',
    unit,
    number,
    content,
    problems,
    unfoundCorrection: correction,
    alsoReported: predecessor?.report.id ?? null,
    compiled: compiledRoundOf(assignment),
  }
}
