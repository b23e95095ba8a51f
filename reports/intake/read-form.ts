import { looksLikeEnterprise } from './fields/enterprise-names.ts'
import { saysNothing } from './fields/nothing-found.ts'
import { withoutClosing } from './forms/correction.ts'
import type { LabelledValue } from './forms/labelled-value.ts'
import { type Segment, segment } from './forms/segment.ts'
import { readZeroReport, saysNoInspection } from './forms/zero-report.ts'
import { narrateShortValues } from './labels/introductions.ts'
import { labelText } from './labels/label-text.ts'
import { columns, type LabelField } from './labels/labels.ts'
import type { Surroundings } from './parse-message.ts'
import { readProse } from './prose/prose.ts'
import { readPastedTable } from './tables/pasted-table.ts'
import type { ReadTable } from './tables/read-table.ts'
import { isBlank } from './text/blank.ts'
import { findDate } from './text/dates.ts'
import { type ReadTotals, readTotals } from './totals/totals.ts'
import type { Gazetteer } from './units/gazetteer.ts'

/** What a message says, in whichever form it says it, before it is held against roster and calendar. */
export type Reading =
  | {
      kind: 'inspections'
      heading: string
      segments: Segment[]
      /** Units, as written, that made none. */
      zero: string[]
      /** A correction of single fields. */
      partial: boolean
    }
  | { kind: 'totals'; totals: ReadTotals[] }
  /** Units as written; empty where none is named. */
  | { kind: 'zero'; names: string[] }

/** A heading that shows how to fill the form is not a report. */
const example =
  /示例|样例|范例|举例|例如|模板|格式(?:如下|为|是)|(?:按|照)(?:以下|此|下列|如下|这个).{0,6}格式|填写说明/

const columnsOf = (values: readonly LabelledValue[]) => {
  const fields = new Set<LabelField>(values.map(({ field }) => field))
  return Object.keys(columns).filter(column => fields.has(column as LabelField))
}

/** Two filled columns make a report, if they tell what was inspected, by whom, or what was found; one corrects. */
function isReport(heading: string, segments: Segment[], correction: boolean): boolean {
  if (example.test(heading)) return false
  // A unit's name over a line says little: 铁东区 over 隐患：大家注意.
  const filled = columnsOf(
    segments.flatMap(({ own }) =>
      own.filter(({ field, implied }) => !(implied && field === 'inspectingUnit')),
    ),
  )
  if (correction && filled.length > 0) return true
  return (
    filled.length >= 2 && ['enterprise', 'hazards', 'inspectingUnit'].some(column => filled.includes(column))
  )
}

/** A correction that could not stand alone changes what it states and leaves the rest. */
const isPartial = (segments: Segment[]): boolean => {
  const filled = columnsOf(segments.flatMap(({ own, shared }) => [...own, ...shared]))
  return segments.length === 1 && !(filled.includes('enterprise') && filled.includes('hazards'))
}

/** A form in which 受检单位 is 无 reports that its unit inspected nothing. */
function inspectsNothing({ own }: Segment): boolean {
  const enterprises = own
    .filter(({ field }) => field === 'enterprise')
    .map(({ value }) => withoutRemark(value))
  const found = own.filter(({ field }) => field === 'hazards').map(({ value }) => withoutRemark(value))
  return enterprises.length > 0
    ? enterprises.every(value => saysNothing(value) || saysNoInspection(value))
    : found.length > 0 && found.every(saysNoInspection)
}

/** 今日无检查（零报告） */
const withoutRemark = (value: string) => value.replace(/[（(][^（()）]*[)）]/g, '').trim()

const unitsOf = (segments: readonly Segment[]): string[] => [
  ...new Set(
    segments.flatMap(({ own, shared }) =>
      [...own, ...shared]
        .filter(({ field }) => field === 'inspectingUnit')
        .flatMap(({ value }) => value.split('、')),
    ),
  ),
]

/** Inspections, and beside them those units that report that they made none. */
function readingOf(heading: string, segments: Segment[], partial: boolean): Reading {
  const zero = segments.filter(inspectsNothing)
  if (zero.length === segments.length) return { kind: 'zero', names: unitsOf(zero) }
  const inspected = segments.filter(segment => !zero.includes(segment))
  return { kind: 'inspections', heading, segments: inspected, zero: unitsOf(zero), partial }
}

/** How many columns the inspections of a reading have. */
const fullness = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { own, shared }) => sum + columnsOf([...own, ...shared]).length, 0)

const isLong = ({ field }: LabelledValue) => field === 'hazards' || field === 'rectification'

/** What labels say counts; the rest is told by the words between them. */
function fill(labelled: Segment, narrated: Segment): Segment {
  const told = [...narrated.own, ...narrated.shared]
  const last = labelled.own.findLast(({ narrated }) => !narrated)
  // A long value at the end runs on into the words behind it; the narration knows where it ends.
  const runsOn =
    last !== undefined &&
    isLong(last) &&
    told.some(({ value }) => last.value.includes(value.split('\n', 1)[0]!))
  const has = (values: LabelledValue[], field: LabelField) => values.some(value => value.field === field)
  const counts = (value: LabelledValue) =>
    !value.narrated && !((value.implied || (runsOn && value.field === last.field)) && has(told, value.field))
  const own = labelled.own.filter(counts)
  const shared = labelled.shared.filter(counts)
  const lacks = ({ field }: LabelledValue) => !has(own, field) && !has(shared, field)
  return {
    own: [...own, ...narrated.own.filter(lacks)],
    shared: [...shared, ...narrated.shared.filter(lacks)],
  }
}

/** 检查企业：11家 under a label counts; it names none. */
const counted = /^(?:共计?|约)?[\d一二两三四五六七八九十百]+ ?(?:家|户|个|次)/

/** Whether labels tell it all: each inspection has an enterprise and hazards under labels of their own. */
const isForm = (segments: readonly Segment[]): boolean =>
  segments.length > 0 &&
  segments.every(({ own }) => {
    const labelled = own.filter(({ label, narrated }) => label !== '' && !narrated)
    const enterprise = labelled.find(({ field }) => field === 'enterprise')
    return (
      enterprise !== undefined &&
      !counted.test(enterprise.value) &&
      labelled.some(({ field }) => field === 'hazards')
    )
  })

interface Listed {
  heading: string
  segments: Segment[]
}

/** Narrated without labels, or both: where labels do not tell it all, the words between them help. */
function addNarration(text: string, listed: Listed, { gazetteer }: Surroundings): Listed {
  const values = listed.segments.flatMap(({ own }) => own)
  const isNamed = values.some(({ field, label }) => field === 'enterprise' && label !== '')
  if (isNamed && !values.some(({ narrated }) => narrated)) return listed
  const told = readProse(narrateShortValues(text), gazetteer)
  const narrated = segment({ heading: '', values: told })
  if (told.length > 0 && values.length > 0 && narrated.length === listed.segments.length)
    return {
      heading: listed.heading,
      segments: narrated.map((each, index) => fill(listed.segments[index]!, each)),
    }
  return fullness(narrated) >= fullness(listed.segments) ? { heading: '', segments: narrated } : listed
}

/** What a table says; `beside` is what stands around it: the sheet's name, the file's. */
export function readingOfTable(table: ReadTable, beside = ''): Reading | null {
  const heading = [table.heading, beside].join('\n').trim()
  if (table.kind === 'inspections') {
    return example.test(table.heading) ? null : readingOf(heading, table.segments, false)
  }
  const only = table.sum === null ? [] : [{ unit: null, totals: table.sum }]
  const rows = table.rows.length > 0 ? table.rows : only
  const date = findDate(heading.slice(0, 300))
  return {
    kind: 'totals',
    totals: rows.map(({ unit, totals }) => ({
      inspectingUnit: unit,
      wholeJurisdiction: table.rows.length === 0,
      industry: null,
      date,
      totals,
      problems: [],
    })),
  }
}

/** Whether totals only count what the text goes on to name: 检查2家：红星加油站…，宏达机械厂…. */
function namesAll(
  totals: readonly ReadTotals[],
  listed: readonly Segment[],
  text: string,
  { gazetteer }: Surroundings,
): boolean {
  const counts = totals.map(each => each.totals.enterprises)
  const stated = counts.includes(null) ? null : counts.reduce((sum, count) => sum! + count!, 0)
  const labelled = listed.filter(({ own }) =>
    own.some(({ field, label, value }) => field === 'enterprise' && label !== '' && !counted.test(value)),
  ).length
  if (labelled > 0) return stated === null || stated === labelled
  const named = readProse(text, gazetteer).filter(({ field }) => field === 'enterprise').length
  return named > 0 && (stated === null || stated === named)
}

/** Columns are parted so only in tables. */
const tableMark = /[\t|｜│]/

/** Reads a normalised text in the first form that it has; null for chat. */
export function readForm(text: string, correction: boolean, surroundings: Surroundings): Reading | null {
  const { gazetteer, hints } = surroundings
  const parted = tableMark.test(text) ? readPastedTable(text) : null
  if (parted) return readingOfTable(parted)
  const body = withoutClosing(text)
  const labelled = labelText(body, gazetteer)
  const listed = { heading: labelled.heading, segments: segment(labelled) }
  if (!isForm(listed.segments)) {
    const table = tableMark.test(text) ? null : readPastedTable(text)
    if (table) return readingOfTable(table)
    const totals = readTotals(text, gazetteer)
    if (totals && !namesAll(totals, listed.segments, text, surroundings)) return { kind: 'totals', totals }
    const names = readZeroReport(text, hints, gazetteer)
    if (names) return { kind: 'zero', names }
  }
  const { heading, segments } = addNarration(body, listed, surroundings)
  if (!isReport(heading, segments, correction)) return null
  return readingOf(heading, segments, correction && isPartial(segments))
}

const asks = /[?？]|[吗呢吧]\s*$|请|怎么|如何|麻烦|通知|要求/

/** Whether chat looks half like a report: a column or two is filled in, or a firm was visited and something found. */
export function looksHalfLikeReport(text: string, gazetteer: Gazetteer): boolean {
  if (text.length < 8 || text.length > 600 || asks.test(text)) return false
  const { heading, values } = labelText(text, gazetteer)
  if (example.test(heading)) return false
  const labelled = values.filter(({ value, implied }) => !isBlank(value) && !implied)
  if (columnsOf(labelled).some(column => ['enterprise', 'hazards', 'rectification'].includes(column)))
    return true
  return (
    /检查|执法/.test(text) &&
    /隐患|问题|整改/.test(text) &&
    text.split(/[，,。；;：:\s]/).some(looksLikeEnterprise)
  )
}
