import { type Chain, currentStep } from '../../reports/escalation/chain.ts'
import { answer, refuseAnswer } from '../../reports/escalation/chain-steps.ts'
import type { HazardEvent, TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { openChainOf, saveChain } from '../../storage/chains.ts'
import type { Db } from '../../storage/database.ts'
import { hazardEvents } from '../../storage/hazard-events.ts'
import type { Context } from '../command.ts'
import { sentAtOf } from '../conversation.ts'
import { hazardsOf } from './find-chain.ts'

/**
 * A hazard has gone from one state to another. That its unit has reported the last one of a chain rectified 整改 is its
 * answer 反馈 to the rung; where one does not hold and is put back, the rung waits for another answer.
 */
export async function followState(
  before: TrackedHazard['state'],
  hazard: TrackedHazard,
  { step: done, note }: Pick<HazardEvent, 'step' | 'note'>,
  context: Context,
): Promise<void> {
  const [was, is] = [before === 'rectifying', hazard.state === 'rectifying']
  if (was === is || before === 'void' || hazard.state === 'void') return
  const chain = await openChainOf(context.db, hazard)
  const step = chain === null ? null : currentStep(chain)
  if (chain === null || step === null) return
  if (is) await putBack(chain, done === 'fail' ? '复查不合格' : '已恢复整改', context)
  else if (context.sender.role === 'reporter') await countAsAnswer(chain, note, context)
}

async function countAsAnswer(chain: Chain, note: string | null, context: Context): Promise<void> {
  const { db, now, calendar, sender, message } = context
  const hazards = (await hazardsOf(chain, db)).filter(({ state }) => state !== 'void')
  if (hazards.some(({ state }) => state === 'rectifying')) return
  const text = `${hazards.map(hazardNumber).join('、')}已报整改${note === null ? '' : `：${note}`}`
  const at = sentAtOf(context).toISOString()
  const said = { by: sender.name, at, text, inboxId: message.id, rectified: true as const }
  const verdict = answer(chain, said, now, calendar)
  if ('chain' in verdict) await saveChain(db, verdict.chain)
}

/** Words that were said besides still stand. */
async function putBack(chain: Chain, reason: string, { db, now, calendar }: Context): Promise<void> {
  const standing = currentStep(chain)!.answers.filter(({ refused }) => refused === undefined)
  if (!standing.every(({ rectified }) => rectified === true)) return
  const verdict = refuseAnswer(chain, reason, now, calendar)
  if ('chain' in verdict) await saveChain(db, verdict.chain)
}

/** Whether nothing is being rectified any more of what is open, and some of it was since a moment, UTC ISO 8601. */
export async function isRectifiedSince(open: TrackedHazard[], since: string, db: Db): Promise<boolean> {
  if (open.some(({ state }) => state === 'rectifying')) return false
  for (const { id } of open)
    if ((await hazardEvents(db, id)).some(({ step, at }) => step === 'rectify' && at > since)) return true
  return false
}
