import { reportsOfMessage, setReportStatus } from '../storage/reports.ts'
import { defineCommand } from './command.ts'
import { consequence } from './withdraw-report.ts'

/** 撤回: the platform says that a message was withdrawn by its sender; the reports it brought go with it. */
export const recallReport = defineCommand({
  name: '撤回',
  aliases: [],
  usage: '长按本人消息，选择“撤回”',
  summary: '撤回消息即撤回其中的报告',
  roles: 'anyone',
  async run([messageId], context) {
    const { db, sender, now } = context
    if (messageId === undefined) return []
    const lines: string[] = []
    for (const report of await reportsOfMessage(db, messageId)) {
      // Only a sender can recall a message; a report that another has since revised stays.
      if (report.sender !== sender.name) continue
      await setReportStatus(db, report, 'withdrawn', sender.name, '消息撤回', now)
      lines.push(`第${report.id}号（${report.unit}）已随消息撤回。${await consequence(report, context)}`)
    }
    return lines.length === 0 ? [] : [context.reply(lines.join('\n'), { bundle: true })]
  },
})
