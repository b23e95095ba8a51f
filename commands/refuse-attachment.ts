import type { StoredFile } from '../storage/inbox.ts'
import { defineCommand } from './command.ts'
import { mentionOf } from './conversation.ts'

/** Answers a file in a reporting group: tables are kept, and asked for as text, so that nobody takes them as reported. */
export const refuseAttachment = defineCommand({
  name: '附件',
  aliases: [],
  usage: '发送附件',
  summary: '附件留存备查',
  roles: 'anyone',
  async run(_args, context) {
    const { room, message } = context
    if (message.file === null) return []
    const file = JSON.parse(message.file) as StoredFile
    const reporting = room?.roles.some(role => role === 'reporting' || role === 'provincial') ?? false
    const table = /\.(xlsx?|csv|et)$/i.test(file.name)
    if (file.refused !== undefined)
      return reporting || message.room === null
        ? [context.reply(`“${file.name}”${file.refused}，未作登记。`, { mentions: mentionOf(context) })]
        : []
    if (!reporting || !table) return []
    return [
      context.reply(`“${file.name}”已留存，但附件内容不计入日报表。请将检查情况以文字发到本群。`, {
        mentions: mentionOf(context),
      }),
    ]
  },
})
