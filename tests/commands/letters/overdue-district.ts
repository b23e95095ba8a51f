import { advance } from '../../../bot/virtual-clock.ts'
import type { ConversationOptions, Sent } from '../../conversation.ts'
import { openConversation, report, siping, tiedong } from '../../conversation.ts'

export const heads = '处长工作群'
export const leaders = '厅领导群'
/** Head of a division that has 危险化学品, as filling stations are. */
export const head = '危化二处处长'
export const leader = '厅领导'

/** A morning on which a hazard of 四平市铁东区, 1-2, is two days overdue; another, 1-1, was mended on the spot. */
export async function openOverdueDistrict(options: ConversationOptions = {}) {
  const conversation = await openConversation(options)
  const { say, sent, bot, clock } = conversation
  if (options.directory === undefined)
    await say(
      tiedong,
      siping,
      report({ rectification: '第1项已整改，第2项限期5月16日前整改', date: '2022年5月11日' }),
    )
  return {
    ...conversation,
    /** So many seconds go by; returns what is sent meanwhile. */
    async wait(seconds: number): Promise<Sent[]> {
      const before = sent.length
      await advance(bot, clock, new Date(clock.now().getTime() + seconds * 1000))
      return sent.slice(before)
    },
    /** A head drafts a letter and has it put before the leaders. */
    async submit(words = '四平市铁东区', id = 1): Promise<Sent[]> {
      await say(head, heads, `/提示函 ${words}`)
      return say(head, heads, `/提示函 送签 ${id}`)
    },
  }
}
