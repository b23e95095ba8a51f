import type { Chain } from '../../reports/escalation/chain.ts'
import { holdTime } from '../../reports/escalation/chain-steps.ts'
import { morning } from '../../reports/escalation/chain-wake.ts'
import { businessDate, moment } from '../../reports/time.ts'
import type { Context } from '../command.ts'
import { inDaytime } from '../daytime.ts'
import { heldUpUntil, punctuality } from '../held-up.ts'

/** After a stop answers that were given meanwhile may still be on their way for so long, in milliseconds. */
const catchUpTime = 10 * 60_000

/**
 * When a chain is to do what it woke up for in place of now: after a stop, where answers may still be on their way, and
 * never at night then, nor on a day off. What was ordered goes out on any day. Null where it is time.
 */
export async function postponed(
  { wake, at }: NonNullable<Chain['next']>,
  context: Context,
): Promise<Date | null> {
  if (wake === 'release') return heldUpUntil(new Date(at), holdTime, context)
  const { calendar, now } = context
  const today = businessDate(now)
  if (!calendar.isWorkingDay(today)) return moment(calendar.nextWorkingDay(today), morning)
  const isLate = now.getTime() - Date.parse(at) > punctuality
  return isLate ? inDaytime(new Date(now.getTime() + catchUpTime), calendar) : null
}
