import type { Industry } from '../../reports/terms.ts'
import { addDays } from '../../reports/time.ts'
import { type Business, commonHazards, industryOfBusiness, majorHazards } from './hazards.ts'
import { inspectorsOf } from './inspectors.ts'
import { provincialRows, type Row, visitRows } from './visits.ts'

/** A hazard 隐患 as it was found, whatever words report it. */
export interface Finding {
  text: string
  major: boolean
  rectified: boolean
  /** YYYY-MM-DD; null for what is rectified. */
  deadline: string | null
}

/** One inspection as it happened: the facts that its report tells, and from which the day's totals can be summed. */
export interface Visit {
  /** Full unit name, or the division 处室 for the province's own. */
  unit: string
  enterprise: string
  place: string
  industry: Industry | null
  business: Business
  findings: Finding[]
  inspectors: string[]
}

/** Days that are given for rectification, in turn. */
const spans = [7, 5, 9, 2]

/** The inspections of the sample day 样例日: cities and counties first, then the province's own, in roster order. */
export function visitsOf(date: string): Visit[] {
  // Each kind of hazard in turn, so that no two enterprises of a business read alike.
  const drawn = new Map<Business, number>()
  const draw = (business: Business): string => {
    const turn = drawn.get(business) ?? 0
    drawn.set(business, turn + 1)
    return commonHazards[business][turn % commonHazards[business].length]!
  }
  const findingsOf = ([, , , business, found, rectified, major]: Row, index: number): Finding[] =>
    Array.from({ length: found }, (_, i) => {
      // The rectified ones come first here, last there.
      const done = index % 3 === 0 ? i >= found - rectified : i < rectified
      const isMajor = major === 1 && i === (index % 3 === 0 ? 0 : found - 1)
      return {
        text: isMajor ? majorHazards[business]! : draw(business),
        major: isMajor,
        rectified: done,
        deadline: done ? null : addDays(date, spans[index % spans.length]!),
      }
    })
  return [...visitRows, ...provincialRows].map((row, index) => {
    const [unit, enterprise, place, business] = row
    return {
      unit,
      enterprise,
      place,
      industry: industryOfBusiness[business],
      business,
      findings: findingsOf(row, index),
      inspectors: inspectorsOf(unit),
    }
  })
}
