import type { ParsedMessage } from '../reports/intake/parsed-message.ts'
import { businessDate } from '../reports/time.ts'
import { addReport, countedReportsOf } from '../storage/reports.ts'
import type { Outcome } from './acknowledge.ts'
import { mayReport } from './admit-report.ts'
import type { Context } from './command.ts'
import type { Assignment } from './current-round.ts'
import { blocks, compiledRoundOf, submissionOf } from './submission.ts'

/** Takes zero reports 零报告: one for each unit that a message says made no inspection. */
export async function takeZeroReports(
  { kind, zeroUnits, problems }: ParsedMessage,
  assignment: Assignment,
  context: Context,
): Promise<Outcome[]> {
  if (kind === 'zero' && (problems.some(blocks) || zeroUnits.length === 0)) {
    const strayed = problems.filter(blocks).every(problem => problem.kind === 'outsideJurisdiction')
    const rooms = new Set(zeroUnits.map(unit => context.directory.reportingRoomOf(unit)))
    const elsewhere = strayed && rooms.size === 1 ? [...rooms][0]! : null
    return [{ kind: 'refused', problems, elsewhere }]
  }
  const outcomes: Outcome[] = []
  for (const unit of zeroUnits) outcomes.push(await takeZeroReport(unit, assignment, context))
  return outcomes
}

async function takeZeroReport(unit: string, assignment: Assignment, context: Context): Promise<Outcome> {
  const { db, now } = context
  const { round } = assignment
  // Both cannot be true, and taking back what was inspected is for a person to say.
  for (const kind of ['inspection', 'totals'] as const) {
    const [inspected] = await countedReportsOf(db, round.id, unit, kind)
    if (inspected !== undefined) return { kind: 'contradicted', unit, number: inspected.id }
  }
  const [earlier] = await countedReportsOf(db, round.id, unit, 'zero')
  if (earlier !== undefined) return { kind: 'repeated', unit, number: earlier.id, named: '零报告' }
  const number = await addReport(db, submissionOf(unit, assignment, context), { zeroOn: businessDate(now) })
  return mayReport(context)
    ? { kind: 'zero', unit, number, compiled: compiledRoundOf(assignment) }
    : { kind: 'pending', number, said: `${unit}，零报告`, problems: [] }
}
