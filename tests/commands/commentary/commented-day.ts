import { readRosterDirectory, sampleRoster } from '../../../bot/doors/roster-files.ts'
import { advance } from '../../../bot/virtual-clock.ts'
import type { Roster } from '../../../reports/roster/roster.ts'
import { businessDate, businessTime } from '../../../reports/time.ts'
import { type Db, transact } from '../../../storage/database.ts'
import { replaceRoster } from '../../../storage/roster.ts'
import {
  type ConversationOptions,
  openConversation,
  report,
  type Sent,
  siping,
  tiedong,
} from '../../conversation.ts'

export const heads = '处长工作群'
export const committee = '省安委办工作群'
export const leaders = '厅领导群'
/** Head of a division that has 危险化学品 and 烟花爆竹. */
export const head = '危化二处处长'
export const city = '四平市报送员'

type Conversation = Awaited<ReturnType<typeof openConversation>>

/** A day on which 四平市铁东区 has inspected a filling station, shortly after the daily report. */
export async function openCommentedDay(options: ConversationOptions = {}): Promise<Conversation> {
  const conversation = await openConversation(options)
  await conversation.say(tiedong, siping, report())
  await conversation.until('16:35', options.date)
  return conversation
}

/** A head writes a commentary and publishes it; returns what is sent when the hold is over. */
export async function publish(
  { say, bot, clock, sent }: Conversation,
  text: string,
  from = head,
): Promise<Sent[]> {
  const [preview] = await say(from, heads, `/点评 ${text}`)
  await say(from, heads, preview!.choices.find(({ label }) => label === '发布')!.command)
  const before = sent.length
  await advance(bot, clock, new Date(clock.now().getTime() + 46_000))
  return sent.slice(before)
}

/** Asks 四平市铁东区 for an answer. */
export const question = '请四平市铁东区于5月20日前反馈第1号报告的整改情况。'

/** The business date and time at which a message went out. */
export const sentAt = ({ at }: Sent): string => `${businessDate(at)} ${businessTime(at)}`

/** Imports the sample roster anew, changed. */
export async function changeRoster(db: Db, change: (roster: Roster) => Roster): Promise<void> {
  const roster = change(await readRosterDirectory(sampleRoster))
  await transact(db, tx => replaceRoster(tx, roster))
}

/** The sample roster with the rooms changed. */
export const withRooms =
  (change: (room: Roster['rooms'][number]) => Roster['rooms'][number] | null) =>
  (roster: Roster): Roster => ({
    ...roster,
    rooms: roster.rooms.flatMap(room => change(room) ?? []),
  })
