import { type Chain, currentRung, pendingStep } from '../../reports/escalation/chain.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import { rank } from '../../reports/escalation/ladder.ts'
import { type HazardNumber, hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { chainById, openChainOf, openChains } from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import { hazardsOf, openHazardsOf } from '../escalation/find-chain.ts'

/**
 * The chain of escalation that a letter continues, null where it opens one, and which of its hazards that chain is about
 * with it; or what stands in the way.
 */
type Placement = { chain: Chain | null; hazards: HazardNumber[] } | { obstacle: string }

export type Placed = Pick<Letter, 'id' | 'unit' | 'hazards' | 'chain'>

/** An open chain, with those of a letter's hazards that are in it; none where it is about the unit itself. */
export interface ChainPart {
  chain: Chain
  hazards: HazardNumber[]
}

type Reading = Pick<Context, 'db'>

/**
 * Where a letter belongs on the ladder. It goes on with a chain of its own unit that is about nothing else; hazards in
 * other chains stay there, as those go to others, and the letter but speaks of them.
 */
export async function placeLetter(letter: Placed, { db }: Reading): Promise<Placement> {
  if (letter.chain !== null) {
    const chain = (await chainById(db, letter.chain))!
    return pendingStep(chain)?.rung === '提示函'
      ? { chain, hazards: chain.hazards }
      : {
          obstacle: `${chainName(chain)}已办结或已撤回提示函，本函不再发出，请发送“/提示函 取消 ${letter.id}”。`,
        }
  }
  const parts = await chainsAbout(letter, db)
  const fitting: Chain[] = []
  for (const { chain } of parts) if (await fits(chain, letter, db)) fitting.push(chain)
  const inChains = new Set(parts.flatMap(({ hazards }) => hazards.map(hazardNumber)))
  const free = letter.hazards.filter(number => !inChains.has(hazardNumber(number)))
  const [own] = fitting
  if (own !== undefined && fitting.length === 1) {
    const obstacle = obstacleOn(own)
    if (obstacle === null) {
      const numbers = new Set(own.hazards.map(hazardNumber))
      return {
        chain: own,
        hazards: [...own.hazards, ...free.filter(each => !numbers.has(hazardNumber(each)))],
      }
    }
    // What may still be taken back, or has not gone out, is waited for; what is done is left where it is.
    if (free.length === 0 || pendingStep(own) !== null) return { obstacle }
  }
  return free.length > 0 || parts.length === 0
    ? { chain: null, hazards: free }
    : { obstacle: await apartText(parts, db) }
}

/** Open chains about the hazards of a letter, or about the unit itself, by number. */
export async function chainsAbout(
  { unit, hazards }: Pick<Letter, 'unit' | 'hazards'>,
  db: Context['db'],
): Promise<ChainPart[]> {
  if (hazards.length === 0)
    return (await openChains(db))
      .filter(chain => chain.unit === unit && chain.hazards.length === 0)
      .map(chain => ({ chain, hazards: [] }))
  const found = new Map<number, ChainPart>()
  for (const { report, position } of hazards) {
    const number = { report, position }
    const chain = await openChainOf(db, number)
    if (chain !== null)
      found.set(chain.id, { chain, hazards: [...(found.get(chain.id)?.hazards ?? []), number] })
  }
  return [...found.values()].sort((a, b) => a.chain.id - b.chain.id)
}

/** Of the same unit, of the same enterprise or of the unit, and with all that is open of it in the letter. */
async function fits(chain: Chain, letter: Placed, db: Context['db']): Promise<boolean> {
  if (chain.unit !== letter.unit) return false
  const numbers = new Set(letter.hazards.map(hazardNumber))
  if ((await openHazardsOf(chain, db)).some(hazard => !numbers.has(hazardNumber(hazard)))) return false
  return (
    chain.enterprise === null ||
    (await hazardsOf(letter, db)).every(({ enterprise }) => enterprise === chain.enterprise)
  )
}

/** Why a letter cannot be the next rung of a chain; null where it can. */
function obstacleOn(chain: Chain): string | null {
  const pending = pendingStep(chain)
  if (pending?.state === 'drafting')
    return `${chainName(chain)}的提示函正在起草，请用该稿送签；发送“/提示函”可查看。`
  if (pending !== null) return `${chainName(chain)}的${pending.rung}即将发出，请待其发出后再办，或先撤回。`
  return hasLetter(chain)
    ? `${chainName(chain)}已发${currentRung(chain)}，无需重复发函；如需再升一级，请发送“/督办 升级 ${chain.id}”。`
    : null
}

/** The chain is at this rung, or above it. */
export function hasLetter(chain: Chain): boolean {
  const rung = currentRung(chain)
  return rung !== null && rank(rung) >= rank('提示函')
}

/** All hazards are in chains of others, in several, or in one that is about more. */
async function apartText(parts: ChainPart[], db: Context['db']): Promise<string> {
  const [only] = parts
  if (parts.length > 1 || only === undefined) {
    const named = parts.map(
      ({ chain, hazards }) => `${chainName(chain)}（${hazards.map(hazardNumber).join('、')}）`,
    )
    return `这些隐患分属${named.join('、')}，请按督办分别起草，写明隐患编号。`
  }
  const { chain, hazards } = only
  const open = (await openHazardsOf(chain, db)).map(hazardNumber)
  return `${hazards.map(hazardNumber).join('、')}属${chainName(chain)}（${chain.unit}），请按该督办起草：/提示函 ${chain.unit} ${open.join(' ')}`
}
