import { withdrawWaiting } from '../../storage/outbox-subjects.ts'
import { type ReportRow, reportById } from '../../storage/reports.ts'
import { roundById } from '../../storage/rounds.ts'
import { changeVerification, type Verification } from '../../storage/verifications.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { verificationSubject } from '../subjects.ts'
import { usualDeadline } from './verify-deadline.ts'
import { order } from './verify-order.ts'
import { reportsInQuestion, toAsker } from './verify-outcome.ts'

/**
 * A unit that the order did not reach in time owes no answer yet: it is asked anew with a later deadline, and who asked
 * hears so.
 */
export async function postpone(verification: Verification, context: Context): Promise<OutgoingMessage[]> {
  const { db, calendar, now, directory } = context
  const { id, roundId, room } = verification
  const dueAt = usualDeadline(calendar, now)
  await changeVerification(db, id, { dueAt })
  await scheduleWakeup(db, dueAt, `/核实到期 ${id}`)
  await withdrawWaiting(db, verificationSubject(id))
  const reports: ReportRow[] = []
  for (const number of verification.reports) {
    const report = await reportById(db, number)
    if (report !== null && report.status !== 'withdrawn') reports.push(report)
  }
  const round = (await roundById(db, roundId))!
  const text = `【核实未送达】核实${id}：${reportsInQuestion(verification)}尚未送达“${room}”，答复期限顺延至${momentText(dueAt)}。如不再需要，请发送“/核实 取消 ${id}”。`
  return [
    await order({ ...verification, dueAt }, { round, reports }, context),
    ...toAsker(verification, text, directory),
  ]
}
