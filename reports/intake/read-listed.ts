import type { LabelledValue } from './forms/labelled-value.ts'
import { type Segment, segment } from './forms/segment.ts'
import { narrateShortValues } from './labels/introductions.ts'
import { labelText } from './labels/label-text.ts'
import { columns, type LabelField } from './labels/labels.ts'
import { readProse } from './prose/prose.ts'
import type { Gazetteer } from './units/gazetteer.ts'

/** The columns that values fill. */
export const columnsOf = (values: readonly LabelledValue[]) => {
  const fields = new Set<LabelField>(values.map(({ field }) => field))
  return Object.keys(columns).filter(column => fields.has(column as LabelField))
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

/** Whether an enterprise is named under a label of its own. */
export const namesUnderLabel = ({ own }: Segment): boolean =>
  own.some(
    ({ field, label, narrated, value }) =>
      field === 'enterprise' && label !== '' && !narrated && !counted.test(value),
  )

/** Whether labels tell it all: each inspection has an enterprise and hazards under labels of their own. */
export const isForm = (segments: readonly Segment[]): boolean =>
  segments.length > 0 &&
  segments.every(
    segment =>
      namesUnderLabel(segment) &&
      segment.own.some(({ field, label, narrated }) => field === 'hazards' && label !== '' && !narrated),
  )

/** Inspections as cut, and what stands above them. */
export interface Listed {
  heading: string
  segments: Segment[]
}

/** Narrated without labels, or both: where labels do not tell it all, the words between them help. */
export function addNarration(text: string, listed: Listed, gazetteer: Gazetteer): Listed {
  const values = listed.segments.flatMap(({ own }) => own)
  const isNamed = values.some(({ field, label }) => field === 'enterprise' && label !== '')
  if (isNamed && !values.some(({ narrated }) => narrated)) return listed
  const told = readProse(narrateShortValues(text), gazetteer)
  if (told.length === 0) return listed
  const narrated = segment({ heading: '', values: told })
  if (values.length > 0 && narrated.length === listed.segments.length)
    return {
      heading: listed.heading,
      segments: narrated.map((each, index) => fill(listed.segments[index]!, each)),
    }
  return fullness(narrated) >= fullness(listed.segments) ? { heading: '', segments: narrated } : listed
}

/** What stands under labels, as inspections. */
export function readLabels(text: string, gazetteer: Gazetteer): Listed {
  const labelled = labelText(text, gazetteer)
  return { heading: labelled.heading, segments: segment(labelled) }
}
