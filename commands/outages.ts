import { addDays, businessDate, businessTime, moment } from '../reports/time.ts'
import { roomBindings } from '../storage/bindings.ts'
import { keepOutage, markOutagesTold, type Outage, outagesToldAt, untoldOutages } from '../storage/outages.ts'
import { scheduleWakeup } from '../storage/wakeups.ts'
import { type Context, defineCommand } from './command.ts'
import { takesReports } from './conversation.ts'
import type { OutgoingMessage } from './message.ts'
import { laterText, momentText } from './moment-text.ts'

const minute = 60_000
/** Groups are told no more often than this, in minutes. */
const restMinutes = 30
/** Business time in which groups are left alone. */
const quiet = { from: '20:00', to: '07:30' }

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
  const outages = joined(await untoldOutages(db))
  if (outages.length === 0) return []
  const at = calmMoment(now, await outagesToldAt(db))
  if (at > now) {
    await scheduleWakeup(db, at, `/${tellOutages.name}`)
    return []
  }
  await markOutagesTold(db, now)
  return notices(outages.map(spanText).join('、'), context)
}

async function notices(spans: string, { db, directory }: Context): Promise<OutgoingMessage[]> {
  const bound = new Set((await roomBindings(db)).map(({ room }) => room))
  // What cannot be delivered would wait for the group to be bound. None is bound where rooms are known by name.
  const rooms = directory.roster.rooms.filter(
    room => takesReports(room) && (bound.size === 0 || bound.has(room.name)),
  )
  const head = `【离线说明】${spans}，本机器人未能接收消息。`
  return [
    ...rooms.map(({ name }) => ({
      to: { room: name },
      text: `${head}请将该时段在本群发送的检查情况重新发送一次；已收到的不会重复计入。`,
      priority: 'order' as const,
    })),
    ...directory.roomsFor('duty').map(room => ({
      to: { room },
      text: `${head}已请${rooms.length}个报送群重新发送该时段的检查情况；已收到的不会重复计入。`,
      priority: 'order' as const,
    })),
  ]
}

/** The first moment from now at which groups may be told. */
function calmMoment(now: Date, toldAt: Date | null): Date {
  const rested = toldAt === null ? now : new Date(toldAt.getTime() + restMinutes * minute)
  const at = rested > now ? rested : now
  const time = businessTime(at)
  if (time >= quiet.from) return moment(addDays(businessDate(at), 1), quiet.to)
  return time < quiet.to ? moment(businessDate(at), quiet.to) : at
}

/** In whole minutes, as they are told; those that touch or overlap as one. */
function joined(outages: Outage[]): Outage[] {
  const spans: Outage[] = []
  for (const { from, to } of outages) {
    const span = {
      from: new Date(Math.floor(from.getTime() / minute) * minute),
      to: new Date(Math.ceil(to.getTime() / minute) * minute),
    }
    const last = spans.at(-1)
    if (last === undefined || span.from > last.to) spans.push(span)
    else if (span.to > last.to) last.to = span.to
  }
  return spans
}

const spanText = ({ from, to }: Outage): string => `${momentText(from)}至${laterText(to, from)}`
