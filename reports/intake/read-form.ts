import { saysNothing } from './fields/nothing-found.ts'
import { withoutClosing } from './forms/correction.ts'
import type { Segment } from './forms/segment.ts'
import { readZeroReport, saysNoInspection } from './forms/zero-report.ts'
import { example } from './half-report.ts'
import type { Surroundings } from './parse-message.ts'
import { readProse } from './prose/prose.ts'
import { addNarration, columnsOf, isForm, namesUnderLabel, readLabels } from './read-listed.ts'
import { readPastedTable } from './tables/pasted-table.ts'
import type { ReadTable } from './tables/read-table.ts'
import { findDate } from './text/dates.ts'
import { type ReadTotals, readTotals } from './totals/totals.ts'

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

/** Two filled columns make a report, if they tell what was inspected, by whom, or what was found; one corrects. */
function isReport(heading: string, segments: Segment[], correction: boolean): boolean {
  if (example.test(heading)) return false
  // A unit's name over a line says little: 铁东区 over 隐患：大家注意.
  const filled = columnsOf(
    segments.flatMap(({ own }) =>
      own.filter(({ field, implied }) => !(implied && field === 'inspectingUnit')),
    ),
  )
  if (correction && segments.some(({ own }) => own.some(({ field }) => field !== 'aside'))) return true
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
  const labelled = listed.filter(namesUnderLabel).length
  if (labelled > 0) return stated === null || stated === labelled
  const named = readProse(text, gazetteer).filter(({ field }) => field === 'enterprise').length
  return named > 0 && (stated === null || stated === named)
}

/** Columns are parted so only in tables. */
const tableMark = /[\t|｜│]/

/** Looked at first: a unit among others may have inspected nothing. */
const mayBeZero = /零报|[无没未](?:有|组织|开展|安排)?[^，,。；;\n]{0,6}(?:检查|执法)/

/** Takes out the sentences in which a unit reports that it inspected nothing: 铁西区今日无检查。双辽市检查…. */
function takeZeroSentences(
  text: string,
  { hints, gazetteer }: Surroundings,
): { rest: string; zero: string[] } {
  const zero: string[] = []
  if (!mayBeZero.test(text)) return { rest: text, zero }
  const sentences = text.split(/(?<=[。；;\n])/)
  const rest = sentences.filter(sentence => {
    const names = mayBeZero.test(sentence) ? readZeroReport(sentence, hints, gazetteer) : null
    if (names === null || names.length === 0) return true
    zero.push(...names)
    return false
  })
  return sentences.length === 1 ? { rest: text, zero: [] } : { rest: rest.join('').trim(), zero }
}

/** Reads a normalised text in the first form that it has; null for chat. */
export function readForm(text: string, correction: boolean, surroundings: Surroundings): Reading | null {
  const { rest, zero } = takeZeroSentences(text, surroundings)
  if (zero.length > 0 && rest !== '') {
    const reading = readReport(rest, correction, surroundings)
    if (reading?.kind === 'inspections') return { ...reading, zero: [...zero, ...reading.zero] }
  }
  return readReport(text, correction, surroundings)
}

function readReport(text: string, correction: boolean, surroundings: Surroundings): Reading | null {
  const { gazetteer, hints } = surroundings
  const parted = tableMark.test(text) ? readPastedTable(text) : null
  if (parted) return readingOfTable(parted)
  const body = withoutClosing(text)
  const listed = readLabels(body, gazetteer)
  if (!isForm(listed.segments)) {
    const table = tableMark.test(text) ? null : readPastedTable(text)
    if (table) return readingOfTable(table)
    const totals = readTotals(text, gazetteer)
    if (totals && !namesAll(totals, listed.segments, text, surroundings)) return { kind: 'totals', totals }
    const names = readZeroReport(text, hints, gazetteer)
    if (names) return { kind: 'zero', names }
  }
  const { heading, segments } = addNarration(body, listed, gazetteer)
  if (!isReport(heading, segments, correction)) return null
  return readingOf(heading, segments, correction && isPartial(segments))
}
