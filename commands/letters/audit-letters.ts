import { letterName } from '../../reports/letter/letter-text.ts'
import { lettersIn } from '../../storage/letters.ts'
import { moveWakeup, plannedTimes } from '../../storage/wakeups.ts'
import type { Context } from '../command.ts'
import { momentText } from '../moment-text.ts'
import { releaseWakeup } from './letter-stage.ts'
import { planSigningReminder, signingWakeup } from './signing-reminder.ts'

/** One whose time has come is being handled, or tried again, for so long; in milliseconds. */
export const handlingTime = 90 * 60_000

/**
 * Sees that every signed letter 提示函 has the wake-up with which it goes out, and every one before the leaders that which
 * reminds them; mends what has not, and says what it has mended.
 */
export async function mendLetters(context: Context): Promise<string[]> {
  const { db, now } = context
  const mended: string[] = []
  for (const letter of await lettersIn(db, ['held'])) {
    const planned = await plannedTimes(db, releaseWakeup(letter.id))
    const releaseAt = new Date(letter.releaseAt!)
    const overdue = now.getTime() - releaseAt.getTime()
    const isHandled = planned.length === 1 && overdue >= 0 && overdue < handlingTime
    if (isHandled || (planned.length === 1 && planned[0]!.getTime() === releaseAt.getTime())) continue
    await moveWakeup(db, releaseAt, releaseWakeup(letter.id))
    mended.push(
      `提示函${letterName(letter)}：发出提醒有误，${momentText(releaseAt > now ? releaseAt : now)}发出`,
    )
  }
  for (const { id } of await lettersIn(db, ['submitted'])) {
    if ((await plannedTimes(db, signingWakeup(id))).length === 1) continue
    await planSigningReminder(id, context)
    mended.push(`提示函稿${id}：缺少催签提醒`)
  }
  return mended
}
