import { outboxMessage, updateOutbox } from '../storage/outbox.ts'
import { numberOf } from './arguments.ts'
import { defineCommand, operators, refuse } from './command.ts'

/** 补发: sends a message again that failed, or of which nobody knows whether it went out. */
export const resend = defineCommand({
  name: '补发',
  aliases: ['bf'],
  usage: '/补发 <消息编号>',
  summary: '重新发送未发出的消息',
  roles: operators,
  async run([id], { db, now, reply }) {
    const message = (await outboxMessage(db, numberOf(id))) ?? refuse('没有这个编号的消息。')
    if (message.state !== 'failed' && message.state !== 'unconfirmed')
      return [
        reply(
          `消息${message.id}${message.state === 'sent' || message.state === 'merged' ? '已发出' : '正在发送'}，无需补发。`,
        ),
      ]
    // The code is void, and who stands behind the name may have changed.
    if (message.remark !== null) refuse(`消息${message.id}用于绑定，不能补发，请重新签发绑定码。`)
    await updateOutbox(db, [message.id], {
      state: 'waiting',
      attempts: 0,
      error: null,
      notBefore: now.toISOString(),
    })
    return [reply(`消息${message.id}已重新排队发送。`)]
  },
})
