import { readRosterDirectory, sampleRoster } from '../../../bot/doors/roster-files.ts'
import { advance } from '../../../bot/virtual-clock.ts'
import type { Room, Roster } from '../../../reports/roster/roster.ts'
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

/** The committee's group as the roster has it. */
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
