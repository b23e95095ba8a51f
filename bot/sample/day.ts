import { createCalendar } from '../../reports/calendar.ts'
import { answersTo, chasedAnswers } from './answers.ts'
import { commentaries } from './commentaries.ts'
import { visitsOf } from './facts.ts'
import { type Happening, happeningsOn, type SampleLine } from './happening.ts'
import { incidentsOf, specialUnits } from './incidents.ts'
import { ordinaryReports } from './ordinary.ts'
import { smallTalk } from './small-talk.ts'
import { verifications } from './verifications.ts'

export type { SampleLine } from './happening.ts'

/**
 * The sample day 样例日: one working day's conversation of the sample province and what of it is left for the next
 * morning, beside each line what it truly is, in order of time. The same date always gives the same day; `date` is
 * YYYY-MM-DD, and so is `next`, the working day after it.
 */
export function sampleHappenings(date: string, next = createCalendar([]).nextWorkingDay(date)): Happening[] {
  const scribe = happeningsOn(date)
  const morning = happeningsOn(next)
  const visits = visitsOf(date)
  const duty = { room: '值班群', from: '值班员' }
  return [
    ...ordinaryReports(visits, specialUnits, scribe),
    ...incidentsOf(visits, scribe),
    ...verifications(scribe, next),
    ...commentaries(scribe, next),
    ...answersTo(scribe, next),
    ...smallTalk(scribe),
    scribe.order('14:30:10', duty, '/缺报'),
    scribe.order('14:31:25', duty, '/催报'),
    ...chasedAnswers(morning),
    morning.clock('10:15:00'),
  ].sort((a, b) => Date.parse(a.line.at) - Date.parse(b.line.at))
}

/** The recorded conversation of the sample day, as `replay` reads it, a line each. */
export const sampleDay = (date: string, next?: string): SampleLine[] =>
  sampleHappenings(date, next).map(({ line }) => line)
