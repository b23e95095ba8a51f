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
    if (wantsBack(text, context)) return [context.reply('如需撤销，请发送“/撤销”。', { bundle: true })]
    return parsed.halfReport ? showHow(context) : []
  },
})

const lastReport =
  '(?:把|将)?我?(?:的|刚才?发?的|刚刚发?的)?(?:上面?|前面?|刚才|刚刚)[那这一]?[条份个](?:报告|信息|消息|报送)?'
const undone = '(?:请|麻烦|申请)?(?:予以)?(?:作废|撤回|撤销|取消|不算|删除|删掉)'
/** 上一条作废, 撤回上一条: the whole of what is said, give or take a reason and a polite word. */
const wish = new RegExp(
  `^(?:(?:您好|抱歉|不好意思|对不起|请|麻烦)[，,]?)*(?:${lastReport}(?:报错了?|发错了?|有误|错了)?[，,]?${undone}|${undone}(?:一下)?${lastReport})(?:一下|了|吧|谢谢|[，,。！!~ ])*$`,
)

/** An officer who wants the last report back, and does not know how. */
const wantsBack = (text: string, { sender, room }: Context): boolean =>
  sender.role === 'reporter' &&
  room?.roles.includes('reporting') === true &&
  text.length <= 40 &&
  wish.test(text.trim())

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
