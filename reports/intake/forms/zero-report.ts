import { labels } from '../labels/labels.ts'
import type { Gazetteer } from '../units/gazetteer.ts'
import type { Hints } from '../units/hints.ts'
import { isOwnOffice } from '../units/identify-unit.ts'
import {
  colloquial,
  dayOnly,
  isCourtesy,
  leadingDay,
  mayState,
  saysWhy,
  statement,
  zeroFigure,
} from './zero-words.ts'

/** Longer texts and sentences say more than that nothing was inspected. */
const longestText = 600
const longestClause = 80

/** Whether a value says that nothing was inspected, without naming anybody: 今日无检查. */
export const saysNoInspection = (value: string): boolean =>
  value.length <= longestClause && statement.exec(value)?.[1] === value

const asks = /[?？]|[吗呢吧么]\s*$|怎么|如何|谁|哪/
/** 请铁东区报…, 明天铁西区…: asks or announces, and reports nothing. */
const asksOrAnnounces = /请|麻烦|明[天日]|后[天日]|次日|下(?:个)?(?:周|月|星期|礼拜)/
const person = /^(?:报送人|填报人|联系人|联系电话|审核人|检查人员)$/
const correctionPrefix = /^(?:更正|补充报送|补报|修改)(?=.)/
/** 东丰县、东辽县两个县, 铁东区等3个单位 */
const count =
  /(?<=.)(?:等(?:[两二三四五六七八九十\d]{1,2}[个家]?)?|[两二三四五六七八九十\d]{1,2}[个家])(?:县市区|县市|市县|县区|市区|[县市区地局]|单位|部门)?$/
const unitLike = /^.{1,30}(?:[省市州县区局厅处]|管委会|[大支总]队|本级)$/
/** 听说铁西区, 收到铁东区, 其余县: talk about units. None of these stands in a unit's name. */
const talk = /[听说据收好像估如要只凡怕看其别哪那这某每有没无未不是的了也还又都就把给让]/

/** Who stands before a statement, or alone: 伊通县、梨树县 are two units, 我局 is the sender's; null where that is no unit. */
function readUnits(who: string, hints: Hints, gazetteer: Gazetteer): string[] | null {
  if (asksOrAnnounces.test(who)) return null
  const names = who
    .replace(correctionPrefix, '')
    .replace(leadingDay, '')
    .replace(/(?:报送|上报|报|关于|[:：])$/, '')
    .replace(count, '')
    .split(/[、及\s]+|(?<=[省市县区局州会级办])[和与]/)
    .filter(name => name !== '')
  const known = names.every(
    name =>
      isOwnOffice(name) ||
      gazetteer.resolve(name, hints.scope).kind !== 'unknown' ||
      (unitLike.test(name) && !talk.test(name)),
  )
  return known ? names.filter(name => !/^我们?$/.test(name)) : null
}

const clausesOf = (text: string) =>
  text
    .replace(/@\S+/g, '')
    .replace(/检查(?:情况|任务|工作|企业)?[:：]\s*(?:无|零|0)(?:家|户)?/g, '无检查')
    .split(/[，,。；;！!:：\n【】[\]（()）]|(?<=[日局厅区县市]) /)
    .map(clause => clause.trim())
    .filter(clause => clause !== '')

/**
 * The units, as written, for which a text says that nothing was inspected; empty when it names none; null when it is
 * not a zero report. Every clause must belong to one: a sentence that only mentions 零报告 is chat.
 */
export function readZeroReport(text: string, hints: Hints, gazetteer: Gazetteer): string[] | null {
  if (text.length > longestText || !mayState.test(text) || asks.test(text)) return null
  const clauses = clausesOf(text)
  if (clauses.some(clause => clause.length > longestClause)) return null
  const units: string[] = []
  /** Named over a statement, which may name others: 延边州8月8日报送情况：龙井市今日无检查. */
  let above: string[] = []
  let said = false
  let formal = false
  let skip = false
  for (const clause of clauses) {
    const isPerson = person.test(clause)
    const passes = skip || isPerson || labels.has(clause) || isCourtesy(clause) || zeroFigure.test(clause)
    skip = isPerson
    formal ||= leadingDay.exec(clause)?.[0] !== ''
    const stated = statement.exec(clause)?.[1]
    if (stated === undefined && (passes || dayOnly.test(clause))) continue
    if (stated === undefined && saysWhy(clause)) {
      const named = gazetteer.findMention(clause)
      if (named !== null && clause.startsWith(named)) above.push(named)
      continue
    }
    const who =
      stated === undefined
        ? clause.replace(/(?:关于)?(?:\d{4}年)?\d{1,2}月\d{1,2}[日号].*$/, '')
        : clause.slice(0, clause.length - stated.length)
    const named = readUnits(who.trim(), hints, gazetteer)
    if (named === null) return null
    if (stated === undefined) {
      above.push(...named)
      continue
    }
    said = true
    formal ||= named.length > 0 || !colloquial.test(stated)
    // 铁东区：我局今日无检查
    const isOwn = above.length > 0 && named.every(isOwnOffice)
    units.push(...(isOwn ? above : named))
    above = []
  }
  const all = [...new Set(units.length > 0 ? units : above)]
  return said && (formal || all.length > 0) ? all : null
}
