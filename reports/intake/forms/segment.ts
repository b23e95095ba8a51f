import { isBlank } from '../text/blank.ts'
import type { LabelledText, LabelledValue } from './label-text.ts'
import type { LabelField } from './labels.ts'

/** What belongs to one inspection: its values, and those that it shares with the inspections before it. */
export interface Segment {
  own: LabelledValue[]
  shared: LabelledValue[]
}

const has = (values: LabelledValue[], field: LabelField) => values.some(value => value.field === field)
const isHead = ({ field }: LabelledValue) => field === 'inspectingUnit' || field === 'enterprise'
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
/** What later enterprises of the same unit have in common with the first. */
const common = new Set<LabelField>([
  'inspectingUnit',
  'date',
  'inspectors',
  'teams',
  'personTimes',
  'reportingUnit',
  'level',
  'manner',
  'basis',
])

/** Cuts the values into runs: the unit or the enterprise named again opens the next inspection. */
function cutRuns(values: LabelledValue[]): LabelledValue[][] {
  const leader = values.find(isHead)?.field
  const runs: LabelledValue[][] = [[]]
  for (const value of values) {
    const run = runs.at(-1)!
    const opensNext = isHead(value) && (has(run, value.field) || (value.field === leader && run.some(isHead)))
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

/**
 * Groups labelled values into inspections. An enterprise after another shares the unit, date and inspectors; a unit
 * after another shares only the date and what stood above the first unit. Values left blank are dropped.
 */
export function segment(text: LabelledText): Segment[] {
  const runs = cutRuns(text.values.filter(({ value }) => !isBlank(value)))
  const first = runs[0] ?? []
  const heads = first.slice(0, Math.max(0, first.findIndex(isHead))).filter(({ field }) => field !== 'place')
  let shared: LabelledValue[] = heads
  return runs.map((own, index) => {
    if (has(own, 'inspectingUnit') && index > 0) {
      shared = [...heads, ...shared.filter(({ field }) => field === 'date')]
    }
    const result = { own, shared: index === 0 ? [] : shared.filter(({ field }) => !has(own, field)) }
    shared = [...own.filter(({ field }) => common.has(field)), ...result.shared]
    return result
  })
}
