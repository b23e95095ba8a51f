import { commentaryTitle } from '../../reports/commentary/commentary-text.ts'
import { businessDate, businessTime, moment, shortDate } from '../../reports/time.ts'
import { changeCommentary } from '../../storage/change-commentaries.ts'
import { commentaryById } from '../../storage/commentaries.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { presentHeads } from '../present-heads.ts'
import { byRoom } from '../remind-units.ts'
import { readAnswerStanding, tally } from './answer-standing.ts'
import { chaseTime } from './chase-time.ts'
import { calledOut } from './commentary-addressees.ts'
import { type Issued, isIssued } from './named-commentary.ts'

/** After a stop nobody is called outside these hours, HH:MM. */
const office = { from: '08:00', to: '20:00' }
/** A chase later than this was held up by a stop, in milliseconds. */
const punctuality = 5 * 60_000

/** 点评催复: asks the units once that have not answered a commentary, and tells its author how it stands. */
export const chaseAnswers = defineCommand({
  name: '点评催复',
  aliases: [],
  usage: '/点评催复 <编号>',
  summary: '按时催促未回应的单位',
  roles: ['system'],
  async run([id], context) {
    const { db, now } = context
    const commentary = await commentaryById(db, numberOf(id))
    if (!isIssued(commentary) || commentary.chaseAt === null) return []
    // The head has set another time since: that has a wake-up of its own.
    if (commentary.chaseAt > now) return []
    const later = laterMoment(commentary.chaseAt, context)
    await changeCommentary(db, commentary.id, { chaseAt: later })
    if (later === null) return chase(commentary, context)
    await scheduleWakeup(db, later, `/点评催复 ${commentary.id}`)
    return []
  },
})

/** When to chase instead: on days off, and at night where a stop has held it up. Null where it is time. */
function laterMoment(planned: Date, { calendar, now }: Context): Date | null {
  const [date, time] = [businessDate(now), businessTime(now)]
  const late = now.getTime() - planned.getTime() > punctuality
  if (calendar.isWorkingDay(date)) {
    if (!late || (time >= office.from && time < office.to)) return null
    if (time < office.from) return moment(date, chaseTime)
  }
  return moment(calendar.nextWorkingDay(date), chaseTime)
}

async function chase(commentary: Issued, { db, directory }: Context): Promise<OutgoingMessage[]> {
  const { date, division, number } = commentary.issued
  const title = commentaryTitle(commentary.issued)
  const standing = await readAnswerStanding(db, commentary)
  const { missing } = standing
  // Its author has heard of each answer already.
  if (missing.length === 0) return []
  const rooms = byRoom(missing, directory.reportingRoomOf)
  const unreached = missing.filter(unit => directory.reportingRoomOf(unit) === null)
  const done =
    unreached.length === 0
      ? '已在报送群催复。'
      : `${rooms.length === 0 ? '' : '已在报送群催复；'}没有报送群、未能催复：${unreached.join('、')}。`
  return [
    ...rooms.map(
      ([room, units]): OutgoingMessage => ({
        to: { room },
        text: `【催复】${shortDate(date)}${title}尚待回应：${units.join('、')}。请发送“/回应 ${division}第${number}期 内容”。`,
        mentions: calledOut(room, units, directory),
        priority: 'order',
      }),
    ),
    ...presentHeads(commentary.author, commentary.division, directory).map(
      (person): OutgoingMessage => ({ to: { person }, text: `【催复】${title}：${tally(standing)}${done}` }),
    ),
  ]
}
