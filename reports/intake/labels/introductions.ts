import type { LabelledValue } from '../forms/labelled-value.ts'
import { readIntroduction } from '../prose/prose.ts'
import type { Gazetteer } from '../units/gazetteer.ts'
import { readBareIntroduction } from './bare-introductions.ts'
import type { LabelField } from './labels.ts'
import { findMarks, type Mark } from './marks.ts'
import { endValues } from './value-ends.ts'

/** Words that lead to labels, 铁东区应急局检查红星加油站，地点：…, and the values that they tell. */
export interface Introduction {
  from: number
  to: number
  values: LabelledValue[]
}

const longest = 400
/** Looked at first: an enterprise may be named here. */
const mayName = /[站厂矿司店场库社院园楼所厦城点部坊窑]/
/** Below the first label a line introduces the next inspection only where it says so. */
const mayInspect = /[检抽督]查|执法|[：:]/

function introduce(text: string, from: number, to: number, gazetteer: Gazetteer): Introduction[] {
  const words = text.slice(from, to)
  if (words.length < 6 || words.length > longest || !mayName.test(words)) return []
  const told = readIntroduction(words, gazetteer)
  const values = told.length > 0 ? told : readBareIntroduction(words, gazetteer)
  return values.some(({ field }) => field === 'enterprise') ? [{ from, to, values }] : []
}

/**
 * The words before the first label, and those that begin a line before a label of their own, as far as they tell what was
 * inspected. `marks` in the order of the text.
 */
export function findIntroductions(
  text: string,
  marks: readonly Mark[],
  gazetteer: Gazetteer,
): Introduction[] {
  const first = marks[0]?.from ?? text.length
  const found = introduce(text, 0, first, gazetteer)
  let next = 0
  for (let from = text.indexOf('\n', first) + 1; from > 0; from = text.indexOf('\n', from) + 1) {
    while (next < marks.length && marks[next]!.from < from) next++
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    const mark = marks[next]
    if (mark === undefined || mark.from === from) continue
    const to = Math.min(mark.from, end)
    if (mayInspect.test(text.slice(from, Math.min(to, from + longest))))
      found.push(...introduce(text, from, to, gazetteer))
  }
  return found
}

/** Values of a few words: a sentence may hold them under their labels. */
const short = new Set<LabelField>([
  'inspectingUnit',
  'inspectors',
  'place',
  'date',
  'reportingUnit',
  'industry',
  'level',
  'manner',
  'teams',
  'personTimes',
])
/** Labels that a narration may use as words. */
const spoken: Partial<Record<LabelField, string>> = { place: '检查地点', inspectors: '检查人员' }

/**
 * A narration with the short values that stand under labels in it put in words, or taken out: ，检查人员：张三，李四，发现… is
 * ，检查人员张三、李四，发现….
 */
export function narrateShortValues(text: string): string {
  let rest = ''
  let from = 0
  const marks = endValues(text, findMarks(text))
  for (const [index, { name, field, from: start, to, end }] of marks.entries()) {
    if (name === '' || !short.has(field) || start < from) continue
    const newline = text.indexOf('\n', to)
    const next = end ?? marks[index + 1]?.from ?? text.length
    const behind = newline < 0 ? next : Math.min(next, newline)
    const value = text.slice(to, behind).trim()
    rest += text.slice(from, start)
    if (spoken[field] !== undefined && value !== '')
      rest += `，${spoken[field]}${value.replace(/[，,；;\s]+/g, '、')}，`
    from = behind
  }
  return rest + text.slice(from)
}
