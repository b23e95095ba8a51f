import type { Room } from '../../../reports/roster/roster.ts'
import {
  type ConversationOptions,
  openConversation,
  report,
  type Sent,
  siping,
  tiedong,
} from '../../conversation.ts'

export const head = '危化二处处长'
export const heads = '处长工作群'
export const committee = '省安委办工作群'
export const committeeRoom: Room = { name: committee, roles: ['committee'], jurisdiction: null }

/** A commentary that praises and asks nobody. */
export const praise = '四平市铁东区检查情况较好，隐患描述写明了依据，提出表扬。'

/** The afternoon of a day on which 四平市铁东区 has reported; commentaries are drafted and published in it. */
export async function openAfternoon(options: ConversationOptions = {}) {
  const conversation = await openConversation({ time: '16:50', ...options })
  const { say } = conversation
  if (options.directory === undefined) await say(tiedong, siping, report())
  return {
    ...conversation,
    /** Drafts a commentary and taps 发布; returns what is answered to the tap. */
    async publish(text: string, from = head, id = 'draft'): Promise<Sent[]> {
      const [preview] = await say(from, heads, `/点评 ${text}`, { id })
      const [choice] = preview!.choices
      return say(from, heads, String(choice!.number), { id: `${id}-publish` })
    },
  }
}

/** Where texts went, without the cards. */
export const textsTo = (messages: Sent[]): string[] =>
  messages.filter(({ text }) => text !== undefined).map(({ where }) => where)
