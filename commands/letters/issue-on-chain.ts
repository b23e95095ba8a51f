import { type Chain, pendingStep } from '../../reports/escalation/chain.ts'
import { climb, issue, openChain } from '../../reports/escalation/chain-steps.ts'
import type { HazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { addChain, saveChain } from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import { readChainSubject } from '../escalation/chain-subject.ts'
import { explainObstacle, whoDecides } from '../escalation/explain-obstacle.ts'
import { hazardsOf } from '../escalation/find-chain.ts'
import { placeLetter } from './letter-chain.ts'

/** The chain as it is once a letter has gone out as its rung, not stored yet; number 0 where it is a new one. */
export type Issued = { chain: Chain } | { obstacle: string }

/** What becomes of the letter's chain where it goes out now, signed by a leader; or why it cannot. */
export async function issuedChain(letter: Letter, signer: string, context: Context): Promise<Issued> {
  const { now, calendar } = context
  const placed = await placeLetter(letter, context)
  if ('obstacle' in placed) return placed
  const { chain } = placed
  const decision = { rung: '提示函', by: signer, role: 'leader', note: letter.content.title } as const
  const subject = chain === null ? await newSubject(letter.unit, placed.hazards, context) : null
  const decided =
    chain === null
      ? openChain(subject!, decision, now, calendar)
      : pendingStep(chain) !== null
        ? { chain }
        : climb({ ...chain, hazards: placed.hazards }, decision, now, calendar)
  const issued = 'obstacle' in decided ? decided : issue(decided.chain, now, calendar, letter.dueOn)
  if (!('obstacle' in issued)) return issued
  const policy = chain?.policy ?? subject!.policy
  return {
    obstacle:
      chain === null || issued.obstacle === 'role'
        ? whoDecides('提示函', policy)
        : explainObstacle(issued.obstacle, chain),
  }
}

/** Stores the chain, on which the times of the rung begin to run; returns its number. */
export async function storeIssued(chain: Chain, { db }: Pick<Context, 'db'>): Promise<number> {
  if (chain.id === 0) return (await addChain(db, chain)).id
  await saveChain(db, chain)
  return chain.id
}

async function newSubject(unit: string, numbers: HazardNumber[], context: Context) {
  const hazards = await hazardsOf({ hazards: numbers }, context.db)
  const [enterprise = null, ...others] = new Set(hazards.map(hazard => hazard.enterprise))
  return readChainSubject({ unit, enterprise: others.length === 0 ? enterprise : null, hazards }, context)
}
