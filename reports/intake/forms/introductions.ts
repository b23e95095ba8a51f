import type { Gazetteer } from '../units/gazetteer.ts'
import { findMarks, type Mark } from './label-marks.ts'
import type { LabelledValue } from './label-text.ts'
import type { LabelField } from './labels.ts'
import { readIntroduction } from './prose.ts'

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
  const values = readIntroduction(words, gazetteer)
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

const short = new Set<LabelField>([
  'inspectors',
  'place',
  'date',
  'inspectingUnit',
  'reportingUnit',
  'industry',
  'level',
  'manner',
  'basis',
  'teams',
  'personTimes',
])

/** A narration without the short values that stand under labels in it: ，检查人员：张三、李四，发现…. */
export function withoutShortValues(text: string): string {
  let rest = ''
  let from = 0
  for (const mark of findMarks(text)) {
    if (!short.has(mark.field) || mark.from < from) continue
    const length = text.slice(mark.to).search(/[，,。；;）)\n]/)
    rest += text.slice(from, mark.from)
    from = length < 0 ? text.length : mark.to + length
  }
  return rest + text.slice(from)
}
