import { parseMessage } from '../reports/intake/parse-message.ts'
import { lastHintOf, noteHint } from '../storage/reporting-hints.ts'
import { type Context, defineCommand, refuse } from './command.ts'
import { mentionOf } from './conversation.ts'
import type { OutgoingMessage } from './message.ts'
import { takeReport } from './take-report.ts'

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
    const { message, directory } = context
    const text = context.text.replace(/^\s*[/／](?:报送|bs)\s*/i, '')
    const parsed = parseMessage(
      { text, at: message.at, room: message.room, from: message.sender },
      directory.gazetteer,
    )
    if (parsed.kind !== 'chat') return takeReport(parsed, context)
    if (text !== context.text) refuse('未识别出检查情况。发送“/模板”可取报送模板。')
    return parsed.halfReport ? showHow(context) : []
  },
})

/** A person is shown how to report at most once in so long, in milliseconds: more would be noise. */
const quietTime = 60 * 60_000

/** Who writes half a report into a reporting group is shown how, quietly: one line, and seldom. */
export async function showHow(context: Context): Promise<OutgoingMessage[]> {
  const { db, now, sender, room } = context
  if (room === null || !room.roles.includes('reporting')) return []
  const last = await lastHintOf(db, sender.name)
  if (last !== null && now.getTime() - last.getTime() < quietTime) return []
  await noteHint(db, sender.name, now)
  const text = '如需报送检查情况，请写明受检单位、问题隐患、检查人员和整改情况；发送“/模板”可取模板。'
  return [context.reply(text, { bundle: true, mentions: mentionOf(context) })]
}
