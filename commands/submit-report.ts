import { parseMessage } from '../reports/intake/parse-message.ts'
import type { Inspection, ParsedMessage, Problem } from '../reports/intake/parsed-message.ts'
import { businessDate } from '../reports/time.ts'
import {
  addReport,
  type ReportContent,
  type ReportRow,
  reportsOfUnitOn,
  reviseReport,
  type Submission,
  zeroReportsOf,
} from '../storage/reports.ts'
import { acknowledge, type Outcome, understood } from './acknowledge.ts'
import { askAdmission, mayReport } from './admit-report.ts'
import { type Context, defineCommand } from './command.ts'
import { type Assignment, assignRound } from './current-round.ts'
import { findPredecessor } from './find-predecessor.ts'
import type { OutgoingMessage } from './message.ts'

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
  async run(_args, context) {
    const { message, directory, room, db, calendar, now } = context
    const text = context.text.replace(/^\s*[/／](?:报送|bs)\s*/i, '')
    const parsed = parseMessage(
      { text, at: message.at, room: message.room, from: message.sender },
      directory.gazetteer,
    )
    if (parsed.kind === 'chat') return []
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
      ...tellOfChange(outcomes, assignment, context),
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
  for (const unit of parsed.units) {
    const [earlier] = await zeroReportsOf(context.db, assignment.round.id, unit)
    if (earlier !== undefined) {
      outcomes.push({ kind: 'repeated', unit, number: earlier.id, enterprise: null })
      continue
    }
    const zeroOn = businessDate(context.now)
    const number = await addReport(context.db, submission(unit, assignment, context), { zeroOn })
    outcomes.push(
      mayReport(context)
        ? { kind: 'zero', unit, number }
        : { kind: 'pending', number, said: `${unit}，零报告`, problems: [] },
    )
  }
  return outcomes
}

async function takeInspections(
  parsed: ParsedMessage,
  assignment: Assignment,
  context: Context,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [i, inspection] of parsed.inspections.entries()) {
    const problems = parsed.problems.filter(({ inspection: of }) => of === undefined || of === i)
    outcomes.push(await takeInspection(inspection, problems, parsed.correction, assignment, context))
  }
  // Faults of the message as a whole, where it held no inspection to hang them on.
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
  if (unit === null || problems.some(blocks)) {
    const strayed = problems.filter(blocks).every(problem => problem.kind === 'outsideJurisdiction')
    const elsewhere = unit !== null && strayed ? directory.reportingRoomOf(unit) : null
    return { kind: 'refused', problems, enterprise, elsewhere }
  }
  const missing = problems.filter(problem => problem.kind === 'missing').map(problem => problem.field)
  const trusted = mayReport(context)
  const predecessor = trusted ? await findPredecessor(inspection, unit, correction, context) : null
  const content: ReportContent = {
    ...inspection,
    date: inspection.date ?? predecessor?.report.date ?? businessDate(new Date(message.at)),
    missing,
  }
  if (predecessor?.relation === 'same')
    return { kind: 'repeated', unit, number: predecessor.report.id, enterprise }
  if (predecessor?.relation === 'replaces') {
    await reviseReport(db, predecessor.report, content, message.messageId, sender.name, now)
    const completed = !correction && predecessor.report.missing !== '[]'
    return { kind: 'revised', unit, number: predecessor.report.id, content, problems, completed }
  }
  const others = (await reportsOfUnitOn(db, unit, content.date)).filter(isAt(enterprise))
  const number = await addReport(db, submission(unit, assignment, context), content)
  if (!trusted) return { kind: 'pending', number, said: understood(unit, content), problems }
  return {
    kind: 'accepted',
    unit,
    number,
    content,
    problems,
    unfoundCorrection: correction,
    alsoReported: others[0]?.id ?? null,
  }
}

const isAt = (enterprise: string | null) => (report: ReportRow) =>
  report.status === 'counted' && enterprise !== null && report.enterprise === enterprise

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

/** After compiling the duty officer should know that there is something to correct; several are told together. */
function tellOfChange(
  outcomes: Outcome[],
  { compiled }: Assignment,
  { directory }: Context,
): OutgoingMessage[] {
  if (!compiled) return []
  const numbers = outcomes.flatMap(outcome =>
    outcome.kind === 'accepted' || outcome.kind === 'revised' || outcome.kind === 'zero'
      ? [`第${outcome.number}号（${outcome.unit}）`]
      : [],
  )
  if (numbers.length === 0) return []
  return directory.roomsFor('duty').map(room => ({
    to: { room },
    text: `编制后收到${numbers.join('、')}，可用“/日报 更正”发更正版。`,
    bundle: true,
  }))
}

/** A report in a direct message or a group that takes none is not lost in silence: its sender is told where to. */
function misplaced({ sender, directory }: Context): OutgoingMessage[] {
  const room = sender.unit === null ? null : directory.reportingRoomOf(sender.unit)
  if (room === null) return []
  return [{ to: { person: sender.name }, text: `检查情况请发到“${room}”，此处不予登记。` }]
}
