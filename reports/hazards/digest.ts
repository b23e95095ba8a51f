import type { Chain } from '../escalation/chain.ts'
import { type GroundedSubject, isAbout, overdueDays } from '../escalation/grounds.ts'
import { isOpen, isOverdue, type TrackedHazard } from './hazard.ts'
import { hazardNumber } from './hazard-number.ts'

/** What a unit hears of its hazards in the morning; each list the most urgent first. */
export interface UnitDigest {
  unit: string
  /** Due today 今日到期. */
  due: TrackedHazard[]
  overdue: TrackedHazard[]
  /** Without a deadline 待报期限. */
  undated: TrackedHazard[]
}

/** The digest of each unit that has hazards due or overdue, or without a deadline. */
export function unitDigests(hazards: readonly TrackedHazard[], today: string): UnitDigest[] {
  const rectifying = hazards.filter(({ state }) => state === 'rectifying')
  return [...Map.groupBy(rectifying, ({ unit }) => unit)]
    .map(([unit, ofUnit]) => {
      const sorted = byUrgency(ofUnit, today)
      return {
        unit,
        due: sorted.filter(({ deadline }) => deadline === today),
        overdue: sorted.filter(hazard => isOverdue(hazard, today)),
        undated: sorted.filter(({ deadline }) => deadline === null),
      }
    })
    .filter(({ due, overdue, undated }) => due.length + overdue.length + undated.length > 0)
}

/** Hazards with the longest overdue first, then major ones, then by number. */
export const byUrgency = (hazards: readonly TrackedHazard[], today: string): TrackedHazard[] =>
  hazards.toSorted(
    (a, b) =>
      overdueDays(b, today) - overdueDays(a, today) ||
      Number(b.major) - Number(a.major) ||
      a.report - b.report ||
      a.position - b.position,
  )

/** What a division in charge 处室 hears in the morning. */
export interface DivisionDigest {
  rectifying: number
  due: number
  overdue: number
  /** Reported rectified, to be re-inspected 待复查. */
  reported: number
  /** Re-inspected, to be closed 待销号. */
  reinspected: number
  /** Major ones of those that are open. */
  major: number
  /** Found again after their closure 屡改屡犯 since the digest before. */
  recurred: number
  /** What asks for a decision, most serious first. */
  decisions: PendingDecision[]
}

/**
 * What a division decides on: the escalation 督办 of an enterprise, a unit's request for more time 延期申请, or the next
 * step of a hazard.
 */
export interface PendingDecision {
  kind: 'escalation' | 'postponement' | 'step'
  hazard: TrackedHazard
  /** Grounds of the escalation in words. */
  why: string[]
  /** Further hazards of the enterprise with grounds. */
  others: TrackedHazard[]
  /** The deadline that is asked for, YYYY-MM-DD. */
  asked: string | null
}

/** What the digest of a division is made of; `hazards` are the open ones of its industries. */
export interface DivisionMatters {
  hazards: readonly TrackedHazard[]
  recurred: number
  subjects: readonly GroundedSubject[]
  /** Deadlines that units ask for without an answer, by the id of the hazard. */
  asked: ReadonlyMap<number, string>
  chains: readonly Chain[]
  isTakenOver: (hazard: TrackedHazard) => boolean
}

/** The digest of a division; null where there is nothing due, overdue, waiting or recurring. */
export function divisionDigest(matters: DivisionMatters, today: string): DivisionDigest | null {
  const hazards = matters.hazards.filter(isOpen)
  const count = (which: (hazard: TrackedHazard) => boolean): number => hazards.filter(which).length
  const digest = {
    rectifying: count(({ state }) => state === 'rectifying'),
    due: count(({ state, deadline }) => state === 'rectifying' && deadline === today),
    overdue: count(hazard => isOverdue(hazard, today)),
    reported: count(({ state }) => state === 'reported'),
    reinspected: count(({ state }) => state === 'reinspected'),
    major: count(({ major }) => major),
    recurred: matters.recurred,
    decisions: pendingDecisions({ ...matters, hazards }, today),
  }
  const isTelling =
    digest.decisions.length > 0 ||
    digest.due + digest.overdue + digest.reported + digest.reinspected + digest.recurred > 0
  return isTelling ? digest : null
}

/**
 * Escalations of which nobody has decided, those of major hazards first; then requests; then steps, first those that
 * only the province may take. What is being rectified under an open chain 督办 has been decided on.
 */
function pendingDecisions(
  { hazards, subjects, asked, chains, isTakenOver }: DivisionMatters,
  today: string,
): PendingDecision[] {
  const grounded = new Set(subjects.flatMap(subject => subject.hazards.map(hazardNumber)))
  const escalations = subjects.map(({ hazards: ofSubject, why }): PendingDecision => {
    // It speaks for the others.
    const hazard = ofSubject.find(({ major }) => major) ?? ofSubject[0]!
    const others = ofSubject.filter(other => other !== hazard)
    return { kind: 'escalation', hazard, why, others, asked: null }
  })
  const steps = hazards
    .filter(hazard => !grounded.has(hazardNumber(hazard)) && asksForStep(hazard))
    .map((hazard): PendingDecision => {
      const until = asked.get(hazard.id) ?? null
      return { kind: until === null ? 'step' : 'postponement', hazard, why: [], others: [], asked: until }
    })
  return [...escalations, ...steps].toSorted(
    (a, b) => rank(a) - rank(b) || overdueDays(b.hazard, today) - overdueDays(a.hazard, today),
  )

  function asksForStep(hazard: TrackedHazard): boolean {
    if (hazard.state !== 'rectifying' || asked.has(hazard.id)) return true
    if (chains.some(chain => isAbout(chain, hazard))) return false
    return isOverdue(hazard, today) || (hazard.major && hazard.deadline === today)
  }

  function rank({ kind, hazard }: PendingDecision): number {
    if (kind === 'escalation') return hazard.major ? 0 : 1
    if (kind === 'postponement') return 2
    if (isTakenOver(hazard)) return 3
    return hazard.major ? 4 : 5
  }
}
