import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { shortDate } from '../../../reports/time.ts'
import type { ReportRow } from '../../../storage/reports.ts'
import type { Context } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { divisionsText } from '../standing-to.ts'
import { putAsk } from '../steps/postpone.ts'
import { correctedNote } from './follow-correction.ts'
import { putToDivision } from './put-to-division.ts'
import { tellReporter } from './tell-tracked.ts'

/** A correction names a later deadline: the sender hears that the one in the ledger holds, and the division decides. */
export const tellAsked = (
  report: ReportRow,
  hazard: TrackedHazard,
  date: string,
  context: Context,
): OutgoingMessage[] => [
  tellReporter(
    report,
    `${hazardNumber(hazard)}期限仍为${shortDate(hazard.deadline!)}；延至${shortDate(date)}按申请延期转${divisionsText(hazard, context.directory)}决定。`,
    context,
  ),
  ...putAsk(hazard, date, correctedNote(report.id), context),
]

/** A correction calls hazards major 重大隐患 no more: they stay so until the division confirms it. */
export const tellDemoted = (
  report: ReportRow,
  hazards: TrackedHazard[],
  context: Context,
): OutgoingMessage[] =>
  hazards.length === 0
    ? []
    : [
        tellReporter(
          report,
          `${hazards.map(hazardNumber).join('、')}为重大隐患，改为一般已报${divisionsText(hazards[0]!, context.directory)}确认。`,
          context,
        ),
        ...putToDivision(hazards, '改为一般', `第${report.id}号报告更正为一般隐患`, context),
      ]
