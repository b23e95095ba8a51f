import { type Description, describeHazard } from './describe-hazard.ts'
import { isCommonPart, isSameThing } from './hazard-words.ts'

/** From this likeness on two descriptions speak of the same hazard. */
export const threshold = 0.7

/** What contradicting descriptions reach at most. */
const contradicted = 0.6
/** How much things, faults and the wording as it stands count. */
const weights = { things: 0.55, faults: 0.35, wording: 0.1 }
/** Below this, two rests that are in no table speak of different things. */
const strange = 0.55
/** Below this, a rest that is longer names another owner of a part that many things have. */
const owned = 0.7

/** How alike two descriptions of hazards 隐患 at one enterprise are, 0 to 1; from `threshold` on they speak of the same. */
export const likeness = (a: string, b: string): number =>
  likenessOfDescriptions(describeHazard(a), describeHazard(b))

/** Whether two descriptions of hazards at one enterprise speak of the same. */
export const isSameHazard = (a: string, b: string): boolean => likeness(a, b) >= threshold

/** The same for descriptions that have been read before. */
export function likenessOfDescriptions(a: Description, b: Description): number {
  const wording = dice(bigrams(a.plain), bigrams(b.plain))
  if (contradict(a.numbers, b.numbers) || contradict(a.sides, b.sides)) return contradicted * wording
  if (a.plain === b.plain) return 1
  if (speakOfDifferent(a, b)) return contradicted * wording
  return Math.min(
    1,
    weights.things * likenessOfThings(a, b) +
      weights.faults * overlap(a.faults, b.faults, wording) +
      weights.wording * wording,
  )
}

/** Both state something, and neither states all that the other does. */
const contradict = (a: ReadonlySet<string>, b: ReadonlySet<string>) => !isSubset(a, b) && !isSubset(b, a)
const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].every(each => b.has(each))
const areUnequal = (a: ReadonlySet<string>, b: ReadonlySet<string>) => !isSubset(a, b) || !isSubset(b, a)
const areApart = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size > 0 && b.size > 0 && ![...a].some(each => b.has(each))

/** What was not done, or was: 未登记 and 未审批 are two hazards whatever else both say. */
const undone = (faults: ReadonlySet<string>) => new Set([...faults].filter(fault => /^[未已]/.test(fault)))

function speakOfDifferent(a: Description, b: Description): boolean {
  if (contradict(undone(a.faults), undone(b.faults))) return true
  if (areApart(a.faults, b.faults) || areApart(a.places, b.places)) return true
  if (areUnequal(a.purposes, b.purposes) || (hasMore(a, b) && hasMore(b, a))) return true
  const [last, otherLast] = [a.things.at(-1), b.things.at(-1)]
  if (last === undefined || otherLast === undefined) return last !== otherLast
  if (!isSameThing(last, otherLast)) return true
  return isCommonPart(last) && (namesMoreOwners(a, b) || namesMoreOwners(b, a))
}

/** Whether one names something that the other does not: when both do, they speak of two things. */
const hasMore = (a: Description, b: Description): boolean =>
  a.things.some(thing => !b.things.some(other => isSameThing(thing, other))) ||
  [...a.places].some(place => !b.places.has(place)) ||
  (a.rest !== '' && likenessOfRests(a.rest, b.rest) < strange && !stands(a.rest, b.rest))

const namesMoreOwners = (a: Description, b: Description): boolean =>
  a.things.some(thing => !b.things.some(other => isSameThing(thing, other))) ||
  (a.rest.length > b.rest.length + 1 && likenessOfRests(a.rest, b.rest) < owned)

/** Things, then places, then what is in no table, which counts by its length. */
function likenessOfThings(a: Description, b: Description): number {
  const common = a.things.filter(thing => b.things.some(other => isSameThing(thing, other))).length
  const rest = (a.rest.length + b.rest.length) / 4
  const commonRest = rest * likenessOfRests(a.rest, b.rest)
  const bare = a.things.length === 0 && b.things.length === 0
  const places = bare ? a.places.size + b.places.size : 0
  const commonPlaces = bare ? [...a.places].filter(place => b.places.has(place)).length : 0
  const all = a.things.length + b.things.length + places + 2 * rest
  return all === 0 ? 0 : (2 * (common + commonPlaces + commonRest)) / all
}

/** By pairs of characters, or by length where one is the other with something between: 斜井跑车, 斜井人车防跑车. */
const likenessOfRests = (a: string, b: string): number =>
  stands(a, b) || stands(b, a)
    ? (2 * Math.min(a.length, b.length)) / Math.max(1, a.length + b.length)
    : dice(bigrams(a), bigrams(b))

/** Whether the characters of one stand in the other in their order. */
function stands(part: string, whole: string): boolean {
  let at = 0
  for (const char of whole) if (char === part[at]) at++
  return at === part.length
}

/** Of the shorter list, the part that the other has; where neither names a fault the wording has to tell. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, wording: number): number {
  if (a.size === 0 && b.size === 0) return wording
  const common = [...a].filter(each => b.has(each)).length
  return common / Math.max(1, Math.min(a.size, b.size))
}

/** Pairs of neighbouring characters; a text of one character is its own. */
function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, text.length - 1); at++) {
    const pair = text.slice(at, at + 2)
    if (pair !== '') counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** Dice's coefficient: twice what both have, of all that they have. */
function dice(a: Map<string, number>, b: Map<string, number>): number {
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const all = size(a) + size(b)
  if (all === 0) return 0
  let common = 0
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0)
  return (2 * common) / all
}
