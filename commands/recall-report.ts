import {
  formerVersion,
  type ReportRow,
  reportsFirstBroughtBy,
  reportsOfMessage,
  reviseReport,
  setReportStatus,
} from '../storage/reports.ts'
import type { Context } from './command.ts'
import { roundAlreadyCompiled, tellOfChange } from './compiled-round.ts'
import { followChanges } from './follow-changes.ts'
import type { OutgoingMessage } from './message.ts'
import { understood } from './understood.ts'
import type { ReportChange } from './verification/verify-corrected.ts'
import { consequence } from './withdraw-report.ts'

/**
 * A message was withdrawn 撤回 by its sender: the reports it brought go with it; one that it corrected says again what
 * it said before.
 */
export async function recallReports(messageId: string, context: Context): Promise<OutgoingMessage[]> {
  const { db, message, sender } = context
  const lines: string[] = []
  const notices: OutgoingMessage[] = []
  const changes: ReportChange[] = []
  for (const report of await reportsOfMessage(db, messageId)) {
    // Only a sender can recall a message: an event that says otherwise is not believed.
    if (report.room !== message.room || report.sender !== sender.name) continue
    const compiled = await roundAlreadyCompiled(db, report)
    const { verb, told } = await takeBack(report, context)
    lines.push(`${told}${consequence(compiled)}`)
    changes.push({ number: report.id, unit: report.unit, verb })
    if (compiled !== null)
      notices.push(...tellOfChange(compiled, [`撤回第${report.id}号（${report.unit}）`], context.directory))
  }
  for (const report of await reportsFirstBroughtBy(db, messageId))
    if (report.sender === sender.name && report.messageId !== messageId)
      lines.push(
        `第${report.id}号（${report.unit}）已由后来的消息更正，仍然计入；如需撤销，请发送“/撤销 ${report.id}”。`,
      )
  return lines.length === 0
    ? []
    : [
        context.reply(lines.join('\n'), { bundle: true }),
        ...notices,
        ...(await followChanges(changes, context)),
      ]
}

async function takeBack(
  report: ReportRow,
  { db, sender, now }: Context,
): Promise<{ verb: ReportChange['verb']; told: string }> {
  const former = await formerVersion(db, report)
  if (former === null) {
    await setReportStatus(db, report, 'withdrawn', sender.name, '消息撤回', now)
    return { verb: '撤销', told: `第${report.id}号（${report.unit}）已随消息撤回。` }
  }
  await reviseReport(db, report, former.content, former.messageId, sender.name, now)
  return {
    verb: '恢复',
    told: `更正已撤回，第${report.id}号恢复为：${understood(report.unit, former.content)}。`,
  }
}
