import { columns } from './labels/labels.ts'
import type { Field, Problem } from './parsed-message.ts'
import type { ReadInspection } from './read-inspection.ts'

/** The most characters that a column may have; the enterprise is cut where it is read. */
const limits = { inspectingUnit: 60, place: 200, rectification: 2000 } as const
const longestHazard = 1000

const missing = (field: keyof typeof columns): Problem => ({
  field,
  kind: 'missing',
  message: `缺“${columns[field]}”`,
})
const tooLong = (field: Field, name: string, limit: number): Problem => ({
  field,
  kind: 'tooLong',
  message: `“${name}”超过${limit}字，请精简`,
})

/** All faults of one inspection's columns; the unit is checked where it is told. */
export function checkInspection({ inspection, statesHazards, problems }: ReadInspection): Problem[] {
  const { enterprise, place, hazards, inspectors, personTimes, rectification } = inspection
  const found: Problem[] = []
  if (enterprise === null) found.push(missing('enterprise'))
  if (place === null) found.push(missing('place'))
  if (!statesHazards) found.push(missing('hazards'))
  const askedForInspectors = problems.some(({ field }) => field === 'inspectors')
  if (inspectors.length === 0 && personTimes === null && !askedForInspectors)
    found.push(missing('inspectors'))
  // Hazards that each say how they stand need no column for it.
  if (rectification === null && hazards.some(({ rectified }) => rectified === null))
    found.push(missing('rectification'))
  for (const [field, limit] of Object.entries(limits) as [keyof typeof limits, number][]) {
    if ((inspection[field]?.length ?? 0) > limit) found.push(tooLong(field, columns[field], limit))
  }
  if (hazards.some(({ text }) => text.length > longestHazard)) {
    found.push(tooLong('hazards', columns.hazards, longestHazard))
  }
  return [...found, ...problems]
}
