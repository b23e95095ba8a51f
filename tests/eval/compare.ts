import {
  combineTotals,
  type Inspection,
  type ParsedMessage,
  type ReportedHazard,
} from '../../reports/intake/parsed-message.ts'
import type { Expectation } from './expectation.ts'

/** One value that was expected, found, or both. */
export interface Finding {
  field: string
  expected: string | null
  found: string | null
}

/** Spelling that does not count: spaces, width, punctuation at the ends. */
const plain = (value: unknown): string =>
  String(value)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[，,。；;、:：]+|[，,。；;、:：]+$/g, '')

const isStated = (value: unknown) => value !== null && value !== undefined && value !== false

/** A single value: nothing on either side is no finding. */
function compareValue(field: string, expected: unknown, found: unknown): Finding[] {
  const pair = {
    field,
    expected: isStated(expected) ? plain(expected) : null,
    found: isStated(found) ? plain(found) : null,
  }
  return pair.expected === null && pair.found === null ? [] : [pair]
}

/** A list in which the order does not count. */
function compareList(field: string, expected: readonly unknown[] = [], found: readonly unknown[] = []) {
  const left = found.map(plain)
  const findings: Finding[] = []
  for (const value of expected.map(plain)) {
    const at = left.indexOf(value)
    findings.push({ field, expected: value, found: at < 0 ? null : left.splice(at, 1)[0]! })
  }
  return [...findings, ...left.map(value => ({ field, expected: null, found: value }))]
}

/** Pairs what has the same name first, then what is left in order; what has no partner stands alone. */
function pair<E, F>(expected: E[], found: F[], nameOf: (value: E | F) => string): [E | null, F | null][] {
  const left = [...found]
  const pairs = expected.map((each): [E | null, F | null] => {
    const at = left.findIndex(other => nameOf(other) === nameOf(each))
    return [each, at < 0 ? null : left.splice(at, 1)[0]!]
  })
  for (const each of pairs) each[1] ??= left.shift() ?? null
  return [...pairs, ...left.map((each): [E | null, F | null] => [null, each])]
}

type ExpectedInspection = NonNullable<Expectation['inspections']>[number]

function compareHazards(expected: Partial<ReportedHazard>[] = [], found: ReportedHazard[] = []): Finding[] {
  const nameOf = (hazard: Partial<ReportedHazard>) => plain(hazard.text ?? '')
  return pair(expected, found, nameOf).flatMap(([e, f]) => [
    ...compareValue('hazards.text', e?.text, f?.text),
    ...compareValue('hazards.major', e?.major, f?.major),
    ...compareValue('hazards.rectified', state(e?.rectified), state(f?.rectified)),
    ...compareValue('hazards.deadline', e?.deadline, f?.deadline),
    ...compareValue('hazards.basis', e?.basis, f?.basis),
  ])
}

const state = (rectified: boolean | null | undefined) =>
  rectified === true ? 'yes' : rectified === false ? 'no' : null

const single = [
  'inspectingUnit',
  'unit',
  'enterprise',
  'place',
  'industry',
  'date',
  'teams',
  'personTimes',
  'rectification',
  'level',
  'basis',
  'cases',
  'fine',
  'production',
] as const satisfies (keyof Inspection)[]
const lists = ['inspectors', 'manners', 'documents'] as const satisfies (keyof Inspection)[]

const compareInspection = (expected: ExpectedInspection | null, found: Inspection | null): Finding[] => [
  ...single.flatMap(field => compareValue(field, expected?.[field], found?.[field])),
  ...lists.flatMap(field => compareList(field, expected?.[field], found?.[field])),
  ...compareHazards(expected?.hazards, found?.hazards),
]

/** Every value that a message was expected to yield or did yield. Of chat there is only its kind. */
export function compare(expected: Expectation, found: ParsedMessage): Finding[] {
  const findings: Finding[] = [{ field: 'kind', expected: expected.kind, found: found.kind }]
  if (expected.kind === 'chat' && found.kind === 'chat') return findings
  const totals = combineTotals(found.summaries)
  const nameOf = (each: ExpectedInspection | Inspection) => plain(each.enterprise ?? '')
  return [
    ...findings,
    ...compareValue('correction', expected.correction, found.correction),
    ...(expected.kind === 'zero' ? compareList('unit', expected.units, found.units) : []),
    ...pair(expected.inspections ?? [], found.inspections, nameOf).flatMap(([e, f]) =>
      compareInspection(e, f),
    ),
    ...(['teams', 'personTimes', 'enterprises', 'hazards', 'rectified'] as const).flatMap(figure =>
      compareValue(`totals.${figure}`, expected.totals?.[figure], totals?.[figure]),
    ),
    ...compareList('problems', expected.problems, [...new Set(found.problems.map(({ field }) => field))]),
  ]
}
