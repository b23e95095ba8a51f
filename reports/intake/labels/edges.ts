import { statesFault } from '../fields/faults.ts'
import { readNumeral } from '../text/numerals.ts'
import type { LabelField } from './labels.ts'
import { confirmValue, ordered } from './weak-labels.ts'

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
  /** No separator stands behind it: 受检单位红星加油站. */
  bare?: true
  /** Nor does its value show that it is a label: it is one only where so many columns are told, and others are bare, too. */
  weak?: 3 | 4
}

const chinese = '[一二三四五六七八九十]'
const space = '[^\\S\\n]*'

/** Numbering, a bullet or an emoji before a label, after the start of a line or a separator. */
const leftEdge =
  /(^|\n|[\s；;。，,、|：:】)）」])[^\S\n]*((?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[、.]?|[①-⑳]|[-—•·●■◆*+]|第[一二三四五六七八九十\d]{1,2}家?[:：、]?) ?){0,2}[【[「『〖]?[^\S\n]*$/u
const opening = /[【[「『〖][^\S\n]*$/
/** A character after which a label may begin: looked at first where the sentence goes on behind its name. */
const mayPrecede = /[\s；;。，,、|：:】)）」.\]」』①-⑳—•·●■◆*+-]/
/** A character that goes on with the sentence: words like 隐患 are everywhere. */
const runsOn = /[\p{L}\p{N}，,。；;、]/u
/** What goes on about the label itself: 检查单位要填全称. */
const aboutLabel = /^[^\S\n]*(?:[要须需应请必填写没不未有可能怎如什的那这等及或吗呢，,。；;、？?]|一栏)/

/** 问题（共3项）如下, 隐患2项: what belongs to the label and not to the list. */
const tally = `((?:(?:应为|应是|一?共有?|合计|[为是有计])?${space}(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})${space}[项条个处]|清单|如下)(?=${space}(?:[:：]|\\n)))`
/** The number in a series: 问题1：, 问题1、 but not 问题 1、灯不亮 2、…, which is a list. */
const series = `(?<![^\\S\\n])\\d{1,2}(?=、|[.](?!\\d))|(?:\\d{1,2}|${chinese}{1,2})(?=[:：])`
/** What leads to the value. */
const separators = `[:：]|[、.](?<=\\d[、.])|[-—–=~→⇒➔|]+>?|[是为系][:：]?(?![否什谁哪怎不指要])`
/** A remark, a tally, the number in a series, a closing bracket, and what leads to the value. */
const rightEdge = new RegExp(
  `^${space}(?:[（(][^（()）\\n]{0,12}[)）])?${space}(?:${tally})?${space}(${series})?([】\\]」』〗])?${space}(${separators})?`,
)

const listNumber = new RegExp(
  `(?:(?<!\\d|\\d[.])(\\d{1,2}) ?[、.)）:：]|(${chinese}{1,3})[、.)）是]|([①-⑳])[、.]?)${space}[【[「『〖]?${space}$`,
)
/** How much is looked at to either side of a label. */
const longestDecoration = 14
const longestRight = 60

/** Words of every sentence: labels only before a colon or in brackets, the first of them only where a line or a part of it begins. */
const onlyAtStart = /^(?:查|检查|哪家|在哪|哪里|哪天)$/
const onlyMarked = /^(?:受检|被检|被查|组长|组员|成员|处罚)$/
/** 张三、李四检查红星加油站，发现隐患2项：…: a sentence, no label. */
const narrates = /^(?:发现|存在|查出|检出|检查|排查|现场|查找)/
/** What people number beside its label: 问题1：…, 问题2：…. */
const listed = new Set<LabelField>(['hazards', 'rectification'])
/** What stands in brackets behind a title or a name: （检查人员：张三、李四）. How a hazard stands is said in brackets behind it. */
const bracketed = new Set<LabelField>([
  'inspectors',
  'place',
  'date',
  'manner',
  'level',
  'industry',
  'inspectingUnit',
])
/** They end a title as well as they open a list: 铁东区检查情况：. */
const endsTitle = /^(?:现场)?(?:检查|抽查|督查|执法|排查)(?:情况|结果|结论)$/

/** The number of a label in a list, from what stands before it: 3、. */
export function readListNumber(before: string): number | null {
  const [, digits, words, circle] = listNumber.exec(before) ?? []
  if (circle) return circle.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return readNumeral(digits ?? words ?? '')
}

/** What may stand before a label on its line and says nothing: 今日检查情况：, 本次检查发现问题：. */
const idle =
  /^[^\S\n]*(?:今日|今天|本日|当日|昨日|本次|此次|这次|现场|目前|现|具体|其中|主要|我局|我县|我区|我市|该企业|该单位|企业|共|经检查|经查|的|，|,)+$/

/** How long the idle words are that alone stand before a position on its line: 今日 before 检查情况; 0 where there is more. */
export function measureIdle(text: string, position: number): number {
  const window = text.slice(Math.max(0, position - longestDecoration), position)
  const line = window.slice(window.lastIndexOf('\n') + 1)
  const starts = line.length < window.length || position <= longestDecoration
  return starts && idle.test(line) ? line.length : 0
}

interface BareLabel {
  field: LabelField
  name: string
  /** What stands behind it, and how much of that belongs to it. */
  after: string
  length: number
  startsLine: boolean
  /** Nothing but a separator or a number stands before it. */
  isFree: boolean
  found(to: number): Mark
}

/** Reads a label at a place where its name stands; null where the name is only part of a sentence. */
export function readMark(text: string, name: string, at: number, field: LabelField): Mark | null {
  const after = text.slice(at + name.length, at + name.length + longestRight)
  const [whole, counted, inSeries, closed, separator] = rightEdge.exec(after)!
  const goesOn = separator === undefined && closed === undefined && runsOn.test(after.charAt(0))
  if (goesOn && at > 0 && !mayPrecede.test(text[at - 1]!)) return null
  const isMarked = closed !== undefined || /^[:：]/.test(separator ?? '')
  if (!isMarked && (onlyAtStart.test(name) || onlyMarked.test(name))) return null

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

  if (onlyAtStart.test(name) && !startsLine && !/[\s；;|]$/.test(before)) return null
  if (bracket) return found(whole.length)
  if (counted !== undefined && !startsLine && narrates.test(name)) return null
  if (separator === undefined)
    return readBare({ field, name, after, length: whole.length, startsLine, isFree: edge !== null, found })
  if (inSeries !== undefined) {
    if (!edge || !(startsLine || listed.has(field))) return null
    // 整改情况：问题1已整改，问题2：限期…: said of them, it is no list of them.
    if (field === 'hazards' && ordered.test(after.slice(whole.length))) return null
    if (/[:：]/.test(separator)) return found(whole.length - (closed ?? '').length)
    if (!startsLine) return null
    return found(text.includes(`${name}${Number(inSeries) + 1}`) ? whole.length - (closed ?? '').length : 0)
  }
  if (/^[:：]/.test(separator)) {
    const inBrackets = /[（(]$/.test(before)
    if (inBrackets && bracketed.has(field)) return { ...found(whole.length), from: at - 1 }
    if (edge) return found(whole.length)
    // A short word before a colon is a label only where something ends before it; 【（整改情况：已整改）】 is a remark.
    if (name.length < 4 || inBrackets) return null
    return endsTitle.test(name) && measureIdle(text, at) === 0 ? null : found(whole.length)
  }
  if (!edge) return null
  const isWord = /[是为系]/.test(separator)
  const enough = name.length >= (startsLine && !isWord ? 2 : 4)
  return enough || confirmValue(field, after.slice(whole.length - (isWord ? 1 : 0))) !== null
    ? found(whole.length)
    : null
}

/** A label behind which nothing leads to the value: alone on its line, set in columns, or followed by its value. */
function readBare({ field, name, after, length, startsLine, isFree, found }: BareLabel): Mark | null {
  if (startsLine && /^[^\S\n]*(?:\n|$)/.test(after.slice(length))) return found(length)
  const bare = { ...found(0), bare: true as const }
  // In columns set with spaces even a short label stands free: 依据  《…》.
  if (startsLine && (name.length >= 4 ? /^[^\S\n]+\S/ : /^(?:[^\S\n]{2,}|\t)\S/).test(after)) return bare
  if (!isFree) return null
  const lead = confirmValue(field, after)
  if (lead !== null) return { ...bare, to: bare.to + lead }
  if (aboutLabel.test(after)) return null
  if (field === 'hazards' && !startsLine && statesFault(after.split(/[，,。；;\n]/, 1)[0]!))
    return { ...bare, weak: 4 }
  if (name.length < 4) return startsLine && /^ \S/.test(after) ? { ...bare, weak: 4 } : null
  return startsLine || /^\s/.test(after) ? { ...bare, weak: 3 } : null
}
