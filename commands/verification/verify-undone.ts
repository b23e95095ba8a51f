import { noteHistory, reportById } from '../../storage/reports.ts'
import { changeVerification, type Verification } from '../../storage/verifications.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { laterText } from '../moment-text.ts'
import { type Change, readChanges, sayChanges, writeChanges } from './verify-changes.ts'
import type { ReportChange } from './verify-corrected.ts'
import { outcomeOf, reportsInQuestion, toAsker } from './verify-outcome.ts'

/**
 * Of changes those that take back what had answered a verification: a correction recalled, a report posted for it
 * withdrawn. `left` is what still answers it; null where nothing was taken back.
 */
export function undoneBy(
  changes: ReportChange[],
  { state, answer }: Verification,
): { left: Change[] | null; others: ReportChange[] } {
  const left = state === 'corrected' ? readChanges(answer) : []
  const before = left.length
  const others = changes.filter(({ verb, number }) => {
    const undone = verb === '恢复' ? '更正' : verb === '撤销' ? '补报' : null
    const index = left.findLastIndex(change => change.verb === undone && change.number === number)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
  return { left: left.length < before ? left : null, others }
}

/** Lets a verification stand as before what was taken back; the unit and who asked hear how it stands. */
export async function restore(
  verification: Verification,
  left: Change[],
  context: Context,
): Promise<{ restored: Verification; messages: OutgoingMessage[] }> {
  const { db, now, sender, directory } = context
  const { id, room, dueAt, former } = verification
  const overdue = now >= dueAt
  const restored: Verification =
    left.length > 0
      ? { ...verification, answer: writeChanges(left) }
      : {
          ...verification,
          ...(former ?? {
            state: overdue ? 'expired' : 'open',
            answer: null,
            answeredBy: null,
            answeredAt: overdue ? now : null,
          }),
          former: null,
        }
  const { state, answer, answeredBy, answeredAt } = restored
  await changeVerification(db, id, { state, answer, answeredBy, answeredAt, former: restored.former })
  for (const number of verification.reports) {
    const report = await reportById(db, number)
    if (report !== null)
      await noteHistory(db, report, sender.name, `核实${id}：更正已撤回，${outcomeOf(restored)}`, now)
  }
  const stands =
    left.length > 0
      ? `仍按${sayChanges(left)}计`
      : former !== null
        ? `恢复原答复：${outcomeOf(restored)}`
        : overdue
          ? '仍待答复，已逾期'
          : `仍待答复，限${laterText(dueAt, now)}前`
  return {
    restored,
    messages: [
      { to: { room }, text: `更正已撤回，核实${id}${stands}。`, bundle: true },
      ...toAsker(
        restored,
        `【核实】核实${id}：${reportsInQuestion(restored)}的更正已撤回，${stands}。`,
        directory,
      ),
    ],
  }
}
