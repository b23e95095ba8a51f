import { type LabelledText, type LabelledValue, trimValue } from '../forms/labelled-value.ts'
import type { Gazetteer } from '../units/gazetteer.ts'
import { tellBareUnits } from './bare-units.ts'
import { tellEnforcement, tellInspected, tellNamedPlaces } from './doubtful-labels.ts'
import { findIntroductions } from './introductions.ts'
import { findMarks, type Mark } from './marks.ts'
import { joinLines, readRemark } from './one-line-values.ts'
import { findUnlabelled } from './unlabelled-lines.ts'
import { endValues } from './value-ends.ts'

/** 【红星加油站】 as a value: the brackets only decorate it. */
const framed = /^【([^【】]{2,60})】$/

function readValue(text: string, mark: Mark, next: { from: number } | undefined): LabelledValue[] {
  const written = trimValue(text.slice(mark.to, Math.min(mark.end ?? text.length, next?.from ?? text.length)))
  const value = joinLines(mark.field, framed.exec(written)?.[1] ?? written)
  const read: LabelledValue = { field: mark.field, label: mark.name, value }
  if (mark.name === '') read.implied = true
  if (mark.field !== 'enterprise') return [read]
  const { name, place } = readRemark(value)
  const values: LabelledValue[] = [{ ...read, value: name }]
  if (place !== null) values.push({ field: 'place', label: '', value: place, implied: true })
  return values
}

/** 组长：张三 over 组员：李四: both inspected, and are told in one value. */
function joinInspectors(values: LabelledValue[]): LabelledValue[] {
  const joined: LabelledValue[] = []
  for (const value of values) {
    const last = joined.at(-1)
    const isMore = value.field === 'inspectors' && last?.field === 'inspectors'
    if (!isMore || value.narrated || last.narrated) joined.push(value)
    else {
      const names = last.value.split(/[、，,\s]+/).filter(name => !value.value.includes(name))
      joined[joined.length - 1] = { ...last, value: [...names, value.value].join('、') }
    }
  }
  return joined
}

/** What labels mean that do not say it themselves, by what stands under and beside them. */
const tell = (values: LabelledValue[]): LabelledValue[] =>
  joinInspectors(tellNamedPlaces(tellEnforcement(tellInspected(tellBareUnits(values)))))

/**
 * Cuts a text at its labels, wherever they stand: a line each, several a line, value below, 【】. With a gazetteer units
 * and enterprises that stand in lines of their own count as labelled, too. The heading keeps the lines that name the unit.
 */
export function labelText(text: string, gazetteer?: Gazetteer): LabelledText {
  const labelled = findMarks(text)
  const implied = gazetteer ? findUnlabelled(text, labelled, gazetteer) : []
  const marks = endValues(
    text,
    [...labelled, ...implied].sort((a, b) => a.from - b.from),
  )
  const first = marks.find(
    ({ field, name }) => name !== '' || (field !== 'inspectingUnit' && field !== 'date'),
  )
  const introductions = gazetteer && marks.length > 0 ? findIntroductions(text, marks, gazetteer) : []
  const pieces = [...marks, ...introductions].sort((a, b) => a.from - b.from)
  const values = pieces.flatMap((piece, index) =>
    'values' in piece
      ? piece.values.map(value => ({ ...value, narrated: true as const }))
      : readValue(text, piece, pieces[index + 1]),
  )
  const end = Math.min(first?.from ?? text.length, introductions[0]?.from ?? text.length)
  return {
    heading: text.slice(0, end).trim(),
    values: tell(values),
  }
}
