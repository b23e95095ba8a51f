import { looksLikeEnterprise, splitRemark } from '../fields/enterprise-names.ts'
import type { LabelField } from './labels.ts'

/** Where the name of an office, or a place, may end. */
const officeEnd = /(?:局|厅|委|办|队|组|[科股处室]|中心|站|所|[省市州县区])$/
const placeEnd =
  /(?:[路街道巷村屯镇乡号院组区楼层座栋]|公里处|路口|交汇处|对面|旁|附近|内|[东西南北]侧|市场|大厦|广场)$/
/** A line that says something else. */
const speaks =
  /[:：。；;！!？?]|^[\s]*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[、.)）]|[①-⑳]|[-•·●■◆*])|未|无|已|发现|存在|整改|责令|检查|督查|要求|过期|缺|附图|照片|报告|谢谢|领导|收到|位于|经(?:现场|检查|查)|以上|上述/
const longestRest = 30

const complete: Partial<Record<LabelField, (line: string) => boolean>> = {
  inspectingUnit: line => officeEnd.test(line) && !/[省市州县区]$/.test(line),
  reportingUnit: line => officeEnd.test(line) && !/[省市州县区]$/.test(line),
  enterprise: looksLikeEnterprise,
  place: line => placeEnd.test(line),
}
/** What may be the rest of a value whose first line could end there. */
const tails: Partial<Record<LabelField, RegExp>> = {
  inspectingUnit: /^(?:\p{Script=Han}{0,6}(?:局|厅|大队|支队|中队|[科股处室]))$/u,
  reportingUnit: /^(?:\p{Script=Han}{0,6}(?:局|厅|大队|支队|中队|[科股处室]))$/u,
  enterprise: /^(?:(?:有限|责任|股份|分|总)*公司|分店|加油站|[（(].{1,20}[)）])$/,
  place: /^(?:\d+(?:-\d+)?号?.{0,10}|.{0,4}[路街道巷村屯镇乡号院组区楼层室])$/,
}

/** A name of one character, or none, before the end: 张三、曲 goes on in the next line. */
const cutName = /(?:^|[、，,/ ])\p{Script=Han}$/u
const names = /^[\p{Script=Han}·（()）\d、，,/ ;；]{1,40}$/u

function joinNames(lines: string[]): string {
  let joined = lines[0]!
  for (const line of lines.slice(1, 12)) {
    if (!names.test(line) || /未|无|已|整改|隐患|检查/.test(line)) break
    joined += cutName.test(joined) || /[、，,/]$/.test(joined) || /^[、，,/]/.test(line) ? line : `、${line}`
  }
  return joined
}

/** What a further line about rectification speaks of; anything else is talk: 今天风真大，领导们注意保暖. */
const rectifies =
  /改|限|责令|要求|[已未均]|完成|落实|停|封|立案|罚|书|复查|销号|闭环|督促|消除|[项条]|期|前|^\s*[\d（(①-⑳一二三四五六七八九十]/

function withoutTalk(lines: string[]): string {
  const talk = lines.findIndex((line, index) => index > 0 && !rectifies.test(line))
  return lines.slice(0, talk < 0 ? lines.length : talk).join('\n')
}

/**
 * The value of a field that stands in one line, put together where it was broken over two: 宏达机械有限⏎公司. Lists and
 * sentences keep their lines; talk below the last of them is dropped.
 */
export function joinLines(field: LabelField, value: string): string {
  if (!value.includes('\n')) return value
  if (field === 'rectification') return withoutTalk(value.split('\n'))
  const lines = value.split('\n', 20).map(line => line.trim())
  if (field === 'inspectors') return joinNames(lines)
  const isComplete = complete[field]
  if (!isComplete) return value
  let joined = lines[0]!
  let count = 1
  for (const line of lines.slice(1, 4)) {
    if (line === '' || line.length > longestRest || speaks.test(line)) break
    if (isComplete(joined) && !tails[field]!.test(line)) break
    joined += line
    count++
  }
  return count === 1 ? value : [joined, ...value.split('\n').slice(count)].join('\n')
}

/** The place that an enterprise's remark tells: 红星加油站（位于一马路）; any other remark is dropped. */
export function readRemark(written: string): { name: string; place: string | null } {
  const [first = ''] = written.split('\n', 1)
  const { name, remark } = splitRemark(first)
  if (remark === null) return { name: written, place: null }
  const place =
    /^(?:地址|地点|位于|坐落于|坐落在|地处)(?:为|在|是)?[:：]?(.{2,60})$/.exec(remark)?.[1] ?? null
  return { name, place }
}
