import { looksLikeEnterprise } from '../fields/enterprise-names.ts'
import { statesFault } from '../fields/faults.ts'
import type { Gazetteer } from '../units/gazetteer.ts'
import { deniesFaults, isDay, isIndustry, readPlace, saysStatus, startsList } from './line-kinds.ts'
import type { Mark } from './marks.ts'
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
    | 'industry'
    | 'manner'
    | 'inspectors'
    | 'list'
    | 'nothing'
    | 'fault'
    | 'status'
    | 'other'
  core: { text: string; from: number }
  head: UnitHead | null
  mark: Mark | null
  /** Of the parts of one line that together name an enterprise: where the line begins. */
  group?: number
}

/** 红星加油站检查情况如下 */
const titled =
  /的?(?:安全生产|安全|现场|监督|执法|专项|日常|隐患)*(?:检查|抽查|督查|排查|执法检查)的?(?:情况|记录|结果|发现)*的?(?:如下|报告|汇报|通报|日报)?$/
/** A name without what makes a title of it: 红星加油站检查情况如下. */
export const withoutTitle = (text: string): string => text.replace(titled, '')
/** A day in a title. */
export const dayWritten = /(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|今日|今天|昨日|昨天/
const dated = new RegExp(`^(?:${dayWritten.source})[，,]?`)

/** Reads one line, or a part of one, up to its first label. */
export function readLine(
  text: string,
  from: number,
  to: number,
  mark: Mark | null,
  gazetteer: Gazetteer,
): Line {
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
  if (isIndustry(core.text)) return line('industry')
  const named = withoutTitle(core.text).replace(dated, '')
  if (looksLikeEnterprise(named)) {
    const at = core.text.indexOf(named)
    return { ...line('enterprise'), core: { text: named, from: core.from + at } }
  }
  const head = readUnitHead(core.text, gazetteer)
  if (head) return line('unit', head)
  if (isDay(core.text)) return line('date')
  if (saysStatus(core.text)) return line('status')
  if (deniesFaults(core.text)) return line('nothing')
  if (startsList(trimmed)) return line('list')
  const placed = readPlace(core.text)
  if (placed !== null) {
    const place = { text: placed, from: core.from + core.text.length - placed.length }
    return { ...line('place'), core: place }
  }
  // No fault is told in three characters; a long column of names stays cheap.
  return line(trimmed.length > 3 && statesFault(trimmed.slice(0, 200)) ? 'fault' : 'other')
}
