import { isOpen, type TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Role } from '../command.ts'
import type { Choice } from '../message.ts'

/** What a person with a role may do about a hazard by one tap, likeliest first; empty where it is closed. */
export function hazardChoices(hazard: TrackedHazard, role: Role, withNumber = false): Choice[] {
  if (!isOpen(hazard) || (role !== 'divisionHead' && role !== 'leader')) return []
  const number = hazardNumber(hazard)
  const choice = (word: string, command: string): Choice => ({
    label: withNumber ? `${word}${number}` : word,
    command,
  })
  return [
    ...(hazard.state === 'rectifying' ? [choice('催办', `/催办 ${number}`)] : []),
    ...(hazard.state === 'reported'
      ? [choice('复查合格', `/复查 ${number} 合格`), choice('复查不合格', `/复查 ${number} 不合格`)]
      : []),
    ...(hazard.state === 'reinspected' ? [choice('销号', `/销号 ${number}`)] : []),
    choice('升级', `/督办 ${number}`),
    ...(role === 'leader' ? [choice('提级', `/提级 ${number}`)] : []),
  ]
}
