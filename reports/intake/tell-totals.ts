import { impossibleDate } from './fault-sentences.ts'
import type { Surroundings } from './parse-message.ts'
import type { ParsedMessage, Problem, Summary } from './parsed-message.ts'
import { resolveInspectionDate } from './text/dates.ts'
import type { ReadTotals } from './totals/totals.ts'
import { identifyUnit } from './units/identify-unit.ts'

/** Holds totals against the roster and the day; what does not add up is said and accepted. */
export function tellTotals(
  read: readonly ReadTotals[],
  { hints, gazetteer, today }: Surroundings,
): Pick<ParsedMessage, 'units' | 'summaries' | 'problems'> {
  const problems: Problem[] = []
  const summaries = read.map((each, index): Summary => {
    const { unit, problem } = identifyUnit(each.inspectingUnit, hints, gazetteer)
    const date = each.date && today ? resolveInspectionDate(each.date, today) : null
    const faults = [...(problem ? [problem] : []), ...each.problems]
    if (date?.fault) faults.push(impossibleDate(each.date!, date.fault))
    problems.push(...faults.map(fault => ({ ...fault, inspection: index })))
    const { inspectingUnit, wholeJurisdiction, totals } = each
    const industry = each.industry ?? hints.industry
    return { inspectingUnit, unit, wholeJurisdiction, industry, date: date?.date ?? null, totals }
  })
  return { units: [...new Set(summaries.flatMap(({ unit }) => unit ?? []))], summaries, problems }
}
