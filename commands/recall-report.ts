import {
  formerVersion,
  type ReportRow,
  reportsFirstBroughtBy,
  reportsOfMessage,
  reviseReport,
  setReportStatus,
} from '../storage/reports.ts'
import { type Context, defineCommand } from './command.ts'
import { roundAlreadyCompiled, tellOfChange } from './compiled-round.ts'
import type { OutgoingMessage } from './message.ts'
import { understood } from './understood.ts'
import { consequence } from './withdraw-report.ts'

/**
 * 撤回: the platform says that a message was withdrawn by its sender. The reports it brought go with it; one that it
 * corrected says again what it said before.
 */
export const recallReport = defineCommand({
  name: '撤回',
  aliases: [],
  usage: '长按本人消息，选择“撤回”',
  summary: '撤回消息即撤回其中的报告',
  roles: 'anyone',
  async run([messageId], context) {
    const { db, message, sender } = context
    if (messageId === undefined) return []
    const lines: string[] = []
    const notices: OutgoingMessage[] = []
    for (const report of await reportsOfMessage(db, messageId)) {
      // Only a sender can recall a message: an event that says otherwise is not believed.
      if (report.room !== message.room || report.sender !== sender.name) continue
      const compiled = await roundAlreadyCompiled(db, report)
      lines.push(`${await takeBack(report, context)}${consequence(compiled)}`)
      if (compiled !== null)
        notices.push(...tellOfChange(compiled, [`撤回第${report.id}号（${report.unit}）`], context.directory))
    }
    for (const report of await reportsFirstBroughtBy(db, messageId))
      if (report.sender === sender.name && report.messageId !== messageId)
        lines.push(
          `第${report.id}号（${report.unit}）已由后来的消息更正，仍然计入；如需撤销，请发送“/撤销 ${report.id}”。`,
        )
    return lines.length === 0 ? [] : [context.reply(lines.join('\n'), { bundle: true }), ...notices]
  },
})

async function takeBack(report: ReportRow, { db, sender, now }: Context): Promise<string> {
  const former = await formerVersion(db, report)
  if (former === null) {
    await setReportStatus(db, report, 'withdrawn', sender.name, '消息撤回', now)
    return `第${report.id}号（${report.unit}）已随消息撤回。`
  }
  await reviseReport(db, report, former.content, former.messageId, sender.name, now)
  return `更正已撤回，第${report.id}号恢复为：${understood(report.unit, former.content)}。`
}
