import { duty, dutyRoom, siping, tiedong } from '../../../conversation.ts'
import {
  type FakePerson,
  type FakeRoom,
  type FakeWechat,
  openFakeWechat,
} from '../../../web-wechat/fake-wechat.ts'
import { addBound, bindTo, openWechatBot, type WechatBot } from './open-wechat-bot.ts'

export const liaoyuan = '辽源市日报报送群'

/** The bot at work: an officer who reports, the duty officer, two reporting groups and the duty group, all bound. */
export async function openDepartment(options: Parameters<typeof openWechatBot>[1] = {}) {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat, options)
  const officer = await addBound(bot, wechat, duty)
  const reporter = await addBound(bot, wechat, tiedong)
  const self = { person: wechat.self, card: '安委 日报' }
  const group = wechat.addRoom('四平 & 各县', [self, officer, { person: reporter, card: '铁东 <小李>' }])
  const otherGroup = wechat.addRoom('辽源', [officer])
  const dutyGroup = wechat.addRoom('值班', [officer])
  await bot.online()
  await bindTo(bot, siping, group)
  await bindTo(bot, liaoyuan, otherGroup)
  await bindTo(bot, dutyRoom, dutyGroup)
  await bot.minute()

  return {
    wechat,
    bot,
    officer,
    reporter,
    group,
    otherGroup,
    dutyGroup,

    /** Texts that arrived in a group or at a person. */
    texts: (where: FakeRoom | FakePerson): string[] =>
      wechat.sent.flatMap(({ to, text }) => (to === where && text !== undefined ? [text] : [])),

    /** Waits until a text with these words has arrived there, and returns it. */
    async answer(where: FakeRoom | FakePerson, words: string): Promise<string> {
      const find = () => wechat.sent.find(({ to, text }) => to === where && text?.includes(words))
      await wechat.until(() => find() !== undefined, `“${words}” to arrive`)
      return find()!.text!
    },

    /** What the bot has taken as reports, oldest first. */
    reports: (from: Pick<typeof bot, 'db'> = bot) =>
      from.db.selectFrom('reports').select(['sender', 'enterprise', 'status']).orderBy('id').execute(),

    /** The bot starts again on the same data. */
    async startAgain(time: string) {
      const again = await openWechatBot(wechat, { ...options, directory: bot.directory, time })
      await again.online()
      return again
    },
  }
}

/**
 * The group of 四平市, bound: its administrator, who is bound, an officer who is not and shows the card of 四平市铁东区's,
 * and strangers with cards of their own.
 */
export async function openSipingGroup(...cards: string[]) {
  const wechat = await openFakeWechat()
  const bot = await openWechatBot(wechat)
  const admin = await addBound(bot, wechat, '管理员')
  const officer = wechat.addStranger('小李')
  const others = cards.map(card => ({ person: wechat.addStranger('路人'), card }))
  const group = wechat.addRoom('四平群', [admin, { person: officer, card: tiedong }, ...others])
  await bot.online()
  await bindTo(bot, siping, group)
  return { wechat, bot, admin, officer, others: others.map(({ person }) => person), group }
}

/** The account is logged out and in again, with new ids; something may happen in between. */
export const newLogin = async (wechat: FakeWechat, bot: WechatBot, meanwhile = () => {}) => {
  wechat.autoScan = false
  wechat.forceLogout({ noticedBy: 'webwxsync' })
  await wechat.until(() => wechat.code !== null, 'a code')
  meanwhile()
  wechat.scan()
  await bot.online()
}

/** Who has reported, and what became of it. */
export const statuses = (bot: WechatBot) =>
  bot.db.selectFrom('reports').select(['sender', 'status']).orderBy('id').execute()
