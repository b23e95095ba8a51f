import { type Description, describeHazard } from '../hazards/describe-hazard.ts'
import type { HazardNumber } from '../hazards/hazard-number.ts'
import { likenessOfDescriptions, threshold } from '../hazards/same-hazard.ts'
import type { LocatedHazard } from './look-back.ts'

/** Where hazards are looked for again: at the same enterprise of the same unit. Of no known enterprise: nowhere. */
const whereabouts = ({ unit, enterprise }: LocatedHazard): string | null =>
  enterprise === null ? null : `${unit}|${enterprise}`

/** Every division looks back at the same sixty days: each hazard is read once, and only where it is asked for. */
const descriptions = new WeakMap<LocatedHazard, Description>()
function describe(hazard: LocatedHazard): Description {
  const known = descriptions.get(hazard) ?? describeHazard(hazard.text)
  descriptions.set(hazard, known)
  return known
}

/** The same hazard 屡改屡犯 in whatever words, in the order of reports; those of no known enterprise are like no others. */
function alike(hazards: LocatedHazard[]): (hazard: LocatedHazard) => LocatedHazard[] {
  const groups = new Map<string, LocatedHazard[]>()
  for (const hazard of hazards) {
    const key = whereabouts(hazard)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [hazard])
    else group.push(hazard)
  }
  return hazard =>
    (groups.get(whereabouts(hazard) ?? '') ?? []).filter(
      other => likenessOfDescriptions(describe(hazard), describe(other)) >= threshold,
    )
}

/** Found again 重复隐患: the same hazard stood in an earlier report; with the last of those. */
export function repeatedOf(
  found: LocatedHazard[],
  known: LocatedHazard[],
): { hazard: LocatedHazard; before: HazardNumber }[] {
  const like = alike(known)
  return found.flatMap(hazard => {
    // What is reported again because it has been rectified is no new case of it.
    if (
      hazard.rectified === true &&
      like(hazard).some(each => each.report < hazard.report && !each.rectified)
    )
      return []
    const before = like(hazard).findLast(({ report }) => report < hazard.report)
    return before === undefined ? [] : [{ hazard, before }]
  })
}

/** Hazards that no earlier report has. */
export function newHazards(found: LocatedHazard[], known: LocatedHazard[]): LocatedHazard[] {
  const like = alike(known)
  return found.filter(hazard => !like(hazard).some(({ report }) => report < hazard.report))
}

/** Those that were open and are called rectified 已整改 now: by their own report, or by a later one of the same hazard. */
export function rectifiedOf(open: LocatedHazard[], known: LocatedHazard[]): LocatedHazard[] {
  const like = alike(known)
  const own = new Map(known.map(hazard => [`${hazard.report}-${hazard.position}`, hazard]))
  return open.filter(
    hazard =>
      own.get(`${hazard.report}-${hazard.position}`)?.rectified === true ||
      like(hazard).some(({ report, rectified }) => report > hazard.report && rectified === true),
  )
}

/** Overdue 逾期: the deadline lies before the date and no later report calls it rectified; the longest overdue first. */
export function overdueOf(
  candidates: LocatedHazard[],
  known: LocatedHazard[],
  date: string,
): LocatedHazard[] {
  const past = candidates.filter(
    ({ rectified, deadline }) => rectified !== true && deadline !== null && deadline < date,
  )
  const rectified = new Set(rectifiedOf(past, known))
  return past
    .filter(hazard => !rectified.has(hazard))
    .sort((a, b) => (a.deadline! < b.deadline! ? -1 : a.deadline! > b.deadline! ? 1 : a.report - b.report))
}
