/** wechaty with the puppet as it is, in the largest crowd, as its guide shows it. */
import { join } from 'node:path'
import { WechatyBuilder } from 'wechaty'
import { scratch } from '../scratch.ts'
import { Ear, openCrowd, timeFirsts, type WechatEffort } from '../wechat-crowd.ts'

const { wechat, crowd, spent } = await openCrowd(
  index => `第${index}报送群`,
  index => `报送员${index}`,
  '',
)
const bot = WechatyBuilder.build({ name: join(scratch(), 'session'), puppet: 'wechaty-puppet-wechat4u' })
const ear = new Ear()
bot.on('error', () => {})
bot.on('message', async message => {
  const room = message.room()
  if (room && (await room.topic()) && message.talker().name()) ear.hear(message.text())
})
await bot.start()
await wechat.until(() => bot.isLoggedIn, 'the login')
// One is enough: it keeps the process busy for some 20 s, and so does each that follows.
const first = await timeFirsts(wechat, crowd.slice(0, 1), ear)
process.send!({ first, ...spent() } satisfies WechatEffort, () => process.exit())
