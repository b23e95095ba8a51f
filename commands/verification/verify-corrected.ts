import { addDays, businessDate, moment } from '../../reports/time.ts'
import { reportById } from '../../storage/reports.ts'
import { type Verification, verificationsOf } from '../../storage/verifications.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { readChanges, sayChanges, writeChanges } from './verify-changes.ts'
import { askerOf, isUnanswered, settle } from './verify-outcome.ts'
import { restore, undoneBy } from './verify-undone.ts'

/** What became of a report. */
export interface ReportChange {
  number: number
  unit: string
  /** 恢复: a correction was recalled, and it says again what it said before. */
  verb: '更正' | '撤销' | '恢复' | '补报'
}

/** A report that is changed so many days after it was asked about is changed for another reason. */
const answeringDays = 31

/**
 * Takes changes of reports that are in question as the answer to their verifications 核实: the first settles one,
 * later ones of the day are added to it, whatever it was before.
 */
export async function settleByCorrection(
  changes: ReportChange[],
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, now } = context
  const since = moment(addDays(businessDate(now), -answeringDays), '00:00')
  const messages: OutgoingMessage[] = []
  for (const [unit, ofUnit] of Map.groupBy(changes, change => change.unit))
    for (const verification of await verificationsOf(db, unit, since)) {
      if (!isHeeded(verification, now)) continue
      const { left, others } = undoneBy(ofUnit, verification)
      const undone = left === null ? null : await restore(verification, left, context)
      messages.push(...(undone?.messages ?? []))
      const answering: ReportChange[] = []
      for (const change of others) if (await answers(change, verification, context)) answering.push(change)
      if (answering.length > 0)
        messages.push(...(await correct(undone?.restored ?? verification, answering, context)))
    }
  return messages
}

/** Whether a change still says something to it: nobody has answered, or the deadline or the day of the answer lasts. */
const isHeeded = (verification: Verification, now: Date): boolean =>
  verification.state !== 'cancelled' &&
  (isUnanswered(verification) ||
    now <= verification.dueAt ||
    businessDate(verification.answeredAt!) === businessDate(now))

/** Whether a change is one of what is in question; a report that the unit posts afterwards is one too 补报. */
async function answers(
  { number, verb }: ReportChange,
  { reports, roundId, askedAt }: Verification,
  { db, message }: Context,
): Promise<boolean> {
  if (verb !== '补报') return reports.includes(number)
  const fresh = await reportById(db, number)
  if (fresh?.roundId !== roundId) return false
  const said = fresh.messageId === message.messageId ? message.at : fresh.receivedAt
  return new Date(said) >= askedAt
}

async function correct(
  verification: Verification,
  changes: ReportChange[],
  context: Context,
): Promise<OutgoingMessage[]> {
  const { id, room, state, answer } = verification
  const before = state === 'corrected' ? readChanges(answer) : []
  const told = await settle(verification, 'corrected', writeChanges([...before, ...changes]), context)
  if (!isUnanswered(verification)) return told
  const text = `核实${id}已答复：${sayChanges(changes)}。已转${askerOf(verification)}。`
  return [{ to: { room }, text, bundle: true }, ...told]
}
