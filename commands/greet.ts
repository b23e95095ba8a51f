import { businessDate } from '../reports/time.ts'
import { readSetting, writeSetting } from '../storage/settings.ts'
import { defineCommand } from './command.ts'

/** Answers a direct message that is no command, once a day for each person. */
export const greet = defineCommand({
  name: '问候',
  aliases: [],
  usage: '私聊本机器人',
  summary: '说明用法',
  roles: 'anyone',
  async run(_args, context) {
    const { db, message, sender, now } = context
    if (message.room !== null || message.text.trim() === '') return []
    const key = `greeted.${sender.name}`
    const today = businessDate(now)
    if ((await readSetting(db, key)) === today) return []
    await writeSetting(db, key, today)
    return [
      context.reply(
        message.claimed === 1
          ? '您好，这里是安委日报机器人。微信昵称不能证明身份，请联系值班员获取绑定码，再私聊发送“/绑定 绑定码”。'
          : sender.role === 'stranger'
            ? '您好，这里是安委日报机器人。您不在人员名册中，如需使用，请联系值班员登记。'
            : '您好，检查情况请发到报送群；发送“/帮助”查看可用命令。',
      ),
    ]
  },
})
