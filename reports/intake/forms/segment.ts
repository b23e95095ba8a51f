import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import { saysNothing } from '../fields/nothing-found.ts'
import type { LabelField } from '../labels/labels.ts'
import { isBlank, isUnfilled } from '../text/blank.ts'
import type { LabelledText, LabelledValue } from './labelled-value.ts'
import { has, isCommon, isHead, type Segment, shareHeads, shareTail } from './shared-values.ts'

export type { Segment } from './shared-values.ts'

/** What may stand before the unit or enterprise that opens an inspection. */
const opens = new Set<LabelField>([
  'date',
  'industry',
  'place',
  'inspectors',
  'reportingUnit',
  'level',
  'manner',
  'basis',
  'aside',
])

/** Cuts the values into runs: the unit or the enterprise named again opens the next inspection. */
function cutRuns(values: LabelledValue[]): LabelledValue[][] {
  const leader = values.find(isHead)?.field
  const runs: LabelledValue[][] = [[]]
  for (const value of values) {
    const run = runs.at(-1)!
    const opensNext =
      isHead(value) &&
      (has(run, value.field) || (value.field === leader && run.some(isHead) && has(run, 'hazards')))
    if (!opensNext) {
      run.push(value)
      continue
    }
    const next = [value]
    // A date written above each unit belongs to what follows, if the run already has one.
    while (run.length > 1 && opens.has(run.at(-1)!.field) && has(run.slice(0, -1), run.at(-1)!.field)) {
      next.unshift(run.pop()!)
    }
    runs.push(next)
  }
  return runs
}

/** 红星加油站、宏达机械厂 under one label, with nothing found at either: an inspection each, at its own place of as many. */
function spread(segment: Segment): Segment[] {
  const named = segment.own.find(({ field }) => field === 'enterprise')
  const names =
    named && named.value.length <= 400 ? named.value.split(/[、，,；;]|(?<=[司厂站店矿场])[和及]/) : []
  const separate =
    names.length > 1 &&
    names.every(looksLikeEnterprise) &&
    segment.own.every(({ field, value }) => field !== 'hazards' || saysNothing(value))
  if (!named || !separate) return [segment]
  const written = segment.own.find(({ field }) => field === 'place')
  const places =
    written?.value
      .slice(0, 400)
      .replace(/^分别(?:[为是在]|位于)?[:：]?/, '')
      .split(/[、，,；;]/) ?? []
  return names.map((name, index) => ({
    ...segment,
    own: segment.own.map(value => {
      if (value === named) return { ...value, value: name.trim() }
      return value === written && places.length === names.length
        ? { ...value, value: places[index]!.trim() }
        : value
    }),
  }))
}

/** 四平市5月18日检查汇总 over the units: no inspection; what it says beside the unit belongs to all that follow. */
function withoutTitle(runs: LabelledValue[][]): LabelledValue[][] {
  const [title = [], next, ...rest] = runs
  const isTitle = title.every(
    ({ field, implied }) => isCommon(field) && (field !== 'inspectingUnit' || implied),
  )
  if (!next || !isTitle) return runs
  return [[...title.filter(({ field }) => field !== 'inspectingUnit' && !has(next, field)), ...next], ...rest]
}

/** Of two places the labelled one counts: a remark behind the name is less exact. */
const withoutDoubts = (run: LabelledValue[]): LabelledValue[] =>
  run.some(({ field, implied }) => field === 'place' && !implied)
    ? run.filter(({ field, implied }) => field !== 'place' || !implied)
    : run

const names = new Set<LabelField>(['enterprise', 'place', 'inspectingUnit'])
const isFilled = ({ field, value }: LabelledValue): boolean =>
  !isBlank(value) && !(names.has(field) && isUnfilled(value))

/** 同上: what the inspection before says. */
const ditto = /^(?:同上|同前|同第?一家|〃|″)$/

/** Puts the value of the inspection before in the place of 同上; where there is none, nothing is stated. */
function repeatDitto(runs: LabelledValue[][]): LabelledValue[][] {
  let before: LabelledValue[] = []
  return runs.map(run => {
    before = run.flatMap(value => {
      if (!ditto.test(value.value)) return [value]
      const same = before.find(({ field }) => field === value.field)
      return same ? [{ ...value, value: same.value }] : []
    })
    return before
  })
}

/**
 * Groups labelled values into inspections. An enterprise after another shares unit, date and inspectors, and what stands
 * above the first or once below the last; a unit after another shares only the date and what stood above the first unit.
 * Values left blank are dropped.
 */
export function segment(text: LabelledText): Segment[] {
  const runs = repeatDitto(cutRuns(text.values.filter(isFilled))).map(withoutDoubts)
  return shareHeads(shareTail(withoutTitle(runs))).flatMap(spread)
}
