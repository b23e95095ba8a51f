import type { Gazetteer } from '../units/gazetteer.ts'
import type { LabelField } from './labels.ts'
import { ofAll } from './line-kinds.ts'
import { readLines } from './line-parts.ts'
import type { Mark } from './marks.ts'
import { readUnitHead } from './unit-heads.ts'
import type { Line } from './unlabelled-line.ts'
import { isOneLine, isToldInBlock } from './value-ends.ts'

const fieldOf: Partial<Record<Line['kind'], LabelField>> = {
  unit: 'inspectingUnit',
  enterprise: 'enterprise',
  place: 'place',
  date: 'date',
  industry: 'industry',
  manner: 'manner',
  inspectors: 'inspectors',
  list: 'hazards',
  nothing: 'hazards',
  fault: 'hazards',
  status: 'rectification',
}

/** A mark without a label. The value before it ends at `from`, where its line begins. */
const imply = (field: LabelField, from: number, to: number, end?: number): Mark => ({
  field,
  name: '',
  from,
  to,
  ...(end === undefined ? {} : { end }),
})
/** What a line says, without what frames it. */
const implyLine = (field: LabelField, { from, core }: Line): Mark =>
  imply(field, from, core.from, core.from + core.text.length)

/** Which mark is the last before a position, -1 where none is; marks are in the order of the text. */
function lastBefore(marks: readonly Mark[], position: number): number {
  let low = 0
  for (let high = marks.length; low < high; ) {
    const middle = (low + high) >> 1
    if (marks[middle]!.from < position) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Whether a line is the value of the label above it: nothing stands behind that, or it is broken over two lines. */
function isValueBelow(text: string, line: Line, previous: Line | undefined, marks: readonly Mark[]): boolean {
  const above = marks[lastBefore(marks, line.from)]
  if (!above || !previous || above.to <= previous.from) return false
  const isHead = line.kind === 'unit' || line.kind === 'enterprise'
  // 铁东区检查情况： is a title, and what follows it no hazard.
  if (isHead && ['hazards', 'rectification'].includes(above.field)) return false
  const named = isHead || line.kind === 'place'
  return text.slice(above.to, line.from).trim() === '' || (named && above.field === fieldOf[line.kind])
}

/** 张三、李四 in a line of its own. */
const severalNames = /^[\p{Script=Han}·]{2,4}(?:[、 /][\p{Script=Han}·]{2,4}){1,9}$/u

/** Whether what comes next belongs to the enterprise named on a line: its labels, its people, its place, or its list. */
function leadsOn(lines: readonly Line[], index: number, isLabelled: boolean): boolean {
  const { mark } = lines[index]!
  if (mark) return mark.field !== 'enterprise'
  const below = lines[index + 1]
  const next = below?.kind === 'other' && severalNames.test(below.core.text) ? lines[index + 2] : below
  if (!next) return false
  if (next.kind === 'marked') return next.mark!.field !== 'enterprise'
  if (next.kind === 'fault') return isLabelled
  return ['place', 'date', 'list', 'nothing'].includes(next.kind)
}

const tellsFinding = new Set<Line['kind']>(['list', 'nothing', 'fault', 'status'])

/** Whether the parts of a line, 铁东区应急局 红星加油站 一马路, head an inspection: labels or findings follow. */
function groupLeads(lines: readonly Line[], index: number, isLabelled: boolean): boolean {
  const { group } = lines[index]!
  if (group === undefined) return false
  let last = index
  while (lines[last + 1]?.group === group) last++
  let first = index
  while (lines[first - 1]?.group === group) first--
  const tells = lines.slice(first, last + 1).some(({ kind }) => tellsFinding.has(kind))
  return tells || leadsOn(lines, last, isLabelled)
}

/** 未发现隐患, 1.灯不亮, 均已整改 on a line below 检查人员：张三, where no label tells it. */
function isLooseFinding(
  line: Line,
  field: LabelField,
  text: string,
  marks: readonly Mark[],
  implied: Mark | undefined,
): boolean {
  if (!tellsFinding.has(line.kind)) return false
  const last = lastBefore(marks, line.from)
  const label = marks[last]
  if (!label || isToldInBlock(marks, last, field)) return false
  const above = implied && implied.from > label.from ? implied : label
  if (field === 'hazards') return isOneLine(above.field)
  return (
    (isOneLine(above.field) || above.field === 'hazards') &&
    !/^\s*[\d（(①-⑳•·●■◆*▪-]/.test(text.slice(line.from, line.to))
  )
}

/** Whether a line names a unit or an enterprise, with a label or without: a date above it is its own. */
const opensWith = (line: Line | undefined): boolean =>
  line !== undefined &&
  (line.kind === 'unit' ||
    line.kind === 'enterprise' ||
    (line.kind === 'marked' && ['enterprise', 'inspectingUnit'].includes(line.mark!.field)))

/** The unit and the date of a head, in the order in which they stand. */
function implyUnit(line: Line): Mark[] {
  const { unit, date } = line.head!
  const { text, from } = line.core
  const unitAt = from + text.indexOf(unit)
  const named = (at: number) => imply('inspectingUnit', at, unitAt, unitAt + unit.length)
  if (date === null) return [named(line.from)]
  const dateAt = from + text.indexOf(date)
  const dated = (at: number) => imply('date', at, dateAt, dateAt + date.length)
  return dateAt < unitAt ? [dated(line.from), named(unitAt)] : [named(line.from), dated(dateAt)]
}

const lastSentence = /[。；;！!]\s*([^。；;！!\n]{3,30})[。\s]*$/

/** …已整改。铁东区应急局报: the unit that signs on the last line. */
function findSignature(text: string, gazetteer: Gazetteer): Mark[] {
  const from = Math.max(0, text.length - 60)
  const last = lastSentence.exec(text.slice(from))
  const head = last && readUnitHead(last[1]!, gazetteer)
  if (!head) return []
  const at = from + last.index + last[0].indexOf(last[1]!)
  return [
    imply(
      'reportingUnit',
      at,
      at + last[1]!.indexOf(head.unit),
      at + last[1]!.indexOf(head.unit) + head.unit.length,
    ),
  ]
}

/** Without the heads of which a label below says the same: 铁东区检查情况 over 检查单位：铁东区应急局. */
function withoutDoubles(marks: Mark[]): Mark[] {
  return marks.filter((mark, index) => {
    if (mark.name !== '' || (mark.field !== 'inspectingUnit' && mark.field !== 'enterprise')) return true
    for (let at = index + 1; at < marks.length; at++) {
      const later = marks[at]!
      if (later.field === mark.field) return later.name === ''
      if (mark.field === 'enterprise' && ['hazards', 'rectification'].includes(later.field)) return true
    }
    return true
  })
}

/**
 * Marks for what stands in lines of its own without a label: a unit (一、铁东区：) over labelled values, an enterprise
 * (1.红星加油站) over its labels or its list, below it place, date, list and rectification, and the unit that signs. In the
 * order of the text.
 */
export function findUnlabelled(text: string, marks: readonly Mark[], gazetteer: Gazetteer): Mark[] {
  const lines = readLines(text, marks, gazetteer)
  const lastHead = lines.findLastIndex(({ mark, kind }) => mark !== null || kind === 'enterprise')
  const implied: Mark[] = []
  /** Fields told since the enterprise's own line; null outside such a block. */
  let told: Set<LabelField> | null = null
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1]
    const next = lines[index + 1]
    if (isValueBelow(text, line, previous, marks)) {
      if (line.mark) told = null
      continue
    }
    const signs = index > lastHead && marks.length > 0
    const isNames = told !== null && line.kind === 'other' && severalNames.test(line.core.text)
    const field = isNames ? 'inspectors' : fieldOf[line.kind]
    if (groupLeads(lines, index, marks.length > 0)) {
      implied.push(...(line.kind === 'unit' ? implyUnit(line) : [implyLine(field!, line)]))
      if (line.from === line.group || !told) told = new Set()
      told.add(field!)
    } else if (line.group !== undefined) {
      // 红星加油站 一马路 alone reports nothing.
    } else if (line.kind === 'unit' && index <= lastHead) {
      implied.push(...implyUnit(line))
      told = null
    } else if (line.kind === 'unit' && signs) {
      implied.push(implyLine('reportingUnit', line))
      told = null
    } else if (line.kind === 'date' && signs && previous?.kind === 'unit') {
      implied.push(implyLine('aside', line))
    } else if (line.kind === 'date' && !told && opensWith(next)) {
      implied.push(implyLine('date', line))
    } else if (line.kind === 'enterprise' && leadsOn(lines, index, marks.length > 0)) {
      implied.push(implyLine('enterprise', line))
      told = new Set()
    } else if (line.kind === 'status' && ofAll.test(line.core.text) && (marks.length > 0 || told)) {
      implied.push(implyLine('rectification', line))
    } else if (field && isLooseFinding(line, field, text, marks, implied.at(-1))) {
      implied.push(field === 'hazards' ? imply(field, line.from, line.from) : implyLine(field, line))
    } else if (told && field && !told.has(field) && (field !== 'rectification' || told.has('hazards'))) {
      // A list goes on until the next mark.
      implied.push(field === 'hazards' ? imply(field, line.from, line.from) : implyLine(field, line))
      told.add(field)
    }
    if (line.mark) told = null
  }
  if (marks.length > 0) implied.push(...findSignature(text, gazetteer))
  return withoutDoubles([...marks, ...implied].sort((a, b) => a.from - b.from)).filter(
    ({ name }) => name === '',
  )
}
