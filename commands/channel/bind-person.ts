import { businessTime } from '../../reports/time.ts'
import { awaitRemark, isPending, takeCode } from '../../storage/bindings.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { conversationOf, mentionOf } from '../conversation.ts'
import type { OutgoingMessage } from '../message.ts'
import { lockedUntil, noteAttempt } from './binding-attempts.ts'
import { hashCode } from './binding-code.ts'
import { tellIssuer } from './settle-bindings.ts'
import { titled } from './titled.ts'
import { writtenAfter } from './written-after.ts'

/** Longest remark that WeChat takes, in characters. */
const remarkLimit = 16

/**
 * 绑定: binds whoever sends a one-time code as the person for whom it was issued, as soon as the account has been given
 * its remark.
 */
export const bind = defineCommand({
  name: '绑定',
  aliases: ['bd'],
  usage: '/绑定 <绑定码>',
  summary: '用绑定码绑定本人微信（仅限私聊）',
  roles: 'anyone',
  takesText: true,
  async run(args, context) {
    const { db, now, sender, message, directory } = context
    const typed = writtenAfter('绑定', context.text, args).join('')
    if (message.room !== null) return voidCode(typed, context)
    if (typed === '') refuse('请附上绑定码，例如“/绑定 XXXXXXXX”。绑定码请向值班员获取。')
    // The account's remark means one person: it must not mean another while that one is bound by it.
    if (message.claimed === 0 && directory.isBound(sender.name))
      refuse(
        `本微信已绑定为${titled(sender.name, directory)}，无需重复绑定。如需改绑，请值班员先发送“/解绑 ${sender.name}”。`,
      )
    if (await isPending(db, conversationOf(message))) return [context.reply('绑定正在办理，请稍候。')]
    const locked = await lockedUntil(db, sender.name, now)
    if (locked !== null)
      return [context.reply(`绑定码多次有误，请于${businessTime(locked)}后再试，或联系值班员。`)]

    const code = await takeCode(db, hashCode(typed), now)
    const person = code === null ? null : directory.person(code.person)
    if (code === null || person === null) {
      // Answered, not refused: a refusal would undo the count.
      await noteAttempt(db, sender.name, now)
      return [context.reply('绑定码有误、已使用或已过期，请联系值班员重新获取。')]
    }
    const remark = remarkFor(person.name, hashCode(typed))
    await awaitRemark(db, { remark, person: person.name, issuedBy: code.issuedBy })
    return [context.reply(`已绑定为${titled(person.name, directory)}。发送“/帮助”查看可用命令。`, { remark })]
  },
})

/** A code that was said in a group has been read by all who are in it. */
async function voidCode(typed: string, context: Context): Promise<OutgoingMessage[]> {
  const { db, now } = context
  const code = typed === '' ? null : await takeCode(db, hashCode(typed), now)
  const answer = context.reply(
    '绑定须私聊办理，在群内发送的绑定码一律作废。请联系值班员重新获取，添加本机器人为好友后私聊发送。',
    { mentions: mentionOf(context) },
  )
  if (code === null) return [answer]
  const notice = `【绑定】${code.person}的绑定码在“${context.message.room}”公开，已作废。如仍需绑定，请重新签发。`
  return [answer, ...tellIssuer(notice, code.issuedBy, context.directory)]
}

/** By the code's chance never the same twice, so that an older friend's remark means nothing any more. */
function remarkFor(person: string, hash: string): string {
  const tag = `#${hash.slice(0, 5)}`
  return [...person].slice(0, remarkLimit - tag.length).join('') + tag
}
