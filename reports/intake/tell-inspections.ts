import { checkInspection } from './check.ts'
import type { Segment } from './forms/segment.ts'
import type { Surroundings } from './parse-message.ts'
import type { Field, Inspection, ParsedMessage, Problem } from './parsed-message.ts'
import { type Heading, readInspection } from './read-inspection.ts'
import { compareTotals, readHeadingTotals } from './totals/totals.ts'
import { type IdentifiedUnit, identifyUnit } from './units/identify-unit.ts'

/** Of so many unit names in one message the unknown are answered with the names near them. */
const mostSuggestions = 20
/** Figures over a list: 今日检查3家企业. */
const figures = /\d|[一二两三四五六七八九十]/

interface Listed {
  heading: string
  segments: Segment[]
  partial: boolean
}

/** Reads each inspection's fields and holds them against roster, room and day. */
export function tellInspections(
  { heading: above, segments, partial }: Listed,
  correction: boolean,
  { hints, gazetteer, today }: Surroundings,
): Pick<ParsedMessage, 'units' | 'inspections' | 'problems'> {
  const text = above.replace(/@\S+/g, '').slice(0, 600)
  const heading: Heading = {
    text,
    unit: gazetteer.findMention(text.slice(0, 300)),
    industry: hints.industry,
    today,
  }
  const problems: Problem[] = []
  const known = new Map<string | null, IdentifiedUnit>()
  const identify = (name: string | null): IdentifiedUnit => {
    const suggest = known.size < mostSuggestions
    const identified = known.get(name) ?? identifyUnit(name, hints, gazetteer, { suggest })
    known.set(name, identified)
    return identified
  }
  const inspections = segments.map((each, index): Inspection => {
    const read = readInspection(each, heading)
    const { unit, problem } = identify(read.inspection.inspectingUnit)
    const which = segments.length > 1 ? `第${index + 1}家：` : ''
    const lacking = partial ? read.problems : checkInspection(read)
    for (const found of [...(problem ? [problem] : []), ...lacking])
      problems.push({ ...found, message: which + found.message, inspection: index })
    const inspection = { ...read.inspection, unit }
    return correction && partial ? { ...inspection, states: statedIn(each) } : inspection
  })
  const totals = figures.test(text) ? readHeadingTotals(text, gazetteer) : null
  const differs = totals && compareTotals(totals, inspections)
  if (differs) problems.push(differs)
  return { units: [...new Set(inspections.flatMap(({ unit }) => unit ?? []))], inspections, problems }
}

const fields: readonly string[] = [
  'inspectingUnit',
  'enterprise',
  'place',
  'hazards',
  'inspectors',
  'rectification',
  'date',
] satisfies Field[]

const statedIn = ({ own }: Segment): Field[] =>
  own.flatMap(({ field }) => (fields.includes(field) ? [field as Field] : []))
