import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { removeEvidence, stepsSaidBy } from '../../../storage/evidence.ts'
import { trackedHazard } from '../../../storage/tracked-hazards.ts'
import { type Context, UserError } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { tellOfUndone, undo, undoneLines } from './undo-step.ts'

/**
 * A message was recalled 撤回 by its sender: a rectification that it reported goes with it while nobody has acted on it,
 * and its picture is no evidence any more. What stays is told.
 */
export async function recallSteps(messageId: string, context: Context): Promise<OutgoingMessage[]> {
  const { db, sender, message } = context
  const { said, shown } = await stepsSaidBy(db, { messageId, sender: sender.name, room: message.room })
  const undone = []
  const lines: string[] = []
  for (const number of said) {
    const hazard = (await trackedHazard(db, number))!
    try {
      undone.push(await undo(hazard, true, context))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      lines.push(stays(hazard))
    }
  }
  for (const { event, picture } of shown) await removeEvidence(db, event, { picture })
  const pictured = [...new Set(shown.map(({ number }) => hazardNumber(number)))]
  if (pictured.length > 0) lines.push(`${pictured.join('、')}的照片已随消息撤回，不再作为佐证。`)
  return undone.length + lines.length === 0
    ? []
    : [
        context.reply([...undoneLines(undone), ...lines].join('\n'), { bundle: true }),
        ...(await tellOfUndone(undone, context)),
      ]
}

/** What is recalled too late, or after others have acted. */
function stays(hazard: TrackedHazard): string {
  const number = hazardNumber(hazard)
  const how =
    hazard.state === 'reported' || hazard.state === 'reinspected'
      ? `如尚未整改到位，请由复查人发送：/复查 ${number} 不合格`
      : '如需更改，请联系分管处室'
  return `消息已撤回，但${number}已办理的步骤仍然有效。${how}`
}
