import { parseMessage } from '../reports/intake/parse-message.ts'
import type { Inspection, ParsedMessage, Problem } from '../reports/intake/parsed-message.ts'
import { addDays, businessDate, longDate } from '../reports/time.ts'
import {
  addReport,
  countedReportsOf,
  type ReportContent,
  reviseReport,
  type Submission,
} from '../storage/reports.ts'
import { acknowledge, compiledChanges, type Outcome, understood } from './acknowledge.ts'
import { askAdmission, mayReport } from './admit-report.ts'
import { type Context, defineCommand, refuse } from './command.ts'
import { roundAlreadyCompiled, tellOfChange } from './compiled-round.ts'
import { type Assignment, assignRound } from './current-round.ts'
import { findPredecessor } from './find-predecessor.ts'
import type { OutgoingMessage } from './message.ts'

/** Inspections older than so many days are not reported any more. */
const oldestDays = 60

/**
 * 报送: takes an inspection report. Every message of a reporting group that is no command comes through here; ordinary
 * chat leaves without an answer.
 */
export const submitReport = defineCommand({
  name: '报送',
  aliases: ['bs'],
  usage: '/报送 <检查情况>（直接发送检查情况即可，不必输入命令）',
  summary: '报送检查情况或零报告',
  roles: 'anyone',
  takesText: true,
  async run(_args, context) {
    const { message, directory, room, db, calendar, now } = context
    const text = context.text.replace(/^\s*[/／](?:报送|bs)\s*/i, '')
    const parsed = parseMessage(
      { text, at: message.at, room: message.room, from: message.sender },
      directory.gazetteer,
    )
    if (parsed.kind === 'chat')
      return text === context.text ? [] : refuse('未识别出检查情况。发送“/模板”可取报送模板。')
    if (room === null || !room.roles.some(role => role === 'reporting' || role === 'provincial'))
      return misplaced(context)

    const sentAt = new Date(message.at) < now ? new Date(message.at) : now
    const assignment = await assignRound(db, calendar, sentAt, now)
    const outcomes =
      parsed.kind === 'zero'
        ? await takeZeroReports(parsed, assignment, context)
        : await takeInspections(parsed, assignment, context)
    return [
      acknowledge(outcomes, assignment, context),
      ...(await askAdmission(outcomes, assignment, context)),
      ...compiledChanges(outcomes).flatMap(({ round, numbers }) => tellOfChange(round, numbers, directory)),
    ]
  },
})

async function takeZeroReports(
  parsed: ParsedMessage,
  assignment: Assignment,
  context: Context,
): Promise<Outcome[]> {
  const refused = parsed.problems.filter(blocks)
  if (refused.length > 0 || parsed.units.length === 0) return [{ kind: 'refused', problems: parsed.problems }]
  const outcomes: Outcome[] = []
  for (const unit of parsed.units) outcomes.push(await takeZeroReport(unit, assignment, context))
  return outcomes
}

async function takeZeroReport(unit: string, assignment: Assignment, context: Context): Promise<Outcome> {
  const { db, now } = context
  const { round } = assignment
  const [earlier] = await countedReportsOf(db, round.id, unit, 'zero')
  if (earlier !== undefined) return { kind: 'repeated', unit, number: earlier.id, enterprise: null }
  // Both cannot be true, and taking back what was inspected is for a person to say.
  const [inspected] = await countedReportsOf(db, round.id, unit, 'inspection')
  if (inspected !== undefined) return { kind: 'contradicted', unit, number: inspected.id }
  const zeroOn = businessDate(now)
  const number = await addReport(db, submission(unit, assignment, context), { zeroOn })
  return mayReport(context)
    ? { kind: 'zero', unit, number, compiled: compiledRoundOf(assignment) }
    : { kind: 'pending', number, said: `${unit}，零报告`, problems: [] }
}

const compiledRoundOf = ({ round, compiled }: Assignment) => (compiled ? round : null)

async function takeInspections(
  parsed: ParsedMessage,
  assignment: Assignment,
  context: Context,
): Promise<Outcome[]> {
  // What is wrong with the message as a whole is said once.
  const ofAll = parsed.problems.filter(problem => problem.inspection === undefined)
  if (ofAll.some(blocks)) return [{ kind: 'refused', problems: ofAll }]
  const outcomes: Outcome[] = []
  for (const [i, inspection] of parsed.inspections.entries()) {
    const problems = parsed.problems.filter(({ inspection: of }) => of === undefined || of === i)
    outcomes.push(await takeInspection(inspection, problems, parsed.correction, assignment, context))
  }
  if (outcomes.length === 0) outcomes.push({ kind: 'refused', problems: parsed.problems })
  return outcomes
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
  const stale = staleDate(inspection, context)
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
    return { kind: 'repeated', unit, number: predecessor.report.id, enterprise }
  if (predecessor?.relation === 'replaces') {
    const { report } = predecessor
    await reviseReport(db, report, content, message.messageId, sender.name, now)
    return {
      kind: 'revised',
      unit,
      number: report.id,
      content,
      problems,
      completed: !correction && report.missing !== '[]',
      compiled: await roundAlreadyCompiled(db, report),
    }
  }
  const number = await addReport(db, submission(unit, assignment, context), content)
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

/** A date so long ago is a slip of the pen, and would stand in today's figures. */
function staleDate({ date }: Inspection, { now }: Context): Problem | null {
  if (date === null || date >= addDays(businessDate(now), -oldestDays)) return null
  return { field: 'date', kind: 'impossibleDate', message: `检查日期${longDate(date)}距今过久，请核对` }
}

/** What is wrong in a way that would put a wrong figure into the report; the rest is accepted and asked for. */
const blocks = ({ kind, field }: Problem): boolean =>
  kind === 'unknownUnit' ||
  kind === 'ambiguousUnit' ||
  kind === 'outsideJurisdiction' ||
  kind === 'tooLong' ||
  (kind === 'impossibleDate' && field === 'date')

const submission = (unit: string, { round, late }: Assignment, context: Context): Submission => ({
  roundId: round.id,
  unit,
  status: mayReport(context) ? 'counted' : 'pending',
  inboxId: context.message.id,
  messageId: context.message.messageId,
  room: context.message.room,
  sender: context.sender.name,
  receivedAt: context.now,
  late,
})

/** A report in a direct message or a group that takes none is not lost in silence: its sender is told where to. */
function misplaced({ message, sender, directory }: Context): OutgoingMessage[] {
  const own = sender.unit === null ? null : directory.reportingRoomOf(sender.unit)
  // In a group somebody may have passed on another's report: only an officer is told.
  if (own === null && message.room !== null) return []
  const where = own === null ? '所在的报送群' : `“${own}”`
  return [{ to: { person: sender.name }, text: `检查情况请发到${where}，此处不予登记。` }]
}
