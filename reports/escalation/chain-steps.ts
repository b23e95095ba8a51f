import type { Calendar } from '../calendar.ts'
import {
  type Chain,
  type ChainAnswer,
  type ChainStep,
  type ChainVerdict,
  currentRung,
  currentStep,
  type Decision,
  pendingStep,
} from './chain.ts'
import { planOn, timesOf, wakeAfter } from './chain-wake.ts'
import { rank, rungAbove } from './ladder.ts'
import { ruleOf } from './policy.ts'

/** A decision is not sent out for so long, and can be taken back 撤销 meanwhile; in milliseconds. */
export const holdTime = 2 * 60_000

/** Opens a chain at the rung that is decided on; only a leader 厅领导 begins above the lowest. */
export function openChain(
  subject: Pick<Chain, 'unit' | 'enterprise' | 'hazards' | 'grounds' | 'divisions' | 'policy'>,
  decision: Decision,
  now: Date,
  calendar: Calendar,
): ChainVerdict {
  const chain: Chain = {
    ...subject,
    id: 0,
    state: 'open',
    openedBy: decision.by,
    openedAt: now.toISOString(),
    endedBy: null,
    endedAt: null,
    outcome: null,
    steps: [],
    next: null,
  }
  return climb(chain, decision, now, calendar)
}

/** Goes up: one rung at a time, unless a leader says otherwise. A letter 提示函 is drafted first, all else is held. */
export function climb(chain: Chain, decision: Decision, now: Date, calendar: Calendar): ChainVerdict {
  const { rung, role } = decision
  if (chain.state !== 'open') return { obstacle: 'ended' }
  if (pendingStep(chain) !== null) return { obstacle: 'pending' }
  const above = rungAbove(currentRung(chain))
  if (above === null) return { obstacle: 'top' }
  if (rank(rung) < rank(above)) return { obstacle: 'notHigher' }
  if (!ruleOf(rung, chain.policy).deciders.includes(role)) return { obstacle: 'role' }
  if (rung !== above && role !== 'leader') return { obstacle: 'skips' }
  const isLetter = rung === '提示函'
  const step: ChainStep = {
    rung,
    state: isLetter ? 'drafting' : 'held',
    by: decision.by,
    note: decision.note,
    messageId: decision.messageId ?? null,
    decidedAt: now.toISOString(),
    releaseAt: isLetter ? null : new Date(now.getTime() + holdTime).toISOString(),
    undeliveredAt: null,
    issuedAt: null,
    chaseAt: null,
    dueAt: null,
    answers: [],
  }
  return planned({ ...chain, steps: [...chain.steps, step] }, now, calendar)
}

/** Takes back what nobody has heard of yet; a chain of which nothing remains is withdrawn. */
export function takeBack(chain: Chain, by: string, now: Date, calendar: Calendar): ChainVerdict {
  const pending = pendingStep(chain)
  if (chain.state !== 'open') return { obstacle: 'ended' }
  if (pending === null) return { obstacle: 'gone' }
  const steps = chain.steps.map(step => (step === pending ? { ...step, state: 'withdrawn' as const } : step))
  const left = { ...chain, steps }
  return currentStep(left) === null
    ? { chain: end(left, 'withdrawn', by, '已撤销', now) }
    : planned(left, now, calendar)
}

/** Sends out later what is held: a stop or the night came between, or nobody could be reached. */
export const holdUntil = (
  chain: Chain,
  at: Date,
  change: Partial<Pick<ChainStep, 'undeliveredAt'>> = {},
): Chain => ({
  ...chain,
  steps: chain.steps.map(step =>
    step.state === 'held' ? { ...step, ...change, releaseAt: at.toISOString() } : step,
  ),
  next: { wake: 'release', at: at.toISOString() },
})

/** What was pending has gone out: its times begin to run. `dueOn`: the date by which a letter asks for its answer. */
export function issue(
  chain: Chain,
  now: Date,
  calendar: Calendar,
  dueOn: string | null = null,
): ChainVerdict {
  const pending = pendingStep(chain)
  if (chain.state !== 'open') return { obstacle: 'ended' }
  if (pending === null) return { obstacle: 'gone' }
  const times = timesOf(ruleOf(pending.rung, chain.policy), dueOn, now, calendar)
  const issued = { ...pending, ...times, state: 'issued' as const, issuedAt: now.toISOString() }
  const steps = chain.steps.map(step => (step === pending ? issued : step))
  return planned({ ...chain, steps }, now, calendar)
}

/** The addressee answers 反馈 the rung that stands; several answers add up. */
export function answer(chain: Chain, said: ChainAnswer, now: Date, calendar: Calendar): ChainVerdict {
  if (chain.state !== 'open') return { obstacle: 'ended' }
  const standing = currentStep(chain)
  if (standing === null) return { obstacle: 'notIssued' }
  const steps = chain.steps.map(step =>
    step === standing ? { ...step, state: 'answered' as const, answers: [...step.answers, said] } : step,
  )
  return planned({ ...chain, steps }, now, calendar)
}

/** What was answered does not suffice 退回, for a reason that may be empty: the rung waits for another answer. */
export function refuseAnswer(chain: Chain, reason: string, now: Date, calendar: Calendar): ChainVerdict {
  if (chain.state !== 'open') return { obstacle: 'ended' }
  const standing = currentStep(chain)
  if (standing?.state !== 'answered') return { obstacle: 'notIssued' }
  const answers = standing.answers.map(said => ({ ...said, refused: said.refused ?? reason }))
  const steps = chain.steps.map(step =>
    step === standing ? { ...step, state: 'issued' as const, answers } : step,
  )
  return planned({ ...chain, steps }, now, calendar)
}

/** The record of an interview 约谈 reads otherwise now, or is no more: null. A rung without any other answer waits again. */
export function reviseInterview(
  chain: Chain,
  interview: number,
  text: string | null,
  now: Date,
  calendar: Calendar,
): Chain {
  const steps = chain.steps.map(step => {
    if (!step.answers.some(said => said.interview === interview)) return step
    const answers = step.answers.flatMap(said =>
      said.interview !== interview ? [said] : text === null ? [] : [{ ...said, text }],
    )
    const waits = step.state === 'answered' && answers.every(({ refused }) => refused !== undefined)
    return { ...step, answers, state: waits ? ('issued' as const) : step.state }
  })
  const waits = steps.some(({ state }, i) => state !== chain.steps[i]!.state)
  return waits ? planOn({ ...chain, steps }, now, calendar) : { ...chain, steps }
}

/** It has come to its end 办结. What is still held is not sent out. */
export function settle(chain: Chain, by: string, outcome: string, now: Date): ChainVerdict {
  return chain.state === 'open' ? { chain: end(chain, 'settled', by, outcome, now) } : { obstacle: 'ended' }
}

const end = (
  chain: Chain,
  state: 'settled' | 'withdrawn',
  by: string,
  outcome: string,
  now: Date,
): Chain => ({
  ...chain,
  state,
  endedBy: by,
  endedAt: now.toISOString(),
  outcome,
  steps: chain.steps.map(step =>
    step.state === 'held' || step.state === 'drafting' ? { ...step, state: 'withdrawn' } : step,
  ),
  next: null,
})

const planned = (chain: Chain, now: Date, calendar: Calendar): ChainVerdict => ({
  chain: { ...chain, next: wakeAfter(chain, now, calendar) },
})
