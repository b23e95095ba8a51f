import { placeName } from '../daily/phrases.ts'
import { hazardNumber } from '../hazards/hazard-number.ts'
import type { Chain } from './chain.ts'
import { groundNames } from './ladder.ts'

/** Numbers of hazards that are named in a phrase; of more the count is given. */
const namedHazards = 5

/** 督办3 */
export const chainName = ({ id }: Pick<Chain, 'id'>): string => `督办${id}`

/** 四平市铁东区 宏达加油站隐患12-1、12-2, or the unit alone: what a chain is about, in a phrase. */
export function subjectText({
  unit,
  enterprise,
  hazards,
}: Pick<Chain, 'unit' | 'enterprise' | 'hazards'>): string {
  const where = enterprise === null ? placeName(unit) : `${placeName(unit)} ${enterprise}`
  if (hazards.length === 0) return where
  const named = hazards.slice(0, namedHazards).map(hazardNumber).join('、')
  return `${where} 隐患${named}${hazards.length > namedHazards ? `等${hazards.length}条` : ''}`
}

/** 督办3（四平市铁东区 宏达加油站 隐患12-1） */
export const namedChain = (chain: Pick<Chain, 'id' | 'unit' | 'enterprise' | 'hazards'>): string =>
  `${chainName(chain)}（${subjectText(chain)}）`

/** 逾期未整改、屡改屡犯; null where a person has stated the reason in words alone. */
export const groundsText = ({ grounds }: Pick<Chain, 'grounds'>): string | null =>
  grounds.length === 0 ? null : grounds.map(ground => groundNames[ground]).join('、')

/** The chain that a text names which the bot wrote about it: 【督办提示】督办3（…; null where it is none such. */
export function chainInNotice(text: string): number | null {
  const id = /【[^】]{2,6}】督办(\d{1,9})（/u.exec(text)?.[1]
  return id === undefined ? null : Number(id)
}
