import { businessDate } from '../reports/time.ts'
import { readSetting, writeSetting } from '../storage/settings.ts'
import { defineCommand } from './command.ts'
import { mentionOf, takesReports } from './conversation.ts'

/** What the chat shows in place of what is no text, and may hold inspections. */
const placeholder = /^\[(?:聊天记录|链接|小程序)\]$/

/** 无法读取: somebody passed on what the bot cannot read; told once a day to each. */
export const askForText = defineCommand({
  name: '无法读取',
  aliases: [],
  usage: '转发聊天记录、链接、小程序',
  summary: '提醒改发文字',
  roles: 'anyone',
  async run(_args, context) {
    const { db, message, sender, room, now } = context
    if (!takesReports(room) || !placeholder.test(message.text.trim())) return []
    const key = `askedForText.${sender.name}`
    const today = businessDate(now)
    if ((await readSetting(db, key)) === today) return []
    await writeSetting(db, key, today)
    return [
      context.reply(`${message.text.trim()}无法读取，未计入。其中如有检查情况，请改发文字或 .xlsx 附件。`, {
        bundle: true,
        mentions: mentionOf(context),
      }),
    ]
  },
})
