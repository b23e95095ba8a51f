import type { LabelField } from '../labels/labels.ts'

/** One labelled value 标签: what it means, the label as written, the value trimmed. */
export interface LabelledValue {
  field: LabelField
  label: string
  value: string
  /** No label tells it: it stands in a line of its own, as a unit or an enterprise does over its values. */
  implied?: true
  /** Running words before a label tell it. */
  narrated?: true
}

/** A text cut at its labels; what stands before the first is its heading. */
export interface LabelledText {
  heading: string
  values: LabelledValue[]
}

/** Without the separators around it. */
export const trimValue = (value: string): string => {
  const start = /^[\s，,。；;、|：:]*/.exec(value)![0].length
  let end = value.length
  while (end > start && /[\s，,。；;、|]/.test(value[end - 1]!)) end--
  return value.slice(start, end)
}
