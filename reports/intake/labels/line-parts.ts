import { readCircumstances } from '../fields/circumstances.ts'
import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import { statesFault } from '../fields/faults.ts'
import { saysNothing } from '../fields/nothing-found.ts'
import { readPeople } from '../prose/people.ts'
import type { Gazetteer } from '../units/gazetteer.ts'
import { isDay, startsList } from './line-kinds.ts'
import type { Mark } from './marks.ts'
import { unframe } from './unit-heads.ts'
import { dayWritten, type Line, readLine, withoutTitle } from './unlabelled-line.ts'

/** 红星加油站：1.灭火器过期 2.通道堵塞; 宏达机械厂：未发现问题. */
const inlineHead = /^([^\n：:，,。；;]{3,60})[：:]\s*(?=\S)/

/** An enterprise and what was found there on one line; null where the colon says something else. */
function readInline(line: Line, text: string, isLabelled: boolean): Line[] | null {
  const free = text.slice(line.from, line.to)
  const head = inlineHead.exec(free)
  const framed = head && unframe(head[1]!)
  const name = framed && withoutTitle(framed.core)
  if (!name || !looksLikeEnterprise(name)) return null
  const rest = free.slice(head[0].length)
  const kind = saysNothing(rest)
    ? 'nothing'
    : startsList(rest)
      ? 'list'
      : isLabelled && statesFault(rest)
        ? 'fault'
        : null
  if (kind === null) return null
  const at = line.from + head[0].length
  return [
    { ...line, kind: 'enterprise', to: at, core: { text: name, from: line.from + framed.from }, mark: null },
    { ...line, kind, from: at, core: { text: rest.trimEnd(), from: at } },
  ]
}

/** 昨日红星加油站检查情况: the day, then the name. */
function readDated(line: Line, text: string): Line[] | null {
  if (line.kind !== 'enterprise') return null
  const before = text.slice(line.from, line.core.from)
  const day = dayWritten.exec(before)
  if (!day) return null
  const date: Line = {
    ...line,
    kind: 'date',
    mark: null,
    core: { text: day[0], from: line.from + day.index },
  }
  return [date, { ...line, from: line.core.from }]
}

/** 铁东区应急局关于红旗煤矿的检查情况: who, then where. */
function readAbout(line: Line, text: string, gazetteer: Gazetteer): Line[] | null {
  const about = line.kind === 'other' ? line.core.text.indexOf('关于') : -1
  if (about < 0 || line.core.text.length > 100) return null
  const name = withoutTitle(line.core.text.slice(about + 2))
  if (!looksLikeEnterprise(name)) return null
  const at = line.core.from + about + 2
  const named: Line = { ...line, kind: 'enterprise', from: at, core: { text: name, from: at } }
  if (about === 0) return [named]
  const unit = readLine(text, line.from, at - 2, null, gazetteer)
  return unit.kind === 'unit' || unit.kind === 'date' ? [unit, named] : null
}

/** Kinds that name something; what a part of a line says of hazards may be broken over the next. */
const names = new Set<Line['kind']>([
  'unit',
  'enterprise',
  'place',
  'date',
  'industry',
  'manner',
  'inspectors',
])
const findings = new Set<Line['kind']>(['list', 'nothing', 'fault'])
const mostParts = 12
const longestParts = 200
/** More lines of parts than this are no message of a person; to read them is dear. */
const mostHeads = 100
const people = /^[\p{Script=Han}·、]{2,30}$/u
const bareOffice = /[局厅委办队科股处]$|管委会$/

const longestManner = 10
/** 县级督查, 四不两直, and nothing else. */
const tellsManner = (words: string): boolean => {
  const { level, manners } = readCircumstances([words])
  return level !== null || manners.length > 0
}

/** A part says less on its own than a line: 5-18, 张三. */
function readBrief(part: Line): Line {
  if (part.kind !== 'other') return part
  const { text: words } = part.core
  if (isDay(words, { brief: true })) return { ...part, kind: 'date' }
  if (words.length <= longestManner && tellsManner(words)) return { ...part, kind: 'manner' }
  const named = words.replace(/[（(][^（()）]*[)）]/g, '')
  const isNamed = people.test(named) && readPeople(named).inspectors === named
  return isNamed ? { ...part, kind: 'inspectors' } : part
}

/** 铁东区应急局 红星加油站 铁东经济开发区: of two units the one without an office is the place. */
function withPlace(parts: Line[]): Line[] {
  const units = parts.filter(({ kind }) => kind === 'unit')
  if (units.length !== 2) return parts
  const place = units.find(({ head }) => head!.date === null && !bareOffice.test(head!.unit))
  return place ? parts.map(part => (part === place ? { ...part, kind: 'place', head: null } : part)) : parts
}

/** What was found, told in several parts, is one list; so are people. */
function joinLists(parts: Line[], text: string): Line[] {
  const joined: Line[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const goesOn =
      last !== undefined &&
      (findings.has(last.kind)
        ? part.kind === 'other' || findings.has(part.kind)
        : last.kind === 'inspectors' && part.kind === 'inspectors')
    if (!goesOn) joined.push(part)
    else {
      const core = { text: text.slice(last.core.from, part.to), from: last.core.from }
      joined[joined.length - 1] = { ...last, to: part.to, core }
    }
  }
  return joined
}

/** What a line of several parts may look like as a whole. */
const mixed = new Set<Line['kind']>(['other', 'place', 'fault', 'nothing', 'list'])

/** 铁东区应急局，5月18日，红星加油站: parts that each say one thing; null where one of them says more. */
function readParts(line: Line, text: string, gazetteer: Gazetteer): Line[] | null {
  if (!mixed.has(line.kind) || line.core.text.length > longestParts) return null
  const { from, text: core } = line.core
  const pieces = [...core.matchAll(/[^，,；;|\s：:【】]+/g)]
  if (pieces.length < 2 || pieces.length > mostParts) return null
  const read = pieces.map(({ 0: piece, index }) =>
    readLine(text, from + index, from + index + piece.length, null, gazetteer),
  )
  const enterprises = read.filter(({ kind }) => kind === 'enterprise').length
  if (enterprises > 1 || (enterprises === 0 && !read.some(({ kind }) => kind === 'unit'))) return null
  const parts = withPlace(joinLists(read.map(readBrief), text))
  const isGroup = enterprises === 1
  const says = ({ kind }: Line) => names.has(kind) || (isGroup && (findings.has(kind) || kind === 'status'))
  if (parts.length < 2 || !parts.every(says) || !(isGroup || line.kind === 'other')) return null
  // 1.红星加油站 灯不亮 may stand in a list of hazards.
  if (line.kind === 'list' && !(line.mark && parts.every(({ kind }) => names.has(kind)))) return null
  return parts.map((part, index) => ({
    ...part,
    ...(index === 0 ? { from: line.from } : {}),
    ...(index === parts.length - 1 ? { mark: line.mark } : {}),
    ...(isGroup ? { group: line.from } : {}),
  }))
}

/** The lines that have something in them, cut at their first label. */
export function readLines(text: string, marks: readonly Mark[], gazetteer: Gazetteer): Line[] {
  const lines: Line[] = []
  let next = 0
  let heads = 0
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    while (next < marks.length && marks[next]!.from < from) next++
    const mark = marks[next] && marks[next]!.from < end ? marks[next]! : null
    if (text.slice(from, end).trim() !== '') {
      const line = readLine(text, from, mark?.from ?? end, mark, gazetteer)
      const parts =
        readInline(line, text, marks.length > 0) ??
        readDated(line, text) ??
        readAbout(line, text, gazetteer) ??
        (heads < mostHeads ? readParts(line, text, gazetteer) : null)
      if (parts?.[0]?.group !== undefined) heads++
      lines.push(...(parts ?? [line]))
    }
    from = end + 1
  }
  return lines
}
