import { parseTables } from '../reports/intake/parse-message.ts'
import { looksLikeTable } from '../reports/tables/attached-sheets.ts'
import { storedFile } from '../storage/inbox.ts'
import { type Context, defineCommand } from './command.ts'
import { mentionOf, takesReports } from './conversation.ts'
import type { OutgoingMessage } from './message.ts'
import { takeReport } from './take-report.ts'
import { brief } from './understood.ts'

/** What to do about a table that cannot be taken, by the words of the reason; the first that fits. */
const advice: [RegExp, string][] = [
  // The reason says it itself.
  [/请/, ''],
  [/超过|过大|超时/, '请分成几个文件后重发，或将检查情况以文字发到本群。'],
  [/读取失败|未能取得/, '请重新发送，或将检查情况以文字发到本群。'],
  [/^/, '请用 Excel 或 WPS 另存为 .xlsx 后重发，或将检查情况以文字发到本群。'],
]

/**
 * 附件: takes the reports in a workbook or CSV file that is posted in a reporting group, as it would take them from a
 * text. A table that cannot be read, or has none, is answered, so that nobody takes it as reported; other files are
 * only kept.
 */
export const submitWorkbook = defineCommand({
  name: '附件',
  aliases: [],
  usage: '发送附件',
  summary: '报送附件表格中的检查情况',
  roles: 'anyone',
  async run(_args, context) {
    const { room, message, attachment, directory } = context
    const file = storedFile(message)
    if (file === null) return []
    const name = brief(file.name)
    const answer = (text: string) => [context.reply(text, { mentions: mentionOf(context) })]
    if (file.refused !== undefined)
      return takesReports(room) || message.room === null ? answer(`“${name}”${file.refused}，未作登记。`) : []
    if (message.room === null) return misplaced(file.name, context)
    if (attachment === null || !takesReports(room)) return []
    if ('refused' in attachment) {
      const advised = advice.find(([reason]) => reason.test(attachment.refused))![1]
      return answer(`“${name}”未计入：${attachment.refused}。${advised}`)
    }
    const parsed = parseTables(
      attachment.sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ cells }) => cells) })),
      { text: withoutEnding(file.name), at: message.at, room: message.room, from: message.sender },
      directory.gazetteer,
    )
    return parsed.kind === 'chat'
      ? answer(
          `“${name}”已留存，其中未识别出检查情况，未计入。如为检查报送，请按“/模板”各栏设置表头后重发，或以文字发到本群。`,
        )
      : takeReport(parsed, context)
  },
})

const withoutEnding = (name: string) => name.replace(/\.[a-z]{1,4}$/i, '')

/** An officer who sends a table to the bot alone is told where to. */
function misplaced(name: string, { sender, directory, reply }: Context): OutgoingMessage[] {
  const own = sender.unit === null ? null : directory.reportingRoomOf(sender.unit)
  return own === null || !looksLikeTable(name)
    ? []
    : [reply(`“${brief(name)}”请发到“${own}”，此处不予登记。`)]
}
