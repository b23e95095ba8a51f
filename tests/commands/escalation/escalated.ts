import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { type ConversationOptions, openConversation, type Sent, siping, tiedong } from '../../conversation.ts'
import { city, head, heads } from '../commentary/commented-day.ts'
import { enterHazards } from '../hazards/enter-hazards.ts'

type Conversation = Awaited<ReturnType<typeof openConversation>>

/** A morning on which hazard 12-1 of 宏达加油站 in 四平市铁东区 is overdue. */
export async function openOverdue(
  options: ConversationOptions = {},
  ...hazards: Partial<TrackedHazard>[]
): Promise<Conversation> {
  const conversation = await openConversation({ time: '10:00', ...options })
  await enterHazards(conversation.db, {}, ...hazards)
  return conversation
}

/** The same, with chain 1 about it on its lowest rung, issued at 10:02. */
export async function openEscalated(
  options: ConversationOptions = {},
  ...hazards: Partial<TrackedHazard>[]
): Promise<Conversation> {
  const conversation = await openOverdue(options, ...hazards)
  await conversation.say(head, heads, '/督办 12-1')
  await conversation.until('10:05')
  return conversation
}

/** What was sent to a place that is about a chain, without the day's other messages. */
export const about = (chain: number, where: string, messages: Sent[]): Sent[] =>
  messages.filter(each => each.where === where && (each.text ?? '').includes(`督办${chain}（`))

/** The hazard is mended, re-inspected and closed; returns what is sent at the closure. */
export async function close({ say }: Conversation, number = '12-1'): Promise<Sent[]> {
  await say(tiedong, siping, `/整改 ${number} 已更换，现场正常`)
  await say(city, siping, `/复查 ${number} 合格`)
  return say(city, siping, `/销号 ${number}`)
}
