import { type Chain, pendingStep } from '../../reports/escalation/chain.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import { lettersOfChain } from '../../storage/letters.ts'
import type { Context } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { takeBackChoices } from './chain-choices.ts'
import { tellDeciders } from './tell-deciders.ts'

/** Reminds who decided on a letter 提示函 that it is not signed yet. */
export async function remindOfDraft(chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const step = pendingStep(chain)
  if (step?.state !== 'drafting') return []
  const letter = (await lettersOfChain(context.db, chain.id)).findLast(({ state }) => state !== 'cancelled')
  const state =
    letter?.state === 'submitted'
      ? '已送签，尚未签发'
      : letter?.basis.returned != null
        ? '已被厅领导退回，待修改送签'
        : '尚未签发'
  const draft = letter === undefined ? '' : `（稿${letter.id}）`
  return tellDeciders(
    chain,
    {
      text: `【提醒】${namedChain(chain)}的${step.rung}${draft}${state}；${momentText(new Date(step.decidedAt))}由${step.by}决定。如不再需要，可撤销。`,
      of: role => takeBackChoices(chain, role, context.directory),
    },
    context,
  )
}
