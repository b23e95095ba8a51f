import { pendingReports, type ReportRow, reportById, reportsAt, setReportStatus } from '../storage/reports.ts'
import type { Outcome } from './acknowledge.ts'
import { numberOf } from './arguments.ts'
import { type Context, cancelled, defineCommand, officials, operators, refuse } from './command.ts'
import { roundAlreadyCompiled, tellOfChange } from './compiled-round.ts'
import { conversation } from './conversation.ts'
import type { Assignment } from './current-round.ts'
import { followChanges } from './follow-changes.ts'
import type { OutgoingMessage } from './message.ts'
import { brief } from './understood.ts'

/** After so many messages of one sender in a round the duty group is not asked about each further one. */
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

/** Asks the duty group about reports of people who are not in the roster: one question a message. */
export async function askAdmission(
  outcomes: Outcome[],
  { round }: Assignment,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, directory, sender, message } = context
  const pending = outcomes.filter(
    (outcome): outcome is Outcome & { kind: 'pending' } => outcome.kind === 'pending',
  )
  if (pending.length === 0) return []
  const asked = new Set(
    (await pendingReports(db, round.id))
      .filter(report => report.sender === sender.name && report.messageId !== message.messageId)
      .map(report => report.messageId),
  )
  if (asked.size >= questionsPerSender) return []
  const numbers = pending.map(({ number }) => number).join(' ')
  return directory.roomsFor('duty').map(room => ({
    to: { room },
    text: `“${brief(sender.name)}”不是“${message.room}”登记的报送人，报送：\n${pending.map(({ number, said }) => `第${number}号：${said}`).join('\n')}\n请核对是否采信。`,
    choices: [
      { label: '采信', command: `/采信 ${numbers}` },
      { label: '不采信', command: `/采信 ${numbers} ${cancelled}` },
    ],
    choicesFor: directory.peopleAs('dutyOfficer', 'administrator'),
  }))
}

/** 采信: lets reports of somebody who is not in the roster count. */
export const admitReport = defineCommand({
  name: '采信',
  aliases: ['cax'],
  usage: '/采信 <编号>… [取消]',
  summary: '将名册外人员报送的检查情况计入',
  roles: operators,
  async run(args, context) {
    const admitted = args.at(-1) !== cancelled
    const numbers = (admitted ? args : args.slice(0, -1)).map(numberOf)
    if (numbers.length === 0) refuse('请写明编号，例如“/采信 12”。')
    const answers: OutgoingMessage[] = []
    for (const number of numbers) answers.push(...(await settle(number, admitted, context)))
    return answers
  },
})

async function settle(number: number, admitted: boolean, context: Context): Promise<OutgoingMessage[]> {
  const { db, sender, now, directory } = context
  const report = (await reportById(db, number)) ?? refuse(`没有编号为${number}的报告。`)
  if (report.status !== 'pending')
    return [context.reply(`第${number}号无需采信，或已处理。`, { bundle: true })]
  const status = admitted ? 'counted' : 'withdrawn'
  await setReportStatus(db, report, status, sender.name, admitted ? '采信' : '不采信', now)
  const compiled = admitted ? await roundAlreadyCompiled(db, report) : null
  const named = `第${number}号（${report.unit}）`
  const text = admitted ? `${named}已采信计入。${await twin(report, context)}` : `${named}不予采信，未计入。`
  const reply = context.reply(text, { bundle: true })
  const room = report.room !== null && conversation(reply.to) !== `room:${report.room}` ? report.room : null
  return [
    reply,
    ...(room === null ? [] : [{ to: { room }, text, bundle: true }]),
    ...(compiled === null ? [] : tellOfChange(compiled, [`采信${named}`], directory)),
    ...(admitted ? await followChanges([{ number, unit: report.unit, verb: '补报' }], context) : []),
  ]
}

/** What a duty officer should look at before the figures go out: the same enterprise counted twice. */
async function twin(report: ReportRow, { db }: Context): Promise<string> {
  const others = (await reportsAt(db, report.unit, report.date, report.enterprise)).filter(
    other => other.id !== report.id && other.status === 'counted',
  )
  return others[0] === undefined
    ? ''
    : `该企业当日另有第${others[0].id}号，请核对是否重复；重复的可用“/撤销 ${report.id}”。`
}
