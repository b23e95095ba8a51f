import { workingDaysAfter } from '../../reports/calendar.ts'
import { morning } from '../../reports/escalation/chain-wake.ts'
import { isOpen } from '../../reports/hazards/hazard.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { businessDate, moment } from '../../reports/time.ts'
import { letterById } from '../../storage/letters.ts'
import { cancelWakeup, moveWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import { partOfDay } from '../daytime.ts'
import { hazardsOf } from '../escalation/find-chain.ts'
import { signingChoices, toSigners } from './signers.ts'

/** Working days after which the leaders are reminded of a letter that waits for them, again and again. */
const reminderDays = 2

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
    const { db, now, calendar } = context
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
    const hazards = await hazardsOf(letter, db)
    const isOver = hazards.length > 0 && !hazards.some(isOpen)
    const waiting = isOver
      ? `所列隐患均已销号或作废，请取消：/提示函 取消 ${letter.id}`
      : `待签发已超过一个工作日，起草：${letter.drafter}。查看请发送“/提示函 稿${letter.id}”。`
    return toSigners(context).map(to => ({
      to,
      text: `【催签】提示函${letterName(letter)}《${letter.content.title}》${waiting}`,
      priority: 'letter',
      bundle: true,
      ...(isOver ? {} : signingChoices(letter.id, context)),
    }))
  },
})
