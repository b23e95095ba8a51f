import type { StatedTotals } from '../parsed-message.ts'
import type { Counted } from './counts.ts'
import type { Group, Section } from './sections.ts'

const numbersOf = (group: Group, counted: Counted) => group.counts.filter(count => count.counted === counted)
const sum = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((total, number) => total + number, 0)

/** The first number that counts the whole; where there is none, the parts together. */
function first(group: Group, counted: Counted): number | null {
  const numbers = numbersOf(group, counted)
  const wholes = numbers.filter(({ part }) => !part)
  return wholes[0]?.count ?? sum(numbers.map(({ count }) => count))
}

/** The first number that is no part, with those of other kinds beside it: 餐饮场所3家、加油站2家. */
function readEnterprises(group: Group): number | null {
  const numbers = numbersOf(group, 'enterprises').filter(({ part }) => !part)
  const [found, ...rest] = numbers
  if (!found) return first(group, 'enterprises')
  return found.count + (sum(rest.filter(({ another }) => another).map(({ count }) => count)) ?? 0)
}

/** 执法人员8人、专家2人 are ten; what is said of a part, or again, is not added. */
function readPersonTimes(group: Group): number | null {
  const numbers = numbersOf(group, 'personTimes')
  const wholes = numbers.filter(({ part }) => !part)
  const overall = wholes.find(count => count.overall)
  return overall?.count ?? sum((wholes.length > 0 ? wholes : numbers).map(({ count }) => count))
}

/** 13项隐患; 一般隐患11项、重大隐患2项; 问题3条、隐患5处. */
function readHazardCount(group: Group): number | null {
  const numbers = numbersOf(group, 'hazards')
  const ungraded = numbers.filter(({ grade, part }) => grade === null && !part)
  const [found, next] = ungraded
  if (found) {
    const another =
      next && !next.overall && found.noun !== null && next.noun !== null && next.noun !== found.noun
    return found.count + (another ? next.count : 0)
  }
  const graded = numbers.filter(({ grade }) => grade !== null)
  return sum((graded.length > 0 ? graded : numbers).map(({ count }) => count))
}

/** Rectified ones by number, by rate, or all of them. */
function readRectified(group: Group, hazards: number | null): number | null {
  const numbers = numbersOf(group, 'rectified')
  const wholes = numbers.filter(({ part }) => !part).map(({ count }) => count)
  const rest = group.rectified
  if (wholes.length > 0 && rest === null) {
    const all = sum(wholes)!
    // 现场整改5项，限时整改完成3项 are eight, unless that is more than was found.
    return hazards !== null && all > hazards ? wholes[0]! : all
  }
  if (numbers.length > 0 && rest === null) return sum(numbers.map(({ count }) => count))
  if (hazards === null) return null
  const rate = numbersOf(group, 'rate')[0]?.count
  if (rest === 'all' || rate === 100) return hazards
  if (rest === 'others') {
    const open = openOf(group)
    // 8项现场整改，其余均已整改 leaves none.
    return open === null ? (numbers.length > 0 ? hazards : null) : Math.max(0, hazards - open)
  }
  const rectified = rate === undefined ? null : Math.round((hazards * rate) / 100)
  return rectified !== null && Math.abs((rectified / hazards) * 100 - rate!) < 1 ? rectified : null
}

/** Hazards said to be open; orders given for all of them say nothing of it. */
export function openOf(group: Group): number | null {
  const hazards = readHazardCount(group)
  const open = numbersOf(group, 'open').filter(({ ordered, count }) => !ordered || count !== hazards)
  return open.length === 0 ? null : sum(open.map(({ count }) => count))
}

/** The figures of one industry, or of all. */
export function figuresOf(group: Group): StatedTotals {
  const stated = readHazardCount(group) ?? (group.noHazards ? 0 : null)
  const byState = [first(group, 'rectified'), sum(numbersOf(group, 'open').map(({ count }) => count))]
  // Who tells only how hazards were dealt with has found as many.
  const hazards = stated ?? sum(byState.filter(count => count !== null))
  return {
    teams: first(group, 'teams'),
    personTimes: readPersonTimes(group),
    enterprises: readEnterprises(group),
    hazards,
    rectified: readRectified(group, hazards),
  }
}

export const figureNames = ['teams', 'personTimes', 'enterprises', 'hazards', 'rectified'] as const

/** What several parts come to; a figure that none of them states stays null. */
export const addFigures = (parts: readonly StatedTotals[]): StatedTotals =>
  Object.fromEntries(
    figureNames.map(figure => [figure, sum(parts.map(part => part[figure]).filter(count => count !== null))]),
  ) as unknown as StatedTotals

/** What is stated of the whole, and where it is not, the sum of the parts. */
export function completeFigures(whole: StatedTotals, parts: readonly StatedTotals[]): StatedTotals {
  const added = addFigures(parts)
  return Object.fromEntries(
    figureNames.map(figure => [figure, whole[figure] ?? added[figure]]),
  ) as unknown as StatedTotals
}

/** The figures of a unit over its industries. */
export function figuresOfSection({ groups }: Section): StatedTotals {
  const [general, ...industries] = groups
  const whole = figuresOf(general!)
  const parts = industries.map(figuresOf)
  const total = completeFigures(whole, parts)
  // 煤矿隐患5项、危化隐患6项，均已整改: said at the end, of all industries.
  const untold = parts.filter(({ rectified }) => rectified !== null).length <= 1
  const ofAll = groups.at(-1)!.rectified === 'all' && whole.rectified === null && untold
  if (ofAll || (general!.rectified === 'all' && whole.rectified === null)) total.rectified = total.hazards
  return total
}
