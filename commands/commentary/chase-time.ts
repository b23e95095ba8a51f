import { commentaryTitle } from '../../reports/commentary/commentary-text.ts'
import { businessDate, moment, shortDate } from '../../reports/time.ts'
import { changeCommentary } from '../../storage/change-commentaries.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'
import { comingMoment } from '../coming-moment.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { momentText } from '../moment-text.ts'
import { readAnswerStanding } from './answer-standing.ts'
import { ownCommentary } from './find-commentary.ts'
import { isIssued } from './named-commentary.ts'

/** Units are chased at this time of the next working day where a day is none, HH:MM. */
export const chaseTime = '10:00'

/** 点评 催复: when the units are chased that a commentary asks and that have not answered by then. */
export const setChaseTime = defineCommand({
  name: '点评 催复',
  aliases: ['dp cf', 'dp 催复'],
  usage: '/点评 催复 <编号> <时间>，如“/点评 催复 3 16:00”“/点评 催复 3 5月19日 16:00”',
  summary: '设定催促未回应单位的时间',
  roles: ['divisionHead'],
  async run(args, context) {
    const { db } = context
    const { commentary, rest } = await ownCommentary(args.join(' '), context)
    if (!isIssued(commentary)) return refuse(`编号${commentary.id}尚未发出，发出后再设定催复时间。`)
    const title = commentaryTitle(commentary.issued)
    const { asked, missing } = await readAnswerStanding(db, commentary)
    if (asked.length === 0) refuse(`${title}没有要求单位回应，无需催复。`)
    if (missing.length === 0) refuse(`${title}应回应的${asked.length}家均已回应，无需催复。`)
    const { at, moved } = readTime(rest, context)
    await changeCommentary(db, commentary.id, { chaseAt: at })
    await scheduleWakeup(db, at, `/点评催复 ${commentary.id}`)
    return [
      context.reply(
        `${moved}${title}将于${momentText(at)}催复；现有${missing.length}家未回应：${missing.join('、')}。`,
      ),
    ]
  },
})

/** The time that is written, moved where it lies on a day on which nobody works, and the sentence that says so. */
function readTime(written: string, { calendar, now }: Context): { at: Date; moved: string } {
  if (written === '') refuse('请写明催复时间，例如“/点评 催复 3 16:00”“/点评 催复 3 5月19日 16:00”。')
  const at =
    comingMoment(written, now) ??
    refuse(`看不懂时间“${written.slice(0, 20)}”，请写成“16:00”“明天 10:00”或“5月19日 16:00”。`)
  if (at <= now) refuse(`${momentText(at)}已过，请另写催复时间。`)
  const date = businessDate(at)
  if (calendar.isWorkingDay(date)) return { at, moved: '' }
  return {
    at: moment(calendar.nextWorkingDay(date), chaseTime),
    moved: `${shortDate(date)}不是工作日，已顺延。`,
  }
}
