import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { hazardText } from '../../../reports/hazards/hazard-text.ts'
import { businessDate } from '../../../reports/time.ts'
import type { Context } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { headsInCharge, tellHeads } from '../tell-about.ts'

/**
 * Asks the division in charge whether hazards of one report are to be what the report makes of them: struck off, or no
 * major hazards 重大隐患 any more. Until it decides they stay as they are.
 */
export function putToDivision(
  hazards: TrackedHazard[],
  wanted: '作废' | '改为一般',
  because: string,
  context: Context,
): OutgoingMessage[] {
  if (hazards.length === 0) return []
  const today = businessDate(context.now)
  const numbers = hazards.map(hazardNumber).join(' ')
  const lines = [
    `【待确认】${because}，是否${wanted}请分管处室确认：`,
    ...hazards.map(hazard => hazardText(hazard, today)),
    ...(hazards.length > 1 ? [`分条办理请发送，例如：/隐患 ${wanted} ${hazardNumber(hazards[0]!)}`] : []),
  ]
  return tellHeads(
    hazards[0]!,
    {
      text: lines.join('\n'),
      mentions: headsInCharge(hazards[0]!, context),
      choices: [
        { label: wanted, command: `/隐患 ${wanted} ${numbers}` },
        { label: '保留', command: `/隐患 保留 ${numbers}` },
      ],
    },
    context,
  )
}
