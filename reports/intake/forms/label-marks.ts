import { readNumeral } from '../text/numerals.ts'
import { findLabel } from './find-label.ts'
import { type LabelField, labels } from './labels.ts'

/** Where a label stands: from its decoration to the beginning of its value. */
export interface Mark {
  field: LabelField
  /** As written; empty where the value itself tells what it is. */
  name: string
  from: number
  to: number
  /** Where the value ends at the latest; otherwise at the next mark. */
  end?: number
  /** Its number in a list: 3、检查地点. */
  number?: number | null
  /** No separator stands behind it (受检单位红星加油站): a label only where others are written so, too. */
  weak?: boolean
}

// Longest first, so that 检查单位 is not taken for 检查单位名称.
const anyLabel = new RegExp([...labels.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** Numbering, a bullet or an emoji before a label, after the start of a line or a separator. */
const leftEdge =
  /(^|\n|[\s；;。，,、|：:】)）」])[^\S\n]*((?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[、.]?|[①-⑳]|[-—•·●■◆*+]|第[一二三四五六七八九十\d]{1,2}家?[:：、]?) ?){0,2}[【[「『〖]?[^\S\n]*$/u
const opening = /[【[「『〖][^\S\n]*$/
/** A remark, the number in a series (问题1), a closing bracket, and what leads to the value. */
const rightEdge =
  /^[^\S\n]*(?:[（(][^（()）\n]{0,12}[)）])?[^\S\n]*(\d{1,2}(?=[:：、]|[.](?!\d))|[一二三四五六七八九十]{1,2}(?=[:：]))?([】\]」』〗])?[^\S\n]*([:：]|[、.](?<=[\d二三四五六七八九十][、.])|(?:[-—–=~→⇒➔|]+>?)|(?:是|为|系)[:：]?(?![否什谁哪怎不指要]))?/
const chinese = '[一二三四五六七八九十]'
const listNumber = new RegExp(
  `(?:(?<!\\d|\\d[.])(\\d{1,2}) ?[、.)）:：]|(${chinese}{1,3})[、.)）是]|([①-⑳])[、.]?)[^\\S\\n]*[【[「『〖]?[^\\S\\n]*$`,
)
const longestDecoration = 14
const longestRight = 24
/** What people number beside its label: 问题1：…, 问题2：…. */
const listed = new Set<LabelField>(['hazards', 'rectification'])
/** A character that goes on with the sentence: looked at first, because words like 隐患 are everywhere. */
const runsOn = /[\p{L}\p{N}，,。；;、]/u
/** What goes on about the label itself: 检查单位要填全称. */
const aboutLabel = /^[^\S\n]*(?:[要须需应请必填写没不未有可能怎如什的那这等及或吗呢，,。；;、？?]|一栏)/

function readListNumber(before: string): number | null {
  const [, digits, words, circle] = listNumber.exec(before) ?? []
  if (circle) return circle.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return readNumeral(digits ?? words ?? '')
}

/** Reads a label at a place where its name stands; null where the name is only part of a sentence. */
function readMark(text: string, name: string, at: number, field: LabelField): Mark | null {
  const after = text.slice(at + name.length, at + name.length + longestRight)
  const [whole, series, closed, separator] = rightEdge.exec(after)!
  const length = series === undefined ? whole.length : whole.length - (closed ?? '').length
  const goesOn = separator === undefined && closed === undefined && runsOn.test(after.charAt(0))
  if (goesOn && (name.length < 4 || aboutLabel.test(after))) return null

  const window = text.slice(Math.max(0, at - longestDecoration), at)
  const before = window.slice(window.lastIndexOf('\n') + 1)
  const showsLineStart = before.length < window.length || at <= longestDecoration
  const edge = leftEdge.exec(showsLineStart ? before : `\u0001${before}`)
  const startsLine = showsLineStart && edge?.index === 0 && edge[1] === ''
  const bracket = closed === undefined ? null : opening.exec(before)
  const found = (to: number): Mark => ({
    field,
    name,
    from: edge ? at - edge[0].length + edge[1]!.length : at - (bracket?.[0].length ?? 0),
    to: at + name.length + to,
    number: readListNumber(before),
  })

  if (bracket) return found(whole.length)
  if (series !== undefined) return edge && separator && listed.has(field) ? found(length) : null
  if (separator === undefined) {
    if (startsLine && /^[^\S\n]*(?:\n|$)/.test(after)) return found(0)
    // In columns set with spaces even a short label stands free: 依据  《…》.
    if (startsLine && (name.length >= 4 ? /^[^\S\n]+\S/ : /^(?:[^\S\n]{2,}|\t)\S/).test(after))
      return found(0)
    const free = startsLine || (edge !== null && /^\s/.test(after))
    return free && name.length >= 4 && !aboutLabel.test(after) ? { ...found(0), weak: true } : null
  }
  if (/[:：]/.test(separator) && !/[是为系]/.test(separator)) {
    // A short word before a colon is a label only where something ends before it; 【（整改情况：已整改）】 is a remark.
    return edge || (name.length >= 4 && !/[（(]$/.test(before)) ? found(whole.length) : null
  }
  const word = /[是为系]/.test(separator)
  return edge && name.length >= (word ? 4 : startsLine ? 2 : 4) ? found(whole.length) : null
}

/** A head before a colon or in 【】, with what numbers it; its name may have spaces in it. */
const head = new RegExp(
  '【([^【】\\n：:]{3,16})】[:：]?|' +
    '(?<=^|[\\s；;。，,|：:】)）」])(?:(?:[（(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[、.]?|[①-⑳]|[-—•·●■◆*+]) ?){0,2}' +
    '(\\p{Script=Han}(?:[^\\S\\n]*\\p{Script=Han}){1,13})[^\\S\\n]*(?:[（(][^（()）\\n]{0,12}[)）])?[^\\S\\n]*[:：]',
  'gu',
)

/** Labels with a slip of the pen or with spaces between their characters: 检察单位：, 受 检 单 位：. */
function* findSlips(text: string): Generator<Mark> {
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
}

/** What may stand before a label on its line and says nothing: 今日检查情况：, 本次检查发现问题：. */
const idle =
  /^[^\S\n]*(?:今日|今天|本日|当日|昨日|本次|此次|这次|现场|目前|现|具体|其中|主要|我局|我县|我区|我市|该企业|该单位|企业|共|经检查|经查|的|，|,)+$/

/** From the beginning of the line, where only idle words stand between. */
function withIdleWords(text: string, mark: Mark): Mark {
  const window = text.slice(Math.max(0, mark.from - longestDecoration), mark.from)
  const line = window.slice(window.lastIndexOf('\n') + 1)
  const starts = line.length < window.length || mark.from <= longestDecoration
  return starts && idle.test(line) ? { ...mark, from: mark.from - line.length } : mark
}

/** Words that may open a hazard as well as a column: 重大隐患：瓦斯超限, 人员：无证上岗. */
const opensItem = ({ field, name }: Mark): boolean =>
  ['deadline', 'industry', 'teams', 'personTimes', 'aside'].includes(field) ||
  /^(?:重大|一般|安全|较大).*隐患$/.test(name) ||
  (name.length === 2 && ['hazards', 'place', 'inspectors', 'date'].includes(field))

/** Whether it is an item in the list under the label before it, rather than the next label of a numbered form. */
const isItem = (mark: Mark, previous: Mark | undefined): boolean =>
  (previous?.field === 'hazards' || previous?.field === 'rectification') &&
  typeof mark.number === 'number' &&
  opensItem(mark) &&
  (typeof previous.number !== 'number' || mark.number !== previous.number + 1)

/** Two columns without separators and a third make a form; fewer are a sentence that speaks of them. */
const isForm = (marks: Mark[]): boolean =>
  new Set(marks.filter(({ weak }) => weak).map(({ field }) => field)).size >= 2 &&
  new Set(marks.map(({ field }) => field)).size >= 3

/** All labels of a text, wherever they stand: a line each, several a line, value below, 【】. */
export function findMarks(text: string): Mark[] {
  const exact: Mark[] = []
  for (const match of text.matchAll(anyLabel)) {
    const mark = readMark(text, match[0], match.index, labels.get(match[0])!)
    if (mark) exact.push(mark)
  }
  const taken = new Set(exact.map(({ to }) => to))
  const all = [...exact, ...[...findSlips(text)].filter(({ to }) => !taken.has(to))].sort(
    (a, b) => a.from - b.from,
  )
  const form = isForm(all)
  const marks: Mark[] = []
  for (const mark of all) {
    const previous = marks.at(-1)
    if (mark.weak && !form) continue
    if (previous && mark.from < previous.to) continue
    if (!isItem(mark, previous)) marks.push(mark)
  }
  return marks.map(mark => withIdleWords(text, mark))
}
