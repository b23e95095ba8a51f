import { saysNothing } from '../fields/nothing-found.ts'
import type { LabelField } from '../labels/labels.ts'
import type { LabelledValue } from './labelled-value.ts'

/** What belongs to one inspection: its values, and those that it shares with other inspections. */
export interface Segment {
  own: LabelledValue[]
  shared: LabelledValue[]
}

export const has = (values: readonly LabelledValue[], field: LabelField): boolean =>
  values.some(value => value.field === field)
export const isHead = ({ field }: LabelledValue): boolean =>
  field === 'inspectingUnit' || field === 'enterprise'
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
export const isCommon = (field: LabelField): boolean => common.has(field)
/** What may be said once, at the end, for all enterprises above. */
const closing = new Set<LabelField>([...common, 'rectification', 'deadline', 'industry'])
/** Rectification is read against the hazards of each inspection, so each has it as its own. */
const perHazard = new Set<LabelField>(['rectification', 'deadline'])

const findsNothing = (run: readonly LabelledValue[]): boolean =>
  run.some(({ field }) => field === 'hazards') &&
  run.every(({ field, value }) => field !== 'hazards' || saysNothing(value))

/** 以上隐患均已整改 in a line of its own, where each enterprise says it already. */
const isDoubled = (value: LabelledValue, runs: LabelledValue[][]): boolean =>
  value.field === 'rectification' &&
  value.implied === true &&
  runs.every(run => run.some(each => each !== value && each.field === 'rectification') || findsNothing(run))

/**
 * Hands what stands once below the last enterprise, and nowhere among the earlier ones, to all of them: 检查人员, 整改情况. Only
 * within the last unit: units do not lend each other theirs.
 */
export function shareTail(runs: LabelledValue[][]): LabelledValue[][] {
  const unit = Math.max(
    0,
    runs.findLastIndex((run, index) => index > 0 && opensUnit(run)),
  )
  const last = runs.at(-1)!
  const earlier = runs.slice(unit, -1).filter(run => has(run, 'enterprise') || has(run, 'hazards'))
  if (earlier.length === 0) return runs
  const told = (field: LabelField) => earlier.some(run => has(run, field))
  let from = last.length
  while (from > 0) {
    const value = last[from - 1]!
    if (!closing.has(value.field) || (told(value.field) && !isDoubled(value, runs))) break
    from--
  }
  if (from === 0 || !last.slice(0, from).some(isHead)) return runs
  const tail = last.slice(from).filter(value => !isDoubled(value, runs))
  return runs.map((run, index) => {
    if (index < unit) return run
    const own = index === runs.length - 1 ? run.slice(0, from) : run
    const heeds = (value: LabelledValue) => !perHazard.has(value.field) || !findsNothing(own) || own === last
    return [...own, ...tail.filter(heeds)]
  })
}

/** Whether a unit's name opens a run: it may also close one, for all above. */
const opensUnit = (run: readonly LabelledValue[]): boolean => {
  const heads = run.findIndex(isHead)
  return heads >= 0 && run[heads]!.field === 'inspectingUnit'
}

/** Gives each run what stands above it for all. */
export function shareHeads(runs: LabelledValue[][]): Segment[] {
  const first = runs[0] ?? []
  const above = first.slice(0, Math.max(0, first.findIndex(isHead)))
  const heads = above.filter(({ field }) => field !== 'place')
  // What stands between the unit and its first enterprise is the unit's: 行业, 检查地点 for all that follow.
  const between = (run: LabelledValue[]) => {
    const unit = run.findIndex(({ field }) => field === 'inspectingUnit')
    const enterprise = run.findIndex(({ field }) => field === 'enterprise')
    return unit >= 0 && enterprise > unit ? run.slice(unit, enterprise) : []
  }
  const tellsPlaces = runs.slice(1).some(run => has(run, 'place'))
  const lends = (value: LabelledValue) => value.field !== 'place' || !tellsPlaces
  let shared: LabelledValue[] = heads
  return runs.map((own, index) => {
    const changesUnit = has(own, 'inspectingUnit') && index > 0
    if (changesUnit) shared = [...new Set([...heads, ...shared.filter(({ field }) => field === 'date')])]
    const result = { own, shared: index === 0 ? [] : shared.filter(({ field }) => !has(own, field)) }
    const fromAbove = [...(index === 0 ? above : []), ...between(own)].filter(lends)
    const kept = own.filter(({ field }) => common.has(field))
    shared = [...new Set([...kept, ...fromAbove, ...result.shared])]
    return result
  })
}
