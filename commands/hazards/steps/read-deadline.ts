import type { Calendar } from '../../../reports/calendar.ts'
import { type HazardNumber, hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { addDays, businessDate, shortDate } from '../../../reports/time.ts'
import { leadingDay } from '../../coming-moment.ts'
import { type Context, refuse } from '../../command.ts'

/** Nobody gets longer than this, in days: a deadline never comes nearer again, so a slip in the year must not count. */
const longest = 366

/** The day itself, or the next working day where it is a day off. */
export const ontoWorkingDay = (day: string, calendar: Calendar): string =>
  calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(day)

/**
 * The deadline in front of a text, and what follows. On a day off it is moved to the next working day, and `moved` says
 * so in a sentence. Refuses what is no date, has passed, or is too far away.
 */
export function readDeadline(
  text: string,
  hazard: HazardNumber,
  { calendar, now }: Pick<Context, 'calendar' | 'now'>,
): { date: string; moved: string; rest: string } {
  const number = hazardNumber(hazard)
  const found = leadingDay(text.replace(/^(?:延期?)?[至到]\s*/u, ''), now)
  if (found === null || found.day === null)
    return refuse(`请写明新的期限和理由，例如：/延期 ${number} 6月1日 配件到货需一周`)
  const { day } = found
  const today = businessDate(now)
  if (day < today) refuse(`${shortDate(day)}已过，期限应在今天或以后；跨年的请写明年份。`)
  if (day > addDays(today, longest)) refuse('期限过远，请在一年以内。')
  const date = ontoWorkingDay(day, calendar)
  return {
    date,
    moved: date === day ? '' : `${shortDate(day)}为休息日，顺延至${shortDate(date)}。`,
    rest: found.rest.replace(/^(?:之?前|止)/u, '').replace(/^[\s：:，,。；;]+/u, ''),
  }
}
