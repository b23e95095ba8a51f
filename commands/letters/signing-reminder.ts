import { workingDaysAfter } from '../../reports/escalation/chain-wake.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { businessDate, moment } from '../../reports/time.ts'
import { letterById } from '../../storage/letters.ts'
import { cancelWakeup, moveWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import { partOfDay } from '../daytime.ts'
import { signingChoices } from './signing-choices.ts'

/** Working days after which the leaders are reminded of a letter that waits for them, again and again. */
const reminderDays = 2
/** Business time, HH:MM, of the reminders. */
const morning = '09:30'

/** The command with which the leaders are reminded. */
export const signingWakeup = (id: number): string => `/提示函催签 ${id}`

/** A letter is before the leaders: they are reminded where it stays there. */
export const planSigningReminder = (
  id: number,
  { db, now, calendar }: Pick<Context, 'db' | 'now' | 'calendar'>,
): Promise<void> =>
  moveWakeup(
    db,
    moment(workingDaysAfter(businessDate(now), reminderDays, calendar), morning),
    signingWakeup(id),
  )

/** A letter is before the leaders no more. */
export const cancelSigningReminder = (id: number, { db }: Pick<Context, 'db'>): Promise<void> =>
  cancelWakeup(db, signingWakeup(id))

/** 提示函催签: reminds the leaders of a letter that has waited for its signature for more than one working day. */
export const remindOfSigning = defineCommand({
  name: '提示函催签',
  aliases: [],
  usage: '/提示函催签 <稿号>',
  summary: '提醒厅领导签发提示函',
  roles: ['system'],
  async run([written], context) {
    const { db, now, calendar, directory } = context
    const letter = await letterById(db, numberOf(written))
    if (letter?.state !== 'submitted') return []
    const today = businessDate(now)
    // Held up by a stop, or on a day that has become a day off.
    if (!calendar.isWorkingDay(today) || partOfDay(now) !== 'day') {
      const next =
        partOfDay(now) === 'before' && calendar.isWorkingDay(today) ? today : calendar.nextWorkingDay(today)
      await moveWakeup(db, moment(next, morning), signingWakeup(letter.id))
      return []
    }
    await planSigningReminder(letter.id, context)
    const leaders = directory.peopleAs('leader')
    const rooms = directory.roomsFor('leaders')
    const to = rooms.length > 0 ? rooms.map(room => ({ room })) : leaders.map(person => ({ person }))
    return to.map(each => ({
      to: each,
      text: `【催签】提示函${letterName(letter)}《${letter.content.title}》待签发已超过一个工作日，起草：${letter.drafter}。查看请发送“/提示函 稿${letter.id}”。`,
      priority: 'letter',
      bundle: true,
      ...signingChoices(letter.id, context),
    }))
  },
})
