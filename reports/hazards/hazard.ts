import type { Industry } from '../terms.ts'
import type { HazardNumber } from './hazard-number.ts'

/**
 * Where a hazard 隐患 stands in its life: being rectified 整改中 from the moment it is found and sorted, reported
 * rectified 已报整改, re-inspected 复查合格, closed 销号; or struck off 作废 because its report does not hold any more.
 * Overdue 逾期, recurring 屡改屡犯 and taken over 提级 are said beside the state, not in place of it.
 */
export const hazardStates = ['rectifying', 'reported', 'reinspected', 'closed', 'void'] as const
export type HazardState = (typeof hazardStates)[number]

export const stateNames: Record<HazardState, string> = {
  rectifying: '整改中',
  reported: '已报整改待复查',
  reinspected: '复查合格待销号',
  closed: '已销号',
  void: '已作废',
}

/** A hazard in the ledger 台账. */
export interface TrackedHazard extends HazardNumber {
  id: number
  unit: string
  enterprise: string | null
  place: string | null
  industry: Industry | null
  text: string
  /** Major hazard 重大隐患. */
  major: boolean
  /** Business date of the inspection, YYYY-MM-DD. */
  foundOn: string
  /** Rectification deadline 整改期限, YYYY-MM-DD; null while none has been told. */
  deadline: string | null
  state: HazardState
  /** Who has reported it rectified 整改 since it was last put back, 、 between several; null while nobody has. */
  rectifiedBy: string | null
  /** Who re-inspected it 复查 last, with whatever result. */
  reinspectedBy: string | null
  /** Closed by the very report that found it, as rectified on the spot 现场整改. */
  onTheSpot: boolean
  /** The number of the earlier hazard of which it is another case; null for a first one. */
  recurrenceOf: HazardNumber | null
  /** That earlier one had been closed when it was found again 屡改屡犯; else it had never been mended. */
  afterClosure: boolean
}

/** What stands as proof of a step 证据: a message or picture as received, or a later report. */
export type Evidence = { message: number } | { picture: number } | { report: number }

/** What is done about a hazard. `ask`: the unit asks for more time 申请延期; `undo`: the last step is taken back. */
export type HazardStep =
  | 'find'
  | 'rectify'
  | 'ask'
  | 'postpone'
  | 'refusePostponement'
  | 'pass'
  | 'fail'
  | 'close'
  | 'reopen'
  | 'void'
  | 'revive'
  | 'revise'
  | 'urge'
  | 'undo'

export const stepNames: Record<HazardStep, string> = {
  find: '登记',
  rectify: '报整改',
  ask: '申请延期',
  postpone: '定期限',
  refusePostponement: '不同意延期',
  pass: '复查合格',
  fail: '复查不合格',
  close: '销号',
  reopen: '恢复整改',
  void: '作废',
  revive: '恢复登记',
  revise: '更正',
  urge: '催办',
  undo: '撤销上一步',
}

/** What was done about a hazard, by whom, when, and on what evidence: nothing happens to it without one. */
export interface HazardEvent {
  step: HazardStep
  /** UTC ISO 8601. */
  at: string
  by: string
  /** Words that go with it. */
  note: string | null
  evidence: Evidence[]
}

/** What was done about a hazard, in order, without what was taken back and its taking back. */
export const withoutUndone = <E extends Pick<HazardEvent, 'step'>>(events: E[]): E[] =>
  events.filter(({ step }, i) => step !== 'undo' && events[i + 1]?.step !== 'undo')

/** The states in which there is still something to be done about a hazard. */
export const openStates: readonly HazardState[] = ['rectifying', 'reported', 'reinspected']

/** Whether there is still something to be done about it. */
export const isOpen = ({ state }: Pick<TrackedHazard, 'state'>): boolean => openStates.includes(state)

/** Overdue 逾期: its deadline has passed and nobody has reported it rectified. */
export const isOverdue = (hazard: Pick<TrackedHazard, 'state' | 'deadline'>, today: string): boolean =>
  hazard.state === 'rectifying' && hazard.deadline !== null && hazard.deadline < today
