import { isCorrection } from './forms/correction.ts'
import { looksHalfLikeReport } from './half-report.ts'
import type { IntakeMessage, ParsedMessage } from './parsed-message.ts'
import { type Reading, readForm, readingOfTable } from './read-form.ts'
import { readTable } from './tables/read-table.ts'
import { tellInspections } from './tell-inspections.ts'
import { tellTotals } from './tell-totals.ts'
import { shanghaiDay } from './text/dates.ts'
import { normalise, withoutQuotation } from './text/normalise.ts'
import type { Gazetteer } from './units/gazetteer.ts'
import { type Hints, readHints } from './units/hints.ts'
import { identifyUnit } from './units/identify-unit.ts'

/** The most characters that are read of one message: some sixty inspections; WeChat carries far fewer. */
const longestText = 10_000

/** What surrounds a message: what room and sender tell, the roster, and the day. */
export interface Surroundings {
  hints: Hints
  gazetteer: Gazetteer
  /** Today in Asia/Shanghai; null when the time of the message is not known. */
  today: string | null
}

const surround = (message: IntakeMessage, gazetteer: Gazetteer): Surroundings => ({
  hints: readHints(message, gazetteer),
  gazetteer,
  today: shanghaiDay(message.at),
})

const chat = (): ParsedMessage => ({
  kind: 'chat',
  correction: false,
  units: [],
  inspections: [],
  summaries: [],
  zeroUnits: [],
  problems: [],
  halfReport: false,
})

function tellZero(names: (string | null)[], { hints, gazetteer }: Surroundings) {
  const identified = names.map(name => identifyUnit(name, hints, gazetteer))
  const units = [...new Set(identified.flatMap(({ unit }) => unit ?? []))]
  return {
    kind: 'zero' as const,
    units,
    zeroUnits: units,
    problems: identified.flatMap(({ problem }) => problem ?? []),
  }
}

/** Resolves what was read against the roster, the room and the day, and collects every fault. */
function tell(reading: Reading, correction: boolean, surroundings: Surroundings): ParsedMessage {
  const report = { ...chat(), kind: 'report' as const, correction }
  if (reading.kind === 'totals') return { ...report, ...tellTotals(reading.totals, surroundings) }
  if (reading.kind === 'zero')
    return { ...report, ...tellZero(reading.names.length > 0 ? reading.names : [null], surroundings) }
  const told = tellInspections(reading, correction, surroundings)
  const { zeroUnits, problems } = tellZero(reading.zero, surroundings)
  return { ...report, ...told, zeroUnits, problems: [...told.problems, ...problems] }
}

/**
 * Intake 录入: what a message says, and every fault in it. Pure, and never throws: what is neither a report nor a zero
 * report 零报告 is chat, with nothing in it.
 */
export function parseMessage(message: IntakeMessage, gazetteer: Gazetteer): ParsedMessage {
  const full = normalise(withoutQuotation(message.text))
  if (full === '' || full.startsWith('/')) return chat()
  const text = full.slice(0, longestText)
  const surroundings = surround(message, gazetteer)
  const correction = isCorrection(text.slice(0, 400), text.slice(-120))
  const reading = readForm(text, correction, surroundings)
  if (reading === null) return { ...chat(), halfReport: looksHalfLikeReport(text, gazetteer) }
  const parsed = tell(reading, correction, surroundings)
  if (full.length > longestText) {
    const tooLong = `全文超过${longestText}字，只读取了前${longestText}字，请分条报送`
    parsed.problems.push({ field: 'hazards', kind: 'tooLong', message: tooLong })
  }
  return parsed
}

/**
 * What the tables of a workbook say, a sheet each, as one message; `message.text` is what was said beside them. Chat
 * where none holds inspections or figures.
 */
export function parseTables(
  tables: readonly { name: string; rows: string[][] }[],
  message: IntakeMessage,
  gazetteer: Gazetteer,
): ParsedMessage {
  const surroundings = surround(message, gazetteer)
  const parts = tables.flatMap(({ name, rows }) => {
    const table = readTable(rows.map(cells => cells.map(normalise)))
    if (table === null) return []
    const beside = `${name}\n${message.text}`
    const reading = readingOfTable(table, beside)
    const correction = isCorrection(`${beside}\n${table.heading}`, '')
    return reading === null ? [] : [tell(reading, correction, surroundings)]
  })
  return parts.reduce(join, chat())
}

/** Two parts of one message. */
function join(all: ParsedMessage, part: ParsedMessage): ParsedMessage {
  const moved = part.problems.map(problem =>
    problem.inspection === undefined
      ? problem
      : { ...problem, inspection: problem.inspection + all.inspections.length },
  )
  return {
    kind: part.kind === 'report' ? 'report' : all.kind === 'chat' ? part.kind : all.kind,
    correction: all.correction || part.correction,
    units: [...new Set([...all.units, ...part.units])],
    inspections: [...all.inspections, ...part.inspections],
    summaries: [...all.summaries, ...part.summaries],
    zeroUnits: [...new Set([...all.zeroUnits, ...part.zeroUnits])],
    problems: [...all.problems, ...moved],
    halfReport: false,
  }
}
