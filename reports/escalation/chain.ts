import type { HazardNumber } from '../hazards/hazard-number.ts'
import type { Ground, Rung } from './ladder.ts'
import type { Decider, Policy } from './policy.ts'

/** An answer 反馈 of the addressee. */
export interface ChainAnswer {
  by: string
  /** UTC ISO 8601. */
  at: string
  text: string
  /** Inbox row that it came with. */
  inboxId: number
  /** It is the report that the hazards are rectified 整改. */
  rectified?: true
  /** It is the record of an interview 约谈, by number. */
  interview?: number
  /** It did not suffice 退回: why, maybe empty. */
  refused?: string
}

/**
 * One rung as taken. `held`: decided, and not sent out yet; `drafting`: its letter is being drafted and signed;
 * `withdrawn`: taken back before anybody heard of it. Times are UTC ISO 8601.
 */
export interface ChainStep {
  rung: Rung
  state: 'held' | 'drafting' | 'issued' | 'answered' | 'withdrawn'
  by: string
  note: string | null
  /** The message that decided, by its id in the channel. */
  messageId: string | null
  decidedAt: string
  releaseAt: string | null
  /** When it was last told that nobody could be reached; null while all is well. */
  undeliveredAt: string | null
  issuedAt: string | null
  chaseAt: string | null
  dueAt: string | null
  answers: ChainAnswer[]
}

/**
 * What a chain wakes up for: to send out, to remind of a letter that is not signed, to chase, to see at the deadline
 * how it stands, to propose the next rung once more.
 */
export type Wake = 'release' | 'draft' | 'chase' | 'due' | 'propose'

/** A chain of escalation 督办: one subject on its way up the ladder, under the policy of the day on which it opened. */
export interface Chain {
  id: number
  unit: string
  enterprise: string | null
  /** Empty where it is about the unit itself. */
  hazards: HazardNumber[]
  grounds: Ground[]
  /** Divisions in charge; empty where all are. */
  divisions: string[]
  policy: Policy
  state: 'open' | 'settled' | 'withdrawn'
  openedBy: string
  openedAt: string
  endedBy: string | null
  endedAt: string | null
  /** How it ended, in words. */
  outcome: string | null
  steps: ChainStep[]
  /** The one thing that it wakes up for next; null once it has ended. */
  next: { wake: Wake; at: string } | null
}

/** Who decides to go up, to which rung, and why. */
export interface Decision {
  rung: Rung
  by: string
  role: Decider
  note: string | null
  /** The message that says so. */
  messageId?: string
}

/** Why something cannot be done with a chain. */
export type ChainObstacle =
  | 'ended'
  | 'pending'
  | 'notHigher'
  | 'skips'
  | 'role'
  | 'top'
  | 'gone'
  | 'notIssued'

/** What became of a chain; or what stands in the way. */
export type ChainVerdict = { chain: Chain } | { obstacle: ChainObstacle }

/** The highest rung that has gone out; null before the first. */
export const currentRung = (chain: Chain): Rung | null => currentStep(chain)?.rung ?? null

/** The step of the highest rung that has gone out. */
export const currentStep = ({ steps }: Chain): ChainStep | null =>
  steps.findLast(({ state }) => state === 'issued' || state === 'answered') ?? null

/** The step that has been decided and has not gone out. */
export const pendingStep = ({ steps }: Chain): ChainStep | null =>
  steps.find(({ state }) => state === 'held' || state === 'drafting') ?? null

/** Its deadline has passed 逾期. */
export const isLapsed = ({ dueAt }: ChainStep, now: Date): boolean => dueAt !== null && new Date(dueAt) <= now
