import { businessTime } from '../reports/time.ts'

/** Business time in which groups may be spoken to by themselves, HH:MM; outside it nobody is disturbed. */
export const daytime = { from: '07:30', to: '20:00' } as const

/** Whether a moment lies before the day begins, in it, or behind its end. */
export function partOfDay(at: Date): 'before' | 'day' | 'behind' {
  const time = businessTime(at)
  if (time < daytime.from) return 'before'
  return time < daytime.to ? 'day' : 'behind'
}
