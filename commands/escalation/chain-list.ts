import { type Chain, currentStep, pendingStep } from '../../reports/escalation/chain.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import { openChains } from '../../storage/chains.ts'
import type { Context } from '../command.ts'
import { momentText } from '../moment-text.ts'
import { mayDecide } from './find-chain.ts'
import { standingText } from './show-chain.ts'

/** Chains shown at once. */
const shown = 30

/** The open chains that the sender decides on; of a unit, and of all within it, where one is given. */
export async function chainsWithin(
  unit: string | null,
  { db, sender, directory }: Context,
): Promise<Chain[]> {
  return (await openChains(db)).filter(
    chain =>
      mayDecide(chain, sender) &&
      (unit === null || chain.unit === unit || directory.gazetteer.isWithin(chain.unit, unit)),
  )
}

/** A line for each chain: its subject, how far it is, and how that rung stands. */
export function listChains(chains: Chain[], now: Date): string {
  return [
    `在办督办${chains.length}件：`,
    ...chains.slice(0, shown).map(chain => `${namedChain(chain)}：${chainStanding(chain, now)}`),
    ...(chains.length > shown ? [`另有${chains.length - shown}件，请用“/督办 单位”分别查看。`] : []),
    '发送“/督办 督办编号”查看详情。',
  ].join('\n')
}

function chainStanding(chain: Chain, now: Date): string {
  const [standing, pending] = [currentStep(chain), pendingStep(chain)]
  const coming =
    pending === null
      ? []
      : [
          pending.state === 'held'
            ? `${pending.rung}将于${momentText(new Date(pending.releaseAt!))}发出`
            : `${pending.rung}待签发`,
        ]
  return [...(standing === null ? [] : [`${standing.rung}，${standingText(standing, now)}`]), ...coming].join(
    '；',
  )
}
