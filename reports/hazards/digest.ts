import type { Chain } from '../escalation/chain.ts'
import { type GroundedSubject, isAbout, overdueDays } from '../escalation/grounds.ts'
import { province } from '../terms.ts'
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
  /** Its own to re-inspect 待复查, and to close 待销号. */
  reported: TrackedHazard[]
  reinspected: TrackedHazard[]
}

/**
 * The digest of each unit that has hazards due or overdue, without a deadline, or to be re-inspected or closed by it.
 * `isSupervised`: a division sees to it itself, see `asksDivision`.
 */
export function unitDigests(
  hazards: readonly TrackedHazard[],
  today: string,
  isSupervised: (hazard: TrackedHazard) => boolean,
): UnitDigest[] {
  return [...Map.groupBy(hazards, ({ unit }) => unit)]
    .map(([unit, ofUnit]) => {
      const sorted = byUrgency(ofUnit, today)
      const rectifying = sorted.filter(({ state }) => state === 'rectifying')
      const own = sorted.filter(hazard => !asksDivision(hazard, isSupervised))
      return {
        unit,
        due: rectifying.filter(({ deadline }) => deadline === today),
        overdue: rectifying.filter(hazard => isOverdue(hazard, today)),
        undated: rectifying.filter(({ deadline }) => deadline === null),
        reported: own.filter(({ state }) => state === 'reported'),
        reinspected: own.filter(({ state }) => state === 'reinspected'),
      }
    })
    .filter(({ unit: _unit, ...lists }) => Object.values(lists).some(list => list.length > 0))
}

/**
 * Whether its re-inspection and closure are brought before the division: of major hazards, of what is taken over or under
 * escalation, and of the province's own. All else is the unit's to finish.
 */
const asksDivision = (hazard: TrackedHazard, isSupervised: (hazard: TrackedHazard) => boolean): boolean =>
  hazard.major || hazard.unit === province || isSupervised(hazard)

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

/** All that speaks for a decision, without days that merely go by: it is brought up again once there is more of it. */
export const factsOf = ({ kind, hazard, why, others, asked }: PendingDecision, today: string): string[] => [
  `${kind} ${hazard.state} ${asked ?? ''}`,
  ...why.map(ground => ground.replaceAll(/\d+/g, '')),
  ...[hazard, ...others].map(each => `${hazardNumber(each)} ${isOverdue(each, today) ? each.deadline : ''}`),
]

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

/** The digest of a division; null where there is nothing due, overdue or recurring, nor to decide. */
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
  const isTelling = digest.decisions.length > 0 || digest.due + digest.overdue + digest.recurred > 0
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
    if (asked.has(hazard.id)) return true
    const isEscalated = chains.some(chain => isAbout(chain, hazard))
    if (hazard.state !== 'rectifying') return asksDivision(hazard, each => isEscalated || isTakenOver(each))
    if (isEscalated) return false
    return isOverdue(hazard, today) || (hazard.major && hazard.deadline === today)
  }

  function rank({ kind, hazard }: PendingDecision): number {
    if (kind === 'escalation') return hazard.major ? 0 : 1
    if (kind === 'postponement') return 2
    if (isTakenOver(hazard)) return 3
    return hazard.major ? 4 : 5
  }
}
