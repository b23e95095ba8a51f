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
}

// Longest first, so that 检查单位名称 is not taken for 检查单位.
const anyLabel = new RegExp([...labels.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** Numbering, a bullet or an emoji before a label, after the start of a line or a separator. */
const leftEdge =
  /(^|\n|[\s；;。，,、|】)）])[^\S\n]*((?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[、.]?|[①-⑳]|[-—•·●■◆★☆▶>*#]|\p{Extended_Pictographic}|第[一二三四五六七八九十\d]{1,2}家?[:：、]?) ?){0,2}[【[「『〖]?[^\S\n]*$/u
const opening = /[【[「『〖][^\S\n]*$/
const rightEdge = /^[^\S\n]*(?:[（(][^（()）\n]{0,12}[)）])?[^\S\n]*([】\]」』〗])?[^\S\n]*([:：])?/
const longestDecoration = 14
/** A character that goes on with the sentence: looked at first, because words like 隐患 are everywhere. */
const runsOn = /[\p{L}\p{N}，,。；;、]/u

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
  const found = [...text.matchAll(anyLabel)].flatMap(match => readLabel(text, match[0], match.index) ?? [])
  return {
    heading: text.slice(0, found[0]?.from ?? text.length).trim(),
    values: found.map(({ field, name, to }, index) => ({
      field,
      label: name,
      value: trimValue(text.slice(to, found[index + 1]?.from)),
    })),
  }
}
