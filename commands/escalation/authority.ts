import { type Chain, currentStep, pendingStep } from '../../reports/escalation/chain.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import { type Context, refuse } from '../command.ts'
import type { Directory } from '../directory.ts'

/** Whether a leader 厅领导 decided on the rung of a chain that stands, or on the one to come: only leaders undo that. */
export const isLeaders = (chain: Chain, directory: Directory): boolean =>
  [pendingStep(chain), currentStep(chain)].some(step => step !== null && isLeader(step.by, directory))

/** Refuses a head who would undo what a leader decided; `what`: the word for it, such as 撤销. */
export function mustNotUndoLeader(
  chain: Chain,
  step: { by: string; rung: string } | null,
  what: string,
  { sender, directory }: Context,
): void {
  if (step !== null && sender.role !== 'leader' && isLeader(step.by, directory))
    refuse(`${chainName(chain)}的“${step.rung}”由${step.by}决定，请由厅领导${what}。`)
}

/** Refuses a head who may not end a chain: what a leader decided, or one about a unit that another division opened. */
export function mustMayEnd(chain: Chain, context: Context): void {
  const { sender, directory } = context
  if (sender.role === 'leader') return
  for (const step of [pendingStep(chain), currentStep(chain)]) mustNotUndoLeader(chain, step, '办结', context)
  const opener = directory.person(chain.openedBy)
  if (chain.hazards.length > 0 || opener === null) return
  if (opener.role === 'leader') refuse(`${chainName(chain)}由${opener.name}发起，请由厅领导办结。`)
  if (opener.division !== sender.division)
    refuse(`${chainName(chain)}由${opener.name}发起，请由${opener.division ?? '该处室'}处长或厅领导办结。`)
}

const isLeader = (name: string, directory: Directory): boolean => directory.person(name)?.role === 'leader'
