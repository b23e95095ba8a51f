import { businessDate, moment as momentAt } from '../../../reports/time.ts'
import { refuse } from './refusal.ts'

const day = 24 * 60 * 60 * 1000
const furthest = 31 * day

/**
 * The moment that the page asks the clock to go to: `15:00` today in Asia/Shanghai, `next-working-day`, or an ISO 8601
 * time with its offset. Throws a Refusal when it cannot be read, has passed, or lies more than 31 days ahead.
 */
export const momentOf = (to: unknown, now: Date, nextWorkingDay: (from: Date) => Date): Date => {
  const moment = typeof to === 'string' ? read(to, now, nextWorkingDay) : null
  if (moment === null || Number.isNaN(moment.getTime())) return refuse(400, '看不懂要前往的时间')
  if (moment <= now) return refuse(400, '该时间已过，时钟不能回拨，请前往下一工作日')
  if (moment.getTime() - now.getTime() > furthest) return refuse(400, '一次最多前进 31 天')
  return moment
}

const read = (to: string, now: Date, nextWorkingDay: (from: Date) => Date): Date | null => {
  if (to === 'next-working-day') return nextWorkingDay(now)
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(to)) return momentAt(businessDate(now), to)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(to)) return new Date(to)
  return null
}
