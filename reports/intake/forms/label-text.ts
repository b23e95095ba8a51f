import { readNumeral } from '../text/numerals.ts'
import { type LabelField, labels } from './labels.ts'

/** One labelled value 标签: what it means, the label as written, the value trimmed. */
export interface LabelledValue {
  field: LabelField
  label: string
  value: string
}

/** A text cut at its labels; what stands before the first is its heading. */
export interface LabelledText {
  heading: string
  values: LabelledValue[]
}

interface Label {
  field: LabelField
  name: string
  from: number
  to: number
  /** Its number in a list: 3、检查地点. */
  number: number | null
}

// Longest first, so that 检查单位名称 is not taken for 检查单位.
const anyLabel = new RegExp([...labels.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** Numbering, a bullet or an emoji before a label, after the start of a line or a separator. */
const leftEdge =
  /(^|\n|[\s；;。，,、|】)）])[^\S\n]*((?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[、.]?|[①-⑳]|[-—•·●■◆★☆▶>*#]|\p{Extended_Pictographic}|第[一二三四五六七八九十\d]{1,2}家?[:：、]?) ?){0,2}[【[「『〖]?[^\S\n]*$/u
const opening = /[【[「『〖][^\S\n]*$/
const rightEdge = /^[^\S\n]*(?:[（(][^（()）\n]{0,12}[)）])?[^\S\n]*([】\]」』〗])?[^\S\n]*([:：])?/
const chinese = '[一二三四五六七八九十]'
const listNumber = new RegExp(
  `(?:(?<!\\d|\\d[.])(\\d{1,2}) ?[、.)）:：]|(${chinese}{1,3})[、.)）是]|([①-⑳])[、.]?)[^\\S\\n]*[【[「『〖]?[^\\S\\n]*$`,
)
const longestDecoration = 14
/** A character that goes on with the sentence: looked at first, because words like 隐患 are everywhere. */
const runsOn = /[\p{L}\p{N}，,。；;、]/u

function readListNumber(before: string): number | null {
  const [, digits, words, circle] = listNumber.exec(before) ?? []
  if (circle) return circle.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return readNumeral(digits ?? words ?? '')
}

/** Words that may open a hazard as well as a column: 重大隐患：瓦斯超限, 人员：无证上岗. */
const opensItem = ({ field, name }: Label): boolean =>
  ['deadline', 'industry', 'teams', 'personTimes', 'aside'].includes(field) ||
  /^(?:重大|一般|安全).*隐患$/.test(name) ||
  (name.length === 2 && ['hazards', 'place', 'inspectors', 'date'].includes(field))

/** Whether it is an item in the list under the label before it, rather than the next label of a numbered form. */
const isItem = (label: Label, previous: Label | undefined): boolean =>
  (previous?.field === 'hazards' || previous?.field === 'rectification') &&
  label.number !== null &&
  opensItem(label) &&
  (previous.number === null || label.number !== previous.number + 1)

/** Reads a label at a place where its name stands; null where the name is only part of a sentence. */
function readLabel(text: string, name: string, at: number): Label | null {
  if (runsOn.test(text.charAt(at + name.length))) return null
  const window = text.slice(Math.max(0, at - longestDecoration), at)
  const before = window.slice(window.lastIndexOf('\n') + 1)
  const showsLineStart = before.length < window.length || at <= longestDecoration
  const after = text.slice(at + name.length, at + name.length + 24)
  const edge = leftEdge.exec(showsLineStart ? before : `\u0001${before}`)
  const startsLine = showsLineStart && edge?.index === 0 && edge[1] === ''
  const right = rightEdge.exec(after)!
  const [, closed, colon] = right
  const bracket = closed === undefined ? null : opening.exec(before)
  const found = (length: number): Label => ({
    field: labels.get(name)!,
    name,
    from: edge ? at - edge[0].length + edge[1]!.length : at - (bracket?.[0].length ?? 0),
    to: at + name.length + length,
    number: readListNumber(before),
  })

  if (bracket) return found(right[0].length)
  if (colon) {
    // A short word before a colon is a label only where something ends before it; 【（整改情况：已整改）】 is a remark.
    if (edge) return found(right[0].length)
    return name.length >= 4 && !/[（(]$/.test(before) ? found(right[0].length) : null
  }
  if (!startsLine) return null
  if (/^[^\S\n]*(?:\n|$)/.test(after)) return found(0)
  return name.length >= 4 && /^[^\S\n]+\S/.test(after) ? found(0) : null
}

/** Without the separators around it. */
export const trimValue = (value: string): string => {
  const start = /^[\s，,。；;、|：:]*/.exec(value)![0].length
  let end = value.length
  while (end > start && /[\s，,。；;、|]/.test(value[end - 1]!)) end--
  return value.slice(start, end)
}

/** Cuts a text at its labels, wherever they stand: a line each, several a line, value below, 【】. */
export function labelText(text: string): LabelledText {
  const found: Label[] = []
  for (const match of text.matchAll(anyLabel)) {
    const label = readLabel(text, match[0], match.index)
    if (label && !isItem(label, found.at(-1))) found.push(label)
  }
  return {
    heading: text.slice(0, found[0]?.from ?? text.length).trim(),
    values: found.map(({ field, name, to }, index) => ({
      field,
      label: name,
      value: trimValue(text.slice(to, found[index + 1]?.from)),
    })),
  }
}
