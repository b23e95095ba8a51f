import type { ReportedHazard } from '../intake/parsed-message.ts'
import { describeHazard } from './describe-hazard.ts'
import { likenessOfDescriptions, threshold } from './same-hazard.ts'

/** A hazard of a stored report; by its position, 1 and up, it is known for good. */
export interface PlacedHazard extends ReportedHazard {
  position: number
}

/** What has a position already. */
interface Known {
  position: number
  text: string
  /** Something has been done about it: what is said in words unlike its own is another hazard. */
  settled?: boolean
}

/** From this likeness on, two that are left alone on either side may be one whose words were put right. */
const akin = 0.4

/**
 * Gives the hazards of a corrected report their positions: one that was there before keeps its own, also where its words
 * are put right; a new one gets the next that was never used. `highest`: the highest ever used, 0 where none was.
 * `removed`: those that an earlier correction left out; one that comes back word for word is the same again.
 */
export function placeHazards<T extends { text: string }>(
  before: readonly Known[],
  highest: number,
  after: readonly T[],
  removed: readonly Known[] = [],
): (T & { position: number })[] {
  const placed = new Map<T, number>()
  const left = [...before]
  const settle = (hazard: T, known: Known, among: Known[]) => {
    placed.set(hazard, known.position)
    among.splice(among.indexOf(known), 1)
  }
  const unplaced = () => after.filter(hazard => !placed.has(hazard))

  for (const hazard of after) {
    const same = left.find(({ text }) => plain(text) === plain(hazard.text))
    if (same !== undefined) settle(hazard, same, left)
  }
  const gone = [...removed]
  for (const hazard of unplaced()) {
    const same = gone.find(({ text }) => plain(text) === plain(hazard.text))
    if (same !== undefined) settle(hazard, same, gone)
  }
  // Each text is read once: a long list has many pairs.
  const described = left.map(known => ({ known, said: describeHazard(known.text) }))
  const pairs = unplaced().flatMap(hazard => {
    const said = describeHazard(hazard.text)
    return described.map(each => ({
      hazard,
      known: each.known,
      likeness: likenessOfDescriptions(each.said, said),
    }))
  })
  for (const { hazard, known, likeness } of pairs.sort((a, b) => b.likeness - a.likeness))
    if (likeness >= threshold && !placed.has(hazard) && left.includes(known)) settle(hazard, known, left)
  const rest = pairs.filter(({ hazard, known }) => !placed.has(hazard) && left.includes(known))
  const [single, ...more] = rest
  if (single !== undefined && more.length === 0 && single.likeness >= akin && single.known.settled !== true)
    settle(single.hazard, single.known, left)

  let next = Math.max(highest, ...[...before, ...removed].map(({ position }) => position))
  return after.map(hazard => ({ ...hazard, position: placed.get(hazard) ?? ++next }))
}

/** The words alone, whatever the punctuation. */
const plain = (text: string): string => text.replace(/[\s\p{P}]/gu, '')
