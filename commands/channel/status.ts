import { lastPublishedYear } from '../../reports/calendar.ts'
import { addDays, businessDate, moment } from '../../reports/time.ts'
import { personBindings, roomBindings } from '../../storage/bindings.ts'
import {
  countHeld,
  lastReceived,
  lastSent,
  readQueue,
  unreachedConversations,
} from '../../storage/traffic.ts'
import { type Context, defineCommand, operators } from '../command.ts'
import { addressee } from '../conversation.ts'
import { momentText } from '../moment-text.ts'
import { type ChannelState, readChannelState } from './channel-state.ts'

/** So many names of people are given. */
const nameLimit = 10

/** Of so many days before today it is told who could not be reached. */
const unreachedDays = 2

/** 状态: whether the bot is well: login, bindings, queue, traffic, calendar, disk; one fact a line. */
export const status = defineCommand({
  name: '状态',
  aliases: ['zt'],
  usage: '/状态',
  summary: '查看机器人运行状态',
  roles: operators,
  async run(_args, context) {
    const channel = await readChannelState(context.db)
    const lines = [
      channel === null ? '登录：沙盒' : loginText(channel),
      ...(channel === null ? [] : await bindingLines(context)),
      await queueText(context),
      await unreachedText(context),
      ...(await trafficLines(context)),
      calendarText(context),
      await diskText(context),
    ]
    return [context.reply(lines.filter(line => line !== '').join('\n'))]
  },
})

const loginText = ({ online, account, since }: ChannelState): string =>
  `登录：微信${account === '' ? '' : `“${account}”`}${momentText(new Date(since))}起${online ? '在线' : '掉线'}`

async function bindingLines({ db, directory }: Context): Promise<string[]> {
  const places = new Map((await roomBindings(db)).map(({ room, place }) => [room, place]))
  const rooms = directory.roster.rooms.map(({ name }) => name)
  const bound = rooms.filter(name => places.has(name))
  const lost = bound.filter(name => places.get(name) === null)
  const held = await countHeld(db)
  const persons = new Set((await personBindings(db)).map(({ person }) => person))
  // Committee members only read.
  const people = directory.roster.people.filter(({ role }) => role !== 'committeeMember')
  const unbound = people.map(({ name }) => name).filter(name => !persons.has(name))
  return [
    `群：已绑定${bound.length}个${listed(
      '，未绑定',
      rooms.filter(name => !places.has(name)),
      '个',
    )}`,
    lost.length === 0 ? '' : `待认群：${lost.join('、')}`,
    held === 0 ? '' : `未绑定群留存消息：${held}条`,
    `人员：已绑定${people.length - unbound.length}人${listed('，未绑定', unbound, '人', nameLimit)}`,
  ]
}

/** ，未绑定12个：甲、乙等; nothing where there is none. */
function listed(what: string, names: string[], counter: string, limit = names.length): string {
  if (names.length === 0) return ''
  return `${what}${names.length}${counter}：${names.slice(0, limit).join('、')}${names.length > limit ? '等' : ''}`
}

async function queueText({ db, now }: Context): Promise<string> {
  const queue = await readQueue(db, moment(businessDate(now), '00:00'))
  const oldest = queue.oldest === null ? '' : `，最早${momentText(queue.oldest)}`
  return `待发：${queue.waiting}条${oldest}；今日未发出${queue.failed}条，未确认${queue.unconfirmed}条`
}

/** Who could not be reached: messages wait for a day, so that those of the days before are told. */
async function unreachedText({ db, now }: Context): Promise<string> {
  const since = moment(addDays(businessDate(now), -unreachedDays), '00:00')
  const unreached = await unreachedConversations(db, since)
  if (unreached.length === 0) return ''
  const names = unreached.map(({ conversation, count }) => {
    const to = addressee(conversation)
    return `${'room' in to ? to.room : to.person}${count}条`
  })
  return `近日无法送达：${names.join('、')}`
}

async function trafficLines({ db, message }: Context): Promise<string[]> {
  const received = await lastReceived(db, message.id)
  const sent = await lastSent(db)
  const to = sent === null ? null : addressee(sent.conversation)
  return [
    `最近收到：${received === null ? '无' : `${momentText(received.at)}（${received.room ?? '私聊'}）`}`,
    `最近发出：${sent === null || to === null ? '无' : `${momentText(sent.at)}（${'room' in to ? to.room : '私聊'}）`}`,
  ]
}

const calendarText = ({ calendar, now }: Context): string =>
  calendar.warning(businessDate(now)) ?? `日历：法定节假日安排录入到${lastPublishedYear}年底`

/** In GB of 10^9 bytes, as disks are sold. */
async function diskText({ freeDisk }: Context): Promise<string> {
  // What the system does not tell is left out; the rest still holds.
  const bytes = await freeDisk?.().catch(() => null)
  return bytes == null ? '' : `磁盘：剩余${(bytes / 1e9).toFixed(1)} GB`
}
