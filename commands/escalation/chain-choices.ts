import { type Chain, currentRung, currentStep, pendingStep } from '../../reports/escalation/chain.ts'
import { rungAbove } from '../../reports/escalation/ladder.ts'
import { type Decider, ruleOf } from '../../reports/escalation/policy.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Directory } from '../directory.ts'
import type { Choice } from '../message.ts'
import { isLeaders } from './authority.ts'

/** Takes back what has been decided and has not gone out. */
export const takeBackChoice = ({ id }: Chain): Choice => ({ label: '撤销', command: `/督办 撤销 ${id}` })

/** The same for a role: what a leader decided no head takes back. */
export const takeBackChoices = (chain: Chain, role: Decider, directory: Directory): Choice[] =>
  pendingStep(chain) === null || (role !== 'leader' && isLeaders(chain, directory))
    ? []
    : [takeBackChoice(chain)]

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
export function endChoices(chain: Chain, isListed: boolean, role: Decider, directory: Directory): Choice[] {
  if (role !== 'leader' && (isListed || isLeaders(chain, directory))) return []
  return isListed
    ? [{ label: '摘牌', command: `/摘牌 ${chain.id}` }]
    : [{ label: '办结', command: `/办结 ${chain.id}` }]
}

/** Asks for the answer anew, or refuses the one that was given; to a rung of a leader's no head does. */
export function answerChoices(chain: Chain, role: Decider, directory: Directory): Choice[] {
  const step = currentStep(chain)
  if (step === null) return []
  if (step.state !== 'answered') return [{ label: '催办', command: `/督办 催办 ${chain.id}` }]
  const isOthers = role !== 'leader' && directory.person(step.by)?.role === 'leader'
  return isOthers ? [] : [{ label: '退回', command: `/督办 退回 ${chain.id}` }]
}

/** Where all hazards that are open have been reported rectified: whether it holds is to be seen first. */
export function inspectChoices(open: TrackedHazard[]): Choice[] {
  const numbers = (state: TrackedHazard['state']) =>
    open
      .filter(hazard => hazard.state === state)
      .map(hazardNumber)
      .join(' ')
  const [reported, passed] = [numbers('reported'), numbers('reinspected')]
  return [
    ...(reported === ''
      ? []
      : [
          { label: '复查合格', command: `/复查 ${reported} 合格` },
          { label: '复查不合格', command: `/复查 ${reported} 不合格` },
        ]),
    ...(passed === '' ? [] : [{ label: '销号', command: `/销号 ${passed}` }]),
  ]
}
