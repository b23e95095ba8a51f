import { type Chain, type ChainVerdict, currentRung, pendingStep } from '../../reports/escalation/chain.ts'
import { climb, issue, openChain } from '../../reports/escalation/chain-steps.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import { rank } from '../../reports/escalation/ladder.ts'
import { type HazardNumber, hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import {
  addChain,
  chainById,
  currentPolicy,
  openChainOf,
  openChains,
  saveChain,
} from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import { hazardsOf } from '../escalation/find-chain.ts'
import { readGrounds } from '../escalation/read-grounds.ts'
import { divisionsInCharge } from '../hazards/standing-to.ts'

/** The chain of escalation to which a letter belongs, null where a new one is to be opened; or what stands in the way. */
export type Placement = { chain: Chain | null } | { obstacle: string }

type Placed = Pick<Letter, 'id' | 'unit' | 'hazards' | 'chain'>

/** Where a letter belongs on the ladder: one chain, at which this rung comes next. */
export async function placeLetter(letter: Placed, { db }: Pick<Context, 'db'>): Promise<Placement> {
  if (letter.chain !== null) {
    const chain = (await chainById(db, letter.chain))!
    return pendingStep(chain)?.rung === '提示函'
      ? { chain }
      : {
          obstacle: `${chainName(chain)}已办结或已撤回提示函，本函不再发出，请发送“/提示函 取消 ${letter.id}”。`,
        }
  }
  const found = await chainsAbout(letter, db)
  if (found.size > 1) {
    const parts = [...found.values()].map(
      ({ chain, hazards }) => `${chainName(chain)}（${hazards.map(hazardNumber).join('、')}）`,
    )
    return { obstacle: `这些隐患分属${parts.join('、')}，请按督办分别起草，写明隐患编号。` }
  }
  const chain = [...found.values()][0]?.chain ?? null
  if (chain === null) return { chain }
  const pending = pendingStep(chain)
  if (pending?.state === 'drafting')
    return { obstacle: `${chainName(chain)}的提示函正在起草，请用该稿送签；发送“/提示函”可查看。` }
  if (pending !== null)
    return { obstacle: `${chainName(chain)}的${pending.rung}即将发出，请待其发出后再办，或先撤回。` }
  const rung = currentRung(chain)
  if (rung !== null && rank(rung) >= rank('提示函'))
    return {
      obstacle: `${chainName(chain)}已发${rung}，无需重复发函；如需再升一级，请发送“/督办 升级 ${chain.id}”。`,
    }
  return { chain }
}

/** Open chains about the hazards of a letter, or about the unit itself, each with those of the hazards. */
async function chainsAbout(
  { unit, hazards }: Placed,
  db: Context['db'],
): Promise<Map<number, { chain: Chain; hazards: HazardNumber[] }>> {
  const found = new Map<number, { chain: Chain; hazards: HazardNumber[] }>()
  for (const hazard of hazards) {
    const chain = await openChainOf(db, hazard)
    if (chain === null) continue
    found.set(chain.id, { chain, hazards: [...(found.get(chain.id)?.hazards ?? []), hazard] })
  }
  if (hazards.length > 0) return found
  const ofUnit = (await openChains(db)).find(chain => chain.unit === unit && chain.hazards.length === 0)
  return new Map(ofUnit === undefined ? [] : [[ofUnit.id, { chain: ofUnit, hazards: [] }]])
}

/** The letter goes out as the rung 提示函 of its chain, on which its times begin to run; returns the chain's number. */
export async function issueOnChain(letter: Letter, placed: Chain | null, context: Context): Promise<number> {
  const { db, now, calendar } = context
  const chain = await withRung(letter, placed, context)
  const issued = chainOf(issue(chain, now, calendar, letter.dueOn))
  if (placed === null) return (await addChain(db, issued)).id
  await saveChain(db, issued)
  return issued.id
}

/** The chain with this rung decided on: by the order that drafted the letter, or by the leader who signs it. */
async function withRung(letter: Letter, placed: Chain | null, context: Context): Promise<Chain> {
  if (placed !== null && pendingStep(placed) !== null) return placed
  const { now, calendar } = context
  const decision = { rung: '提示函', by: letter.signer!, role: 'leader', note: letter.content.title } as const
  if (placed === null) return chainOf(openChain(await newSubject(letter, context), decision, now, calendar))
  const known = new Set(placed.hazards.map(hazardNumber))
  const added = letter.hazards.filter(number => !known.has(hazardNumber(number)))
  return chainOf(climb({ ...placed, hazards: [...placed.hazards, ...added] }, decision, now, calendar))
}

async function newSubject(
  { unit, hazards: numbers }: Letter,
  context: Context,
): Promise<Parameters<typeof openChain>[0]> {
  const { db, directory } = context
  const hazards = await hazardsOf({ hazards: numbers }, db)
  const enterprises = new Set(hazards.map(({ enterprise }) => enterprise))
  const everyDivision = hazards.some(({ industry }) => industry === null)
  return {
    unit,
    enterprise: enterprises.size === 1 ? [...enterprises][0]! : null,
    hazards: numbers,
    grounds: await readGrounds({ unit, hazards }, context),
    divisions: everyDivision
      ? []
      : [...new Set(hazards.flatMap(({ industry }) => divisionsInCharge(industry, directory)))],
    policy: await currentPolicy(db),
  }
}

/** What was checked before cannot fail. */
function chainOf(verdict: ChainVerdict): Chain {
  if ('obstacle' in verdict) throw new Error(`the letter does not fit on its chain: ${verdict.obstacle}`)
  return verdict.chain
}
