import type { Gazetteer } from '../units/gazetteer.ts'
import type { Hints } from '../units/hints.ts'
import { isOwnOffice } from '../units/identify-unit.ts'
import { labels } from './labels.ts'

const day =
  '(?:今日|今天|本日|当日|当天|昨日|昨天|前天|(?:(?:\\d{4}年)?\\d{1,2}月)?\\d{1,2}[日号]|\\d{1,2}[.-]\\d{1,2}|上午|下午){0,3}'
const manner =
  '(?:安排|开展|进行|组织|实施|对企业|对|线上|线下|现场|行政|执法|监督|日常|安全|生产|直接|监管|领域|外出|下|去|各行业){0,8}'
const inspection =
  '(?:检查|督查|抽查|执法)(?:检查|任务|工作|情况|企业|活动|事项|计划|内容|信息|安排|报送|及){0,6}'
const nothing = `(?:暂时?|均|全部|全市|全区|全县){0,3}(?:无|没有?|未)${manner}${inspection}`
const zeroWord = '(?:检查|日报|报送|实行|为|是|均|报告|日报表){0,4}(?:零报告|零报|0报告|零检查)'
const noEnterprise = '(?:共)?检查(?:企业|单位)?(?:0|零)(?:家|户)(?:企业|单位)?'
const reason = '(?:因|由于|受|鉴于)[^，,。；;\\n]{1,30}?'

/** Longer sentences say more than that nothing was inspected. */
const longestClause = 80

/** One clause of a zero report 零报告: who, when, why, and that nothing was inspected. */
const statement = new RegExp(
  `^(?:[^，,。；;\\n]{0,40}?)??(?=(${day}(?:${reason})?${day}(?:${nothing}|${zeroWord}|${noEnterprise})了?)$)`,
)
const dayOnly = new RegExp(`^${day}$`)
const leadingDay = new RegExp(`^${day}`)
const reasonOnly = new RegExp(`^${reason}$`)
const courtesy =
  /^(?:各位)?(?:领导|同志|老师|值班员)?(?:你|您|大家)?(?:早上|上午|中午|下午|晚上)?(?:好|们好)$|^(?:单位|收到|报告|特此报告|特此更正|谢谢|辛苦了?|(?:不好意思|抱歉|对不起)?(?:才看到|报晚了?|晚报了?|迟报了?|忘报了?|补报一下)?|请(?:知悉|审阅|查收)|请?以(?:此|本)(?:条|次)?为准|补报|更正(?:如下)?|补充报送|修改如下)$|^(?:检查|执法|监督|情况|安全|生产)*(?:日报表?|零报告|情况|情况报告)(?:如下)?$|^(?:无|没有|未发现(?:安全|问题|隐患)*|无(?:问题|隐患|异常)+|不涉及)$/
const unitLike = /^.{1,30}(?:[省市州县区局厅处]|管委会|[大支总]队)$/
const correctionPrefix = /^(?:更正|补充报送|补报|修改)(?=.)/
const person = /^(?:报送人|填报人|联系人|联系电话|审核人|检查人员)$/

/** Whether a value says that nothing was inspected, without naming anybody: 今日无检查. */
export const saysNoInspection = (value: string): boolean =>
  value.length <= longestClause && statement.exec(value)?.[1] === value

/** 请铁东区报…, 明天铁西区…: asks or announces, and reports nothing. */
const asksOrAnnounces = /请|麻烦|明[天日]|后[天日]|次日|下(?:个)?(?:周|月|星期|礼拜)/

/** Who stands before the statement: 伊通县、梨树县 are two units, 我局 is the sender's. */
function readUnits(who: string, hints: Hints, gazetteer: Gazetteer): string[] | null {
  if (asksOrAnnounces.test(who)) return null
  const names = who
    .replace(correctionPrefix, '')
    .replace(leadingDay, '')
    .replace(/(?:报送|上报|报)$/, '')
    .split(/[、及\s]+|(?<=[市县区局州会])[和与]/)
    .filter(name => name !== '')
  const known = names.every(
    name =>
      unitLike.test(name) || isOwnOffice(name) || gazetteer.resolve(name, hints.scope).kind !== 'unknown',
  )
  return known ? names.filter(name => !/^我们?$/.test(name)) : null
}

/**
 * The units, as written, for which a text says that nothing was inspected; empty when it names none; null when it is
 * not a zero report. Every clause must belong to one: a sentence that only mentions 零报告 is chat.
 */
export function readZeroReport(text: string, hints: Hints, gazetteer: Gazetteer): string[] | null {
  if (text.length > 600 || /[?？]|[吗呢吧么]\s*$|怎么|如何|谁|哪/.test(text)) return null
  const clauses = text
    .replace(/@\S+/g, '')
    .replace(/检查(?:情况|任务|工作|企业)?[:：]\s*(?:无|零|0)(?:家|户)?/g, '无检查')
    .split(/[，,。；;！!:：\n【】[\]（()）]|(?<=[日局厅区县市]) /)
    .map(clause => clause.trim())
    .filter(clause => clause !== '')
  const units: string[] = []
  let said = false
  let skip = false
  if (clauses.some(clause => clause.length > longestClause)) return null
  for (const clause of clauses) {
    const isPerson = person.test(clause)
    const passes = skip || isPerson || labels.has(clause) || dayOnly.test(clause) || courtesy.test(clause)
    skip = isPerson
    if (passes && clause !== '零报告') continue
    const stated = statement.exec(clause)
    if (stated) said = true
    else if (reasonOnly.test(clause)) continue
    const who = stated
      ? clause.slice(0, clause.length - stated[1]!.length)
      : clause.replace(/\d{1,2}月\d{1,2}[日号].*$/, '')
    const named = readUnits(who.trim(), hints, gazetteer)
    if (named === null) return null
    units.push(...named)
  }
  return said ? [...new Set(units)] : null
}
