import { type Mark, readListNumber } from './edges.ts'
import { findLabel } from './find-label.ts'
import { type LabelField, labels } from './labels.ts'

/** A head before a colon or in 【】, with what numbers it; its name may have spaces in it. */
const head = new RegExp(
  '【([^【】\\n：:]{3,16})】[:：]?|' +
    '(?<=^|[\\s；;。，,|：:】)）」])(?:(?:[（(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[、.]?|[①-⑳]|[-—•·●■◆*+]) ?){0,2}' +
    '(\\p{Script=Han}(?:[^\\S\\n]*\\p{Script=Han}){1,13})[^\\S\\n]*(?:[（(][^（()）\\n]{0,12}[)）])?[^\\S\\n]*[:：]',
  'gu',
)
/** A word that is a line of its own, or that a space parts from the rest of it. */
const bare = [
  { like: /(?<=^|\n)[^\S\n]*(\p{Script=Han}{2,10})(?=[^\S\n]*(?:\n|$))/gu, behind: /^[^\S\n]*(?:\n|$)/ },
  { like: /(?<=^|\n)[^\S\n]*(\p{Script=Han}{2,10})(?=[^\S\n]+\S)/gu, behind: /^[^\S\n]+\S/ },
]

/**
 * Labels with slips of the pen or with spaces between their characters: 检察单位：, 受 检 单 位：; and those alone on
 * their lines or before a space, where three labels are, of which some may be among the `others`.
 */
export function* findSlips(text: string, others: readonly Mark[]): Generator<Mark> {
  // The same slip comes again in every block of a long report.
  const known = new Map<string, LabelField | null>()
  const find = (name: string): LabelField | null => {
    const field = known.has(name) ? known.get(name)! : labels.has(name) ? null : findLabel(name)
    known.set(name, field)
    return field
  }
  for (const match of text.matchAll(head)) {
    const written = match[1] ?? match[2]!
    const name = written.replace(/\s+/g, '')
    if (labels.has(written)) continue
    const field = labels.get(name) ?? find(name)
    const to = match.index + match[0].length
    if (field)
      yield { field, name, from: match.index, to, number: readListNumber(match[0].split(written)[0]!) }
    else {
      // 铁东区局 受捡单位：红星加油站
      const last = /[^\S\n](\p{Script=Han}{3,14})$/u.exec(written)
      const lastField = last && find(last[1]!)
      if (lastField)
        yield { field: lastField, name: last![1]!, from: text.lastIndexOf(last![1]!, to), to, number: null }
    }
  }
  for (const { like, behind } of bare) {
    const found = [...text.matchAll(like)].flatMap(match => {
      const field = find(match[1]!)
      const from = match.index
      return field ? [{ field, name: match[1]!, from, to: from + match[0].length, number: null }] : []
    })
    if (found.length === 0) continue
    const same = others.filter(({ name, from }) =>
      behind.test(text.slice(text.indexOf(name, from) + name.length)),
    )
    if (found.length + same.length >= 3) yield* found
  }
}
