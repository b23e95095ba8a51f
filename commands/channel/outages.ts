import { roomBindings } from '../../storage/bindings.ts'
import { keepOutage, markOutagesTold, type Outage, untoldOutages } from '../../storage/outages.ts'
import { cancelWakeup, moveWakeup } from '../../storage/wakeups.ts'
import { type Context, defineCommand } from '../command.ts'
import { takesReports } from '../conversation.ts'
import type { OutgoingMessage } from '../message.ts'
import { readChannelState } from './channel-state.ts'
import { nextNoticeAt, noteNotice } from './notice-rest.ts'
import { joinedSpans, spansText } from './outage-spans.ts'

const minute = 60_000
/** A shorter one is told with the next that is not, or when so long has passed, in minutes. */
const short = { below: 2, waits: 60 }

/** 离线: the channel could receive nothing for a time; those who may have posted meanwhile are told. */
export const noteOutage = defineCommand({
  name: '离线',
  aliases: [],
  usage: '/离线 <起> <止>',
  summary: '记录未能接收消息的时段',
  roles: ['system'],
  async run([from = '', to = ''], context) {
    const outage = { from: new Date(from), to: new Date(to) }
    if (!(outage.from <= outage.to)) throw new Error(`no outage: ${from} ${to}`)
    await keepOutage(context.db, outage)
    return tellOrWait(context)
  },
})

/** 离线通报: the clock's, when it had to wait. */
export const tellOutages = defineCommand({
  name: '离线通报',
  aliases: [],
  usage: '/离线通报',
  summary: '提醒各报送群重发离线时段的消息',
  roles: ['system'],
  run: (_args, context) => tellOrWait(context),
})

async function tellOrWait(context: Context): Promise<OutgoingMessage[]> {
  const { db, now } = context
  const outages = await untoldOutages(db)
  if (outages.length === 0) return []
  const at = await nextNoticeAt(db, 'outages', worthTellingAt(joinedSpans(outages), now))
  if (at > now) {
    await moveWakeup(db, at, `/${tellOutages.name}`)
    return []
  }
  await cancelWakeup(db, `/${tellOutages.name}`)
  await markOutagesTold(db, now)
  await noteNotice(db, 'outages', now)
  return notices(spansText(outages), context)
}

/** Now, or later where all were short: much more is disturbed by a notice than may have been lost. */
function worthTellingAt(spans: Outage[], now: Date): Date {
  if (spans.some(({ from, to }) => to.getTime() - from.getTime() >= short.below * minute)) return now
  const waited = new Date(spans[0]!.to.getTime() + short.waits * minute)
  return waited > now ? waited : now
}

async function notices(spans: string, context: Context): Promise<OutgoingMessage[]> {
  const { rooms, present } = await roomsToTell(context)
  const head = `【离线说明】${spans}，本机器人未能接收消息。`
  return [
    ...rooms.map(room => ({
      to: { room },
      text: `${head}请将该时段在本群发送的检查情况重新发送一次；已收到的不会重复计入。`,
      priority: 'report' as const,
    })),
    ...context.directory.roomsFor('duty').map(room => ({
      to: { room },
      text: `${head}正在通知${present}个报送群重新发送该时段的检查情况；已收到的不会重复计入。`,
      priority: 'order' as const,
    })),
  ]
}

/** Groups in which reports are posted, and how many of them can be written to now. */
async function roomsToTell({ db, directory }: Context): Promise<{ rooms: string[]; present: number }> {
  const rooms = directory.roster.rooms.filter(takesReports).map(({ name }) => name)
  if ((await readChannelState(db)) === null) return { rooms, present: rooms.length }
  // On a platform with an account a group is known by its binding: what is for others would only wait.
  const bound = (await roomBindings(db)).filter(({ room }) => rooms.includes(room))
  return {
    rooms: bound.map(({ room }) => room),
    present: bound.filter(({ place }) => place !== null).length,
  }
}
