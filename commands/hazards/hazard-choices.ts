import { isOpen, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { hasRectified } from '../../reports/hazards/life.ts'
import type { Role } from '../command.ts'
import type { Choice } from '../message.ts'

/** What else decides what may be done. */
interface Circumstance {
  /** The hazard is under the province's supervision 提级. */
  takenOver?: boolean
  /** It is under escalation 督办. */
  escalated?: boolean
  /** Who would do it. */
  name?: string
}

/**
 * What a person with a role, who is concerned with a hazard, may do about it by one tap, likeliest first; empty where
 * it is closed. A reporter's own report of its rectification needs words, and is none.
 */
export function hazardChoices(
  hazard: TrackedHazard,
  role: Role,
  withNumber = false,
  { takenOver = false, escalated = false, name }: Circumstance = {},
): Choice[] {
  const isOfProvince = role === 'divisionHead' || role === 'leader'
  if (!isOpen(hazard) || (!isOfProvince && role !== 'reporter')) return []
  const number = hazardNumber(hazard)
  const choice = (word: string, command: string): Choice => ({
    label: withNumber ? `${word}${number}` : word,
    command,
  })
  const mayJudge =
    (isOfProvince || !takenOver) &&
    !((hazard.major || escalated) && name !== undefined && hasRectified(hazard, name))
  return [
    ...(hazard.state === 'rectifying' && isOfProvince ? [choice('催办', `/催办 ${number}`)] : []),
    ...(hazard.state === 'reported' && mayJudge
      ? [choice('复查合格', `/复查 ${number} 合格`), choice('复查不合格', `/复查 ${number} 不合格`)]
      : []),
    ...(hazard.state === 'reinspected' && mayJudge ? [choice('销号', `/销号 ${number}`)] : []),
    ...(isOfProvince ? [choice('升级', `/督办 ${number}`)] : []),
    ...(role === 'leader' && !takenOver ? [choice('提级', `/提级 ${number}`)] : []),
  ]
}
