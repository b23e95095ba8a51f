import { type Chain, currentRung, currentStep, pendingStep } from '../../reports/escalation/chain.ts'
import { rungAbove } from '../../reports/escalation/ladder.ts'
import { type Decider, ruleOf } from '../../reports/escalation/policy.ts'
import type { Choice } from '../message.ts'

/** Takes back what has been decided and has not gone out. */
export const takeBackChoice = ({ id }: Chain): Choice => ({ label: '撤销', command: `/督办 撤销 ${id}` })

/** One rung up, named, so that a second tap does not go up another one; none where the role does not decide on it. */
export function upChoices(chain: Chain, role: Decider): Choice[] {
  const rung = rungAbove(currentRung(chain))
  if (rung === null || pendingStep(chain) !== null) return []
  if (!ruleOf(rung, chain.policy).deciders.includes(role)) return []
  return [{ label: `升级为${rung}`, command: `/督办 升级 ${chain.id} ${rung}` }]
}

/** It stays at its rung for the time being: decided by who could have it go up. */
export const keepChoices = (chain: Chain, role: Decider): Choice[] =>
  upChoices(chain, role).length === 0 ? [] : [{ label: '不升级', command: `/督办 不升级 ${chain.id}` }]

/** Its end 办结, where nothing is left to be done about its hazards; of what is publicly listed 摘牌, by a leader. */
export function endChoices({ id }: Chain, isListed: boolean, role: Decider): Choice[] {
  if (!isListed) return [{ label: '办结', command: `/办结 ${id}` }]
  return role === 'leader' ? [{ label: '摘牌', command: `/摘牌 ${id}` }] : []
}

/** Asks for the answer anew, or refuses the one that was given. */
export function answerChoices(chain: Chain): Choice[] {
  const step = currentStep(chain)
  if (step === null) return []
  return step.state === 'answered'
    ? [{ label: '退回', command: `/督办 退回 ${chain.id}` }]
    : [{ label: '催办', command: `/督办 催办 ${chain.id}` }]
}
