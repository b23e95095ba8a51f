import { stateNames, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { shortDate } from '../../../reports/time.ts'
import type { ReportRow } from '../../../storage/reports.ts'
import type { Context } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'

/** What is said of a report's hazards in the group where it was made, beside the acknowledgement. */
export const tellReporter = (
  { room }: Pick<ReportRow, 'room'>,
  text: string,
  context: Context,
): OutgoingMessage =>
  room === null || room === context.room?.name
    ? context.reply(text, { bundle: true })
    : { to: { room }, text, bundle: true }

/** The sender hears that a hazard which had been closed was found again 屡改屡犯. */
export function tellRecurrence(
  report: ReportRow,
  position: number,
  earlier: TrackedHazard,
  context: Context,
): OutgoingMessage {
  const number = hazardNumber({ report: report.id, position })
  const text = `${number}与${hazardNumber(earlier)}（${shortDate(earlier.foundOn)}，已销号）重复，记为屡改屡犯。`
  return tellReporter(report, text, context)
}

/** The duty group hears that a report takes back what a person has closed or re-inspected since. */
export const tellDisagreement = (hazard: TrackedHazard, { directory }: Context): OutgoingMessage[] =>
  directory.roomsFor('duty').map(room => ({
    to: { room },
    text: `第${hazard.report}号报告更正为：${hazardNumber(hazard)}未整改。台账中该隐患${stateNames[hazard.state]}，未作改动，请核实。`,
    bundle: true,
  }))
