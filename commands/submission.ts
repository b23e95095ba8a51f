import type { Problem } from '../reports/intake/parsed-message.ts'
import { addDays, businessDate, longDate } from '../reports/time.ts'
import type { Submission } from '../storage/reports.ts'
import type { StoredRound } from '../storage/rounds.ts'
import { mayReport } from './admit-report.ts'
import type { Context } from './command.ts'
import type { Assignment } from './current-round.ts'

/** Inspections older than so many days are not reported any more. */
const oldestDays = 60

/** What is wrong in a way that would put a wrong figure into the report; the rest is accepted and asked for. */
export const blocks = ({ kind, field }: Problem): boolean =>
  kind === 'unknownUnit' ||
  kind === 'ambiguousUnit' ||
  kind === 'outsideJurisdiction' ||
  kind === 'tooLong' ||
  (kind === 'impossibleDate' && field === 'date')

/** The problems of one inspection; what does not add up 合计与分项不符 is said once, of the whole message. */
export const concerns =
  (index: number) =>
  ({ inspection, kind }: Problem): boolean =>
    inspection === index || (inspection === undefined && kind !== 'inconsistent')

/** A date so long ago is a slip of the pen, and would stand in today's figures. */
export function staleDate(date: string | null, { now }: Pick<Context, 'now'>): Problem | null {
  if (date === null || date >= addDays(businessDate(now), -oldestDays)) return null
  return { field: 'date', kind: 'impossibleDate', message: `检查日期${longDate(date)}距今过久，请核对` }
}

/** Where, when and by whom what is being taken came in. */
export const submissionOf = (unit: string, { round, late }: Assignment, context: Context): Submission => ({
  roundId: round.id,
  unit,
  status: mayReport(context) ? 'counted' : 'pending',
  inboxId: context.message.id,
  messageId: context.message.messageId,
  room: context.message.room,
  sender: context.sender.name,
  receivedAt: context.now,
  late,
})

/** The round, where its daily report is out already. */
export const compiledRoundOf = ({ round, compiled }: Assignment): StoredRound | null =>
  compiled ? round : null
