import type { openChain } from '../../reports/escalation/chain-steps.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { currentPolicy } from '../../storage/policies.ts'
import type { Context } from '../command.ts'
import { divisionsInCharge } from '../hazards/standing-to.ts'
import { readGrounds } from './read-grounds.ts'

/** What a chain is to be about: hazards, of one enterprise where it is named, or a unit itself. */
export interface ChainSubject {
  unit: string
  enterprise: string | null
  hazards: TrackedHazard[]
}

/** With what a chain about a subject opens: the grounds that hold now, the divisions in charge, and the policy in force. */
export async function readChainSubject(
  { unit, enterprise, hazards }: ChainSubject,
  context: Context,
): Promise<Parameters<typeof openChain>[0]> {
  return {
    unit,
    enterprise,
    hazards: hazards.map(({ report, position }) => ({ report, position })),
    grounds: await readGrounds({ unit, hazards }, context),
    // One whose industry is not known is all divisions' business.
    divisions: hazards.some(({ industry }) => industry === null)
      ? []
      : [...new Set(hazards.flatMap(({ industry }) => divisionsInCharge(industry, context.directory)))],
    policy: await currentPolicy(context.db),
  }
}
