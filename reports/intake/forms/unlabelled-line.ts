import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import { statesFault } from '../fields/faults.ts'
import { saysNothing } from '../fields/nothing-found.ts'
import type { Gazetteer } from '../units/gazetteer.ts'
import type { Mark } from './label-marks.ts'
import { readUnitHead, type UnitHead, unframe } from './unit-heads.ts'

/** What a line says where no label tells it. */
export interface Line {
  /** Where it begins in the text. */
  from: number
  /** Where the free part of it ends: at its first label or at its end. */
  to: number
  kind:
    | 'marked'
    | 'unit'
    | 'enterprise'
    | 'place'
    | 'date'
    | 'list'
    | 'nothing'
    | 'fault'
    | 'status'
    | 'other'
  core: { text: string; from: number }
  head: UnitHead | null
  mark: Mark | null
}

/** Without a label: 位于抚民镇, 铁东区一马路88号. */
const address =
  /^(?=.*(?:[路街道巷村屯镇乡号院组区]|路口|公里处|交汇处|院内|园区)$)(?=.*[省市县区镇乡街路道村屯])/
const locating = /^(?:位于|坐落于|坐落在|地处)(?:为|在)?[:：]?/
const isShort = /^[^，,。；;：:！!？?]{2,50}$/
const onlyDate =
  /^(?:检查于)?(?:(?:\d{4}|\d{2})年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?(?:[上下]午|晚上?)?$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$|^(?:今日|今天|昨日|昨天)$/
const listStart = /^(?:[（(]?[1一][)）]?[、.)）：:]|[（(][1一][)）]|①|[-•·●■◆*▪]\s*\S|一是|第一[，,、]|首先)/
/** How the list above stands: 以上隐患均已整改, 已责令限期整改. */
const status =
  /^(?:(?:对|针对)?(?:以上|上述|所有|全部)(?:\d+[项处条]|[一二三四五六七八九十]+[项处条])?(?:企业|单位|问题|隐患|存在的?|发现的?|、|及|和|的|情况|均|都|已经?|现)*(?=.*[改销正除期令])|(?:均|全部|都)?(?:已(?:经|全部|现场|责令|要求|当场|下达|督促)*|现场|当场|立即|责令(?:企业|立即|限期|其)?|限期?(?=\d|[一二三四五六七八九十]|整改)|要求(?:企业|立即|限期|其)?)[^，,。；;]{0,30}(?:整改|改正|消除|销号)).{0,80}$/
/** It speaks of all enterprises above. */
export const ofAll = /^(?:对|针对)?(?:以上|上述|所有)/

/** 红星加油站检查情况如下 */
const titled =
  /(?:安全生产|安全|现场|监督|执法|专项|日常)*检查(?:情况|记录|结果|发现)?(?:如下|报告|汇报|日报)?$/
const dayWritten = /(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|今日|今天|昨日|昨天/
const dated = new RegExp(`^(?:${dayWritten.source})[，,]?`)

/** Looked at first, because to read a denial in full is dear: 未发现, 良好, 符合要求. */
const mayDeny = /[未无没不良好正合完规齐符达0零否/—-]/

function readLine(text: string, from: number, to: number, mark: Mark | null, gazetteer: Gazetteer): Line {
  const free = text.slice(from, to)
  const unframed = free.length > 160 ? { core: '', from: 0 } : unframe(free)
  const core = { text: unframed.core, from: from + unframed.from }
  const line = (kind: Line['kind'], head: UnitHead | null = null): Line => ({
    from,
    to,
    kind,
    core,
    head,
    mark,
  })
  const trimmed = free.trim()
  if (trimmed.length < 2) return line(mark && trimmed === '' ? 'marked' : 'other')
  const named = core.text.replace(titled, '').replace(dated, '')
  if (looksLikeEnterprise(named)) {
    const at = core.text.indexOf(named)
    return { ...line('enterprise'), core: { text: named, from: core.from + at } }
  }
  const head = readUnitHead(core.text, gazetteer)
  if (head) return line('unit', head)
  if (onlyDate.test(core.text)) return line('date')
  if (status.test(core.text)) return line('status')
  if (mayDeny.test(core.text) && saysNothing(core.text)) return line('nothing')
  if (listStart.test(trimmed)) return line('list')
  const placed = core.text.replace(locating, '')
  if ((placed !== core.text || address.test(placed)) && isShort.test(placed) && !statesFault(placed)) {
    const place = { text: placed, from: core.from + core.text.length - placed.length }
    return { ...line('place'), core: place }
  }
  // No fault is told in three characters; a long column of names stays cheap.
  return line(trimmed.length > 3 && statesFault(trimmed.slice(0, 200)) ? 'fault' : 'other')
}

/** 红星加油站：1.灭火器过期 2.通道堵塞; 宏达机械厂：未发现问题. */
const inlineHead = /^([^\n：:，,。；;]{3,60})[：:]\s*(?=\S)/

/** An enterprise and what was found there on one line; null where the colon says something else. */
function readInline(line: Line, text: string, isLabelled: boolean): Line[] | null {
  const free = text.slice(line.from, line.to)
  const head = inlineHead.exec(free)
  const name = head && unframe(head[1]!)
  if (!name || !looksLikeEnterprise(name.core)) return null
  const rest = free.slice(head[0].length)
  const kind = saysNothing(rest)
    ? 'nothing'
    : listStart.test(rest)
      ? 'list'
      : isLabelled && statesFault(rest)
        ? 'fault'
        : null
  if (kind === null) return null
  const at = line.from + head[0].length
  return [
    {
      ...line,
      kind: 'enterprise',
      to: at,
      core: { text: name.core, from: line.from + name.from },
      mark: null,
    },
    { ...line, kind, from: at, core: { text: rest.trimEnd(), from: at } },
  ]
}

const inlineKinds = new Set<Line['kind']>(['unit', 'enterprise', 'place', 'date'])

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

/** 铁东区应急局，5月18日，红星加油站: parts that each say one thing; null where one of them says more. */
function readParts(line: Line, text: string, gazetteer: Gazetteer): Line[] | null {
  if (line.kind !== 'other' || line.core.text.length > 100) return null
  const parts: Line[] = []
  for (const part of text
    .slice(line.core.from, line.core.from + line.core.text.length)
    .matchAll(/[^，,；;|\s]+/g)) {
    const from = line.core.from + part.index
    parts.push(readLine(text, from, from + part[0].length, null, gazetteer))
  }
  if (parts.length < 2 || parts.length > 4 || !parts.every(({ kind }) => inlineKinds.has(kind))) return null
  parts[0]!.from = line.from
  parts.at(-1)!.mark = line.mark
  return parts
}

/** The lines that have something in them, cut at their first label. */
export function readLines(text: string, marks: readonly Mark[], gazetteer: Gazetteer): Line[] {
  const lines: Line[] = []
  let next = 0
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    while (next < marks.length && marks[next]!.from < from) next++
    const mark = marks[next] && marks[next]!.from < end ? marks[next]! : null
    if (text.slice(from, end).trim() !== '') {
      const line = readLine(text, from, mark?.from ?? end, mark, gazetteer)
      lines.push(
        ...(readInline(line, text, marks.length > 0) ??
          readDated(line, text) ??
          readParts(line, text, gazetteer) ?? [line]),
      )
    }
    from = end + 1
  }
  return lines
}
