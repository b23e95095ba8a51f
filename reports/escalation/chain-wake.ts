import { type Calendar, workingDaysAfter, workingDaysBefore } from '../calendar.ts'
import { businessDate, moment } from '../time.ts'
import { type Chain, type ChainStep, currentStep, isLapsed, pendingStep, type Wake } from './chain.ts'
import { answerTime } from './ladder.ts'

/** Business time, HH:MM, when chases, proposals and reminders go out. */
export const morning = '09:30'
/** An undecided proposal is made again after so many working days. */
const proposalDays = 3
/** Once somebody has decided against it, after so many. */
const restDays = 10

/** The wake-up has been heard: plans the one that follows. */
export const planOn = (chain: Chain, now: Date, calendar: Calendar): Chain =>
  chain.state === 'open' ? { ...chain, next: wakeAfter(chain, now, calendar) } : chain

/** It stays at its rung 不升级: what is proposed only now is proposed again later. */
export function planLater(chain: Chain, now: Date, calendar: Calendar): Chain {
  const planned = planOn(chain, now, calendar)
  if (planned.next?.wake !== 'propose') return planned
  const at = moment(workingDaysAfter(businessDate(now), restDays, calendar), morning).toISOString()
  return { ...planned, next: { wake: 'propose', at } }
}

/** What an open chain wakes up for next: there is always exactly one thing, and it is to come. */
export function wakeAfter(chain: Chain, now: Date, calendar: Calendar): { wake: Wake; at: string } {
  const pending = pendingStep(chain)
  const nextMorning = (days: number) =>
    moment(workingDaysAfter(businessDate(now), days, calendar), morning).toISOString()
  if (pending?.state === 'held') return { wake: 'release', at: pending.releaseAt! }
  if (pending?.state === 'drafting') return { wake: 'draft', at: nextMorning(1) }
  const standing = currentStep(chain)
  if (standing === null || isLapsed(standing, now)) return { wake: 'propose', at: nextMorning(proposalDays) }
  if (standing.state === 'issued' && new Date(standing.chaseAt!) > now)
    return { wake: 'chase', at: standing.chaseAt! }
  return { wake: 'due', at: standing.dueAt! }
}

/** When a rung that goes out now is chased 催办, and when its answer is due: on `dueOn`, or as its rule says. */
export function timesOf(
  { answerDays, chaseDays }: { answerDays: number; chaseDays: number },
  dueOn: string | null,
  now: Date,
  calendar: Calendar,
): Pick<ChainStep, 'chaseAt' | 'dueAt'> {
  const due = dueOn ?? workingDaysAfter(businessDate(now), answerDays, calendar)
  const chase = workingDaysBefore(due, Math.min(chaseDays, answerDays - 1), calendar)
  // A time that has passed is made up for on the last day.
  const chaseAt = [chase, due].map(day => moment(day, morning)).find(at => at > now) ?? moment(due, morning)
  return { chaseAt: chaseAt.toISOString(), dueAt: moment(due, answerTime).toISOString() }
}
