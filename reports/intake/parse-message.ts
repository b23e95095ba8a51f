import { checkInspection } from './check.ts'
import { saysNothing } from './fields/nothing-found.ts'
import { isCorrection, withoutClosing } from './forms/correction.ts'
import { type LabelledText, labelText } from './forms/label-text.ts'
import { columns } from './forms/labels.ts'
import { type Segment, segment } from './forms/segment.ts'
import { readZeroReport, saysNoInspection } from './forms/zero-report.ts'
import type { IntakeMessage, ParsedMessage, Problem } from './parsed-message.ts'
import { type Heading, readInspection } from './read-inspection.ts'
import { shanghaiDay } from './text/dates.ts'
import { normalise, withoutQuotation } from './text/normalise.ts'
import type { Gazetteer } from './units/gazetteer.ts'
import { type Hints, readHints } from './units/hints.ts'
import { type IdentifiedUnit, identifyUnit } from './units/identify-unit.ts'

/** The most characters that are read of one message. */
const longestText = 20_000
/** Of so many unit names in one message the unknown are answered with the names near them. */
const mostSuggestions = 20
/** A heading that shows how to fill the form is not a report. */
const example =
  /示例|样例|范例|举例|例如|模板|格式(?:如下|为|是)|(?:按|照)(?:以下|此|下列|如下|这个).{0,6}格式|填写说明/

const chat = (): ParsedMessage => ({
  kind: 'chat',
  correction: false,
  units: [],
  inspections: [],
  summaries: [],
  problems: [],
  halfReport: false,
})

/** Two filled columns make a report, if they tell what was inspected, by whom, or what was found. */
function isReport({ heading }: LabelledText, segments: Segment[]): boolean {
  if (example.test(heading)) return false
  const fields = new Set(segments.flatMap(({ own }) => own.map(({ field }) => field)))
  const filled = Object.keys(columns).filter(column => fields.has(column as keyof typeof columns))
  return (
    filled.length >= 2 && ['enterprise', 'hazards', 'inspectingUnit'].some(column => filled.includes(column))
  )
}

/** A form in which 受检单位 is 无 reports that nothing was inspected. */
const inspectsNothing = (segments: Segment[]): boolean => {
  const enterprises = segments.flatMap(({ own }) => own.filter(({ field }) => field === 'enterprise'))
  return (
    enterprises.length > 0 && enterprises.every(({ value }) => saysNothing(value) || saysNoInspection(value))
  )
}

function parseZero(names: string[], correction: boolean, hints: Hints, gazetteer: Gazetteer): ParsedMessage {
  const identified = (names.length > 0 ? names : [null]).map(name => identifyUnit(name, hints, gazetteer))
  return {
    ...chat(),
    kind: 'zero',
    correction,
    units: [...new Set(identified.flatMap(({ unit }) => unit ?? []))],
    problems: identified.flatMap(({ problem }) => problem ?? []),
  }
}

function parseReport(segments: Segment[], heading: Heading, hints: Hints, gazetteer: Gazetteer) {
  const problems: Problem[] = []
  const known = new Map<string | null, IdentifiedUnit>()
  const identify = (name: string | null): IdentifiedUnit => {
    const suggest = known.size < mostSuggestions
    const identified = known.get(name) ?? identifyUnit(name, hints, gazetteer, { suggest })
    known.set(name, identified)
    return identified
  }
  const inspections = segments.map((each, index) => {
    const read = readInspection(each, heading)
    const { unit, problem } = identify(read.inspection.inspectingUnit)
    const which = segments.length > 1 ? `第${index + 1}家：` : ''
    for (const found of [...(problem ? [problem] : []), ...checkInspection(read)]) {
      problems.push({ ...found, message: which + found.message, inspection: index })
    }
    return { ...read.inspection, unit }
  })
  const units = [...new Set(inspections.flatMap(({ unit }) => unit ?? []))]
  return { units, inspections, problems }
}

/**
 * Intake 录入: what a message says, and every fault in it. Pure, and never throws: what is neither a report nor a zero
 * report 零报告 is chat, with nothing in it.
 */
export function parseMessage(message: IntakeMessage, gazetteer: Gazetteer): ParsedMessage {
  const full = withoutQuotation(normalise(message.text))
  if (full === '' || full.startsWith('/')) return chat()
  const text = full.slice(0, longestText)
  const labelled = labelText(withoutClosing(text))
  const segments = segment(labelled)
  const hints = readHints(message, gazetteer)
  const correction = isCorrection(labelled.heading, text.slice(-120))

  if (!isReport(labelled, segments)) {
    const names = readZeroReport(text, hints, gazetteer)
    return names === null ? chat() : parseZero(names, correction, hints, gazetteer)
  }
  const above = labelled.heading.replace(/@\S+/g, '')
  const heading = {
    text: above,
    unit: gazetteer.findMention(above.slice(0, 300)),
    industry: hints.industry,
    today: shanghaiDay(message.at),
  }
  const unitsNamed = () =>
    new Set(segments.flatMap(each => readInspection(each, heading).inspection.inspectingUnit ?? []))
  const parsed: ParsedMessage = inspectsNothing(segments)
    ? parseZero([...unitsNamed()], correction, hints, gazetteer)
    : { ...chat(), kind: 'report', correction, ...parseReport(segments, heading, hints, gazetteer) }
  if (full.length > longestText) {
    const tooLong = `全文超过${longestText}字，只读取了前${longestText}字，请分条报送`
    parsed.problems.push({ field: 'hazards', kind: 'tooLong', message: tooLong })
  }
  return parsed
}
