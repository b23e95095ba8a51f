import { isOpen, isOverdue, type TrackedHazard } from '../hazards/hazard.ts'
import { hazardNumber } from '../hazards/hazard-number.ts'
import { daysBetween } from '../hazards/hazard-text.ts'
import type { Chain } from './chain.ts'
import { type Ground, grounds } from './ladder.ts'
import type { Policy } from './policy.ts'

/** What grounds 事由 are judged by, besides the hazards themselves. */
export interface GroundFacts {
  policy: Policy
  /** Business date. */
  today: string
  /** Earlier cases of recurring hazards, by number 12-1. */
  earlier: ReadonlyMap<string, TrackedHazard>
  /** How many rounds in a row a unit has not reported in up to the last; units that have are left out. */
  silentRounds: ReadonlyMap<string, number>
  /** Verifications of a unit in thirty days that ended corrected, or without an answer. */
  failedVerifications: ReadonlyMap<string, number>
}

/** The grounds that hold, each with its figure in words: 逾期6天, 第3次发现. */
interface Grounded {
  grounds: Ground[]
  why: string[]
}

/** What may be escalated and has not been: hazards of one enterprise of a unit, or the unit itself without hazards. */
export interface GroundedSubject extends Grounded {
  unit: string
  enterprise: string | null
  /** Those with grounds, the longest overdue first. */
  hazards: TrackedHazard[]
}

/** The grounds that hold for any of these hazards. */
export function groundsOf(hazards: readonly TrackedHazard[], facts: GroundFacts): Grounded {
  const open = hazards.filter(isOpen)
  const rectifying = open.filter(({ state }) => state === 'rectifying')
  const { today } = facts
  const late = rectifying
    .filter(hazard => isOverdue(hazard, today))
    .map(({ deadline }) => daysBetween(deadline!, today))
  const again = open.map(hazard => timesFound(hazard, facts.earlier))
  const waiting = rectifying.filter(({ major }) => major).map(({ foundOn }) => daysBetween(foundOn, today))
  const found = again
    .filter(({ afterClosure }) => reaches('recurring', afterClosure, facts))
    .map(({ times }) => times)
  return grounded({
    overdue: reaches('overdue', highest(late), facts) && `逾期${highest(late)}天`,
    recurring: found.length > 0 && `第${highest(found)}次发现`,
    major: reaches('major', highest(waiting), facts) && `重大隐患发现${highest(waiting)}天未整改`,
  })
}

/** The grounds that hold for a unit itself. */
export function groundsOfUnit(unit: string, facts: GroundFacts): Grounded {
  const silent = facts.silentRounds.get(unit) ?? 0
  const failed = facts.failedVerifications.get(unit) ?? 0
  return grounded({
    silent: reaches('silent', silent, facts) && `连续${silent}次缺报`,
    figures: reaches('figures', failed, facts) && `30天内${failed}次核实不符或逾期未答复`,
  })
}

/** Enterprises with grounds for escalation whose hazards are being rectified 整改中; not those of an open chain. */
export function groundedEnterprises(
  hazards: readonly TrackedHazard[],
  chains: readonly Chain[],
  facts: GroundFacts,
): GroundedSubject[] {
  const free = hazards.filter(
    hazard => hazard.state === 'rectifying' && !chains.some(chain => isAbout(chain, hazard)),
  )
  // Who knows whether two reports that name no enterprise speak of the same one.
  const subject = ({ unit, enterprise, report }: TrackedHazard) =>
    JSON.stringify([unit, enterprise ?? report])
  return [...Map.groupBy(free, subject).values()].flatMap(ofSubject => {
    const { unit, enterprise } = ofSubject[0]!
    const counting = ofSubject
      .filter(hazard => groundsOf([hazard], facts).grounds.length > 0)
      .toSorted((a, b) => overdueDays(b, facts.today) - overdueDays(a, facts.today))
    return counting.length === 0
      ? []
      : [{ unit, enterprise, hazards: counting, ...groundsOf(counting, facts) }]
  })
}

/** Units with grounds for escalation; not those about which a chain is open. */
export const groundedUnits = (
  units: readonly string[],
  chains: readonly Chain[],
  facts: GroundFacts,
): GroundedSubject[] =>
  units
    .filter(unit => !chains.some(chain => chain.unit === unit && chain.hazards.length === 0))
    .map(unit => ({ unit, enterprise: null, hazards: [], ...groundsOfUnit(unit, facts) }))
    .filter(subject => subject.grounds.length > 0)

/** Whether a chain is about a hazard: nobody is after another one of the enterprise. */
export const isAbout = (chain: Chain, hazard: TrackedHazard): boolean =>
  chain.hazards.some(number => hazardNumber(number) === hazardNumber(hazard))

/** Days past the deadline; 0 where it is not overdue. */
export const overdueDays = (hazard: TrackedHazard, today: string): number =>
  isOverdue(hazard, today) ? daysBetween(hazard.deadline!, today) : 0

/** How often a hazard has been found by now, and how many of these times after its closure. */
function timesFound(
  hazard: TrackedHazard,
  earlier: GroundFacts['earlier'],
): { times: number; afterClosure: number } {
  const cases = new Set<TrackedHazard>()
  for (let one: TrackedHazard | undefined = hazard; one !== undefined && !cases.has(one); ) {
    cases.add(one)
    one = one.recurrenceOf === null ? undefined : earlier.get(hazardNumber(one.recurrenceOf))
  }
  return { times: cases.size, afterClosure: [...cases].filter(({ afterClosure }) => afterClosure).length }
}

function reaches(ground: Ground, figure: number, { policy }: GroundFacts): boolean {
  const rule = policy.grounds.find(each => each.ground === ground)
  return rule !== undefined && figure > 0 && figure >= rule.threshold
}

const grounded = (phrases: Partial<Record<Ground, string | false>>): Grounded => {
  const holding = grounds.flatMap(ground => (phrases[ground] ? [{ ground, why: phrases[ground] }] : []))
  return { grounds: holding.map(({ ground }) => ground), why: holding.map(({ why }) => why) }
}

const highest = (figures: number[]): number => Math.max(0, ...figures)
