import { pendingReports, reportById, setReportStatus } from '../storage/reports.ts'
import type { Outcome } from './acknowledge.ts'
import { numberOf } from './arguments.ts'
import { type Context, cancelled, defineCommand, officials, operators, refuse } from './command.ts'
import { type Assignment, assignRound } from './current-round.ts'
import type { OutgoingMessage } from './message.ts'

/** After so many of one sender in a round the duty group is not asked again about each. */
const questionsPerSender = 3

/**
 * Whether what this sender reports here counts at once: officers of units of the group's jurisdiction 属地, and people
 * of the department. Nobody else speaks for a unit until a duty officer has admitted the report.
 */
export function mayReport({ sender, room, directory }: Context): boolean {
  if (officials.includes(sender.role)) return true
  if (sender.role !== 'reporter' || sender.unit === null || !room?.roles.includes('reporting')) return false
  return room.jurisdiction === null || directory.gazetteer.isWithin(sender.unit, room.jurisdiction)
}

/** Asks the duty group about reports of people who are not in the roster. */
export async function askAdmission(
  outcomes: Outcome[],
  { round }: Assignment,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, directory, sender, message } = context
  const asked = (await pendingReports(db, round.id)).filter(report => report.sender === sender.name)
  if (asked.length > questionsPerSender) return []
  return outcomes
    .filter((outcome): outcome is Outcome & { kind: 'pending' } => outcome.kind === 'pending')
    .flatMap(({ number, said }) =>
      directory.roomsFor('duty').map(room => ({
        to: { room },
        text: `“${sender.name}”不是“${message.room}”登记的报送人，报送第${number}号：${said}。请核对是否采信。`,
        choices: [
          { label: '采信', command: `/采信 ${number}` },
          { label: '不采信', command: `/采信 ${number} ${cancelled}` },
        ],
        choicesFor: directory.peopleAs('dutyOfficer', 'administrator'),
      })),
    )
}

/** 采信: lets a report of somebody who is not in the roster count. */
export const admitReport = defineCommand({
  name: '采信',
  aliases: ['cax'],
  usage: '/采信 <编号> [取消]',
  summary: '将名册外人员报送的检查情况计入',
  roles: operators,
  async run([id, decision], context) {
    const { db, sender, now, directory, calendar } = context
    const report = (await reportById(db, numberOf(id))) ?? refuse(`没有编号为${numberOf(id)}的报告。`)
    if (report.status !== 'pending') return [context.reply(`第${report.id}号无需采信，或已处理。`)]
    const admitted = decision !== cancelled
    await setReportStatus(
      db,
      report,
      admitted ? 'counted' : 'withdrawn',
      sender.name,
      admitted ? '采信' : '不采信',
      now,
    )
    const { compiled } = await assignRound(db, calendar, now, now)
    const answer = admitted
      ? `第${report.id}号已采信计入${compiled ? '，列入更正版' : ''}。`
      : `第${report.id}号不予采信，未计入。`
    const room = report.room !== null && directory.room(report.room) !== null ? [report.room] : []
    return [context.reply(answer), ...room.map(name => ({ to: { room: name }, text: answer, bundle: true }))]
  },
})
