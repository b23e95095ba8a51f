import type { Inspection, Problem, StatedTotals } from '../parsed-message.ts'
import { addFigures, figuresOf, openOf } from './figures.ts'
import type { Group, Section } from './sections.ts'

const names = {
  teams: '检查组',
  personTimes: '人次',
  enterprises: '检查企业',
  hazards: '隐患',
  rectified: '已整改',
} as const
const measures = {
  teams: '个',
  personTimes: '人次',
  enterprises: '家',
  hazards: '项',
  rectified: '项',
} as const

const inconsistent = (parts: string): Problem => ({
  field: 'totals',
  kind: 'inconsistent',
  message: `合计与分项不符：${parts}`,
})

/** 隐患13项，已整改8项、未整改4项. Orders for all, and what is left unsaid, contradict nothing. */
function checkRectification(groups: readonly Group[], totals: StatedTotals): Problem[] {
  const { hazards, rectified } = totals
  if (hazards === null || rectified === null) return []
  if (rectified > hazards) return [inconsistent(`隐患${hazards}项，已整改${rectified}项`)]
  const open = groups.map(openOf).filter(count => count !== null)
  const left = open.reduce((sum, count) => sum + count, 0)
  if (open.length === 0 || rectified + left === hazards) return []
  return [inconsistent(`隐患${hazards}项，已整改${rectified}项、未整改${left}项`)]
}

/** 一般隐患11项、重大隐患1项 of 13. */
function checkGrades(groups: readonly Group[], { hazards }: StatedTotals): Problem[] {
  const graded = groups.flatMap(({ counts }) => counts.filter(({ grade }) => grade !== null))
  if (hazards === null || new Set(graded.map(({ grade }) => grade)).size < 2) return []
  const added = graded.reduce((sum, { count }) => sum + count, 0)
  return added === hazards ? [] : [inconsistent(`隐患${hazards}项，一般隐患和重大隐患相加${added}项`)]
}

/** 隐患30条：危化10条，工贸19条. */
function checkHazardParts(group: Group): Problem[] {
  const { hazards } = figuresOf(group)
  const parts = group.counts.filter(
    ({ counted, part, grade }) => counted === 'hazards' && part && grade === null,
  )
  const added = parts.reduce((sum, { count }) => sum + count, 0)
  if (hazards === null || parts.length < 2 || added === hazards) return []
  return [inconsistent(`隐患${hazards}项，分项相加${added}项`)]
}

/** One part alone may be picked out; it must only not exceed the whole. */
const contradicts = (whole: number, parts: readonly number[]): boolean => {
  const added = parts.reduce((sum, count) => sum + count, 0)
  return parts.length > 1 ? added !== whole : added > whole
}

/** The figures that all parts state, against the whole. */
function checkParts(whole: StatedTotals, parts: readonly StatedTotals[], of: string): Problem[] {
  const added = addFigures(parts)
  const faults = (Object.keys(names) as (keyof StatedTotals)[]).flatMap(figure => {
    const counts = parts.map(part => part[figure]).filter(count => count !== null)
    const stated = whole[figure]
    if (stated === null || counts.length === 0 || counts.length < parts.length) return []
    if (!contradicts(stated, counts)) return []
    return [`${names[figure]}${stated}${measures[figure]}，${of}相加${added[figure]}${measures[figure]}`]
  })
  return faults.length === 0 ? [] : [inconsistent(faults.join('；'))]
}

/** What does not add up in a unit's figures 合计与分项不符. */
export function checkSection({ groups }: Section, totals: StatedTotals): Problem[] {
  const [general, ...industries] = groups
  return [
    ...checkRectification(groups, totals),
    ...checkGrades(groups, totals),
    ...groups.flatMap(checkHazardParts),
    ...checkParts(figuresOf(general!), industries.map(figuresOf), '各行业'),
  ]
}

/** Whether the figures of the units below come to those of the whole. */
export const checkUnits = (whole: StatedTotals, units: readonly StatedTotals[]): Problem[] =>
  checkParts(whole, units, '各单位')

/**
 * Totals above a list of inspections, against the list: 隐患写明5项，逐家列出4项. Enterprises count once each; rectified
 * ones are compared where every hazard says how it stands.
 */
export function compareTotals(stated: StatedTotals, listed: readonly Inspection[]): Problem | null {
  const hazards = listed.flatMap(inspection => inspection.hazards)
  const named = listed.map(({ enterprise }, index) => enterprise ?? index)
  const counted = {
    enterprises: new Set(named).size,
    hazards: hazards.length,
    rectified: hazards.every(({ rectified }) => rectified !== null)
      ? hazards.filter(({ rectified }) => rectified).length
      : null,
  }
  const faults = (['enterprises', 'hazards', 'rectified'] as const).flatMap(figure => {
    const [told, found] = [stated[figure], counted[figure]]
    if (told === null || found === null || told === found) return []
    const measure = measures[figure]
    return [`${names[figure]}写明${told}${measure}，逐家列出${found}${measure}`]
  })
  return faults.length === 0 ? null : inconsistent(faults.join('；'))
}
