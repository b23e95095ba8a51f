import { type NamedEnterprise, type NameList, readNames } from './names.ts'
import { isUnreal } from './refusals.ts'
import { anyOf, findingVerbs, goingVerbs, inspectingVerbs } from './words.ts'

/** An inspection as a clause tells it: who was inspected, and where in the clause that is said. */
export interface Visit {
  enterprises: NamedEnterprise[]
  /** The words before the enterprise: when, by whom. */
  before: string
  /** The word that leads to the name: 对, 到, 检查. */
  verb: string
  /** The words between the enterprise and the end of what tells of the inspection: how. */
  manner: string
  /** Position in the clause behind it. */
  to: number
  /** More enterprises are meant than are named: statistics, no inspection. */
  isStatistics: boolean
}

/** So much of a clause is searched; nobody names an enterprise later. */
const longestHead = 300
/** 查甲公司: nothing shorter tells of an inspection. */
const shortestHead = 4
const inspecting = anyOf(inspectingVerbs)
const going = new RegExp(`${anyOf(goingVerbs)}(?:了|到|至|在|的是)?趟?`, 'g')
/** 的检查, 检查时, 检查过程中: the inspection as an occasion. */
const occasion =
  '(?:的时候|的?过程中?|时|中|期间|后|了|工作|活动|行动|任务|情况(?:如下)?|指导|结果(?:如下)?){0,3}'
/** How the sentence goes on behind the name, up to the verb; nothing but the manner may stand between. */
const toVerb = new RegExp(
  `^[^，,。；;：:\\n]{0,40}?(?:${inspecting}){1,3}${occasion}(?!的(?!时候|过程)|计划|方案|组|人员|[很较太真]|要|必须)`,
)
/** 到红星加油站，开展安全检查: the verb in the next clause. */
const verbNext = new RegExp(
  `^[，,]\\s*(?:(?:检查|现场|经查|共|当场)*(?:${anyOf(findingVerbs)}|未发现)|(?:对[^，,。；;：:\\n]{0,30}?)?(?:依法|现场|重点|就|围绕|采取|以|并)?[^，,。；;：:\\n]{0,20}?(?:${inspecting}){1,3})`,
)
/** 到, 赴: of these no verb need follow where an inspection was told before. */
const arriving = /^(?:到|赴|去|前往|深入|走进|来到|抵达|进驻)/
/** 去了红星加油站，灭火器过期，让他们整改: nobody else goes there for that. */
const setsRight = /整改|改正|改[完好了]|责令|隐患|查[了出到]|发现|弄好/
/** 检查了红星加油站; not 检查组, 检查人员. */
const verbFirst = new RegExp(
  `(?:${inspecting}|查看|(?<=[镇乡村街道去])看了(?!看)|(?<![检抽督巡排核复暗明夜普自调审筛])查)(?:指导)?(?:了|过|的是|的)?(?!组|人员|中|时|发现|情况|方式)(?:企业|受检单位|[:：])?`,
  'g',
)
const passive = new RegExp(
  `^(?:[在于今昨]\\p{Script=Han}?)?(?:接受|迎接|被|受到|已?接受)[^，,。；;：:\\n]{0,40}?(?:${inspecting})${occasion}`,
  'u',
)
const selfInspection = new RegExp(`^[^，,。；;：:\\n]{0,16}?(?:自查自改|自查|自检)${occasion}`)
/**
 * 红星加油站，5月18日检查，发现…; 红星加油站，位于一马路，检查人员…. Two commas stand where a value under a label was taken
 * out.
 */
const inspectedNext = new RegExp(
  `^[，,][^，,。；;：:\\n要将]{0,14}(?:${inspecting})(?:[，,]|时|中|发现)|^[，,]\\s*(?:(?:检查|企业|现场)?(?:地点|地址)|位于|坐落|地处|(?:检查|执法|带队)人员)|^[，,：:\\s]+(?:主要|存在|共|查出|发现|的)*(?:隐患|问题)\\s*(?:(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})[项条处个](?:\\p{Script=Han}{0,4}[：:]|\\s)|\\d|[：:])`,
  'u',
)
/** What may open a clause before its subject: numbers, the day, 经检查. */
const opener =
  /^[\s(（]*(?:其中|另外|另|此外|同时|经(?:现场)?检查|经查|检查(?:中)?发现|今[天日]|昨[天日]|[上下]午|\d{1,2}月\d{1,2}[日号]|第?[一二三四五六七八九十]{1,2}(?:是|、|[.]|家)|\d{1,2}(?:、|[.)）])|[（(]?[一二三四五六七八九十\d]{1,2}[)）][、.]?|[①-⑳]|[-—•·●*])*\s*/
const goesOn = new RegExp(
  `^(?:$|(?:检查|现场|共|均|也|则|被|主要|仍|还)*(?:${anyOf(findingVerbs)}|存在|未发现|未见|无|没有|有|问题|隐患|[—-]{1,2}))`,
)
/** 检查发现的隐患要整改 speaks about findings and tells none. */
const attributive = new RegExp(`^(?:中)?(?:${anyOf(findingVerbs)}|存在)的[^，,。；;：:\\n]{0,20}`)
const announces = /(?:如下|有|是|为|包括|主要|(?:问题|隐患)\s*(?:\d+[项处条个])?)$/

const isAttributive = (rest: string, end: string): boolean => {
  const found = attributive.exec(rest)
  return (
    found !== null &&
    !(/[:：\n]/.test(end) && announces.test(rest)) &&
    !/的(?:主要)?(?:问题|隐患)(?:有|是|为)/.test(rest)
  )
}

/** 在红星加油站发现…. */
const foundThere = new RegExp(`^(?:现场|检查|时|共|当场)*(?:${anyOf(findingVerbs)})(?!的)`)

const entered = (names: NameList, before: string, verb: string, manner: string, to: number): Visit => ({
  enterprises: names.enterprises,
  before,
  verb,
  manner,
  to,
  isStatistics: (names.count ?? 0) > names.enterprises.length,
})

/** The enterprise where the inspectors went: 对…进行检查, 到…检查. */
function readGoing(head: string, rest: string, end: string, narrating: boolean): Visit | null {
  for (const match of head.matchAll(going)) {
    const at = match.index + match[0].length
    const names = readNames(head, at)
    if (!names) continue
    const before = head.slice(0, match.index)
    const alone = head.slice(names.to).trim() === ''
    const found = (narrating || /检查|执法|督查|应急/.test(before)) && foundThere.test(head.slice(names.to))
    if (found) return entered(names, before, match[0], '', names.to)
    const arrived = alone && arriving.test(match[0]) && (narrating || setsRight.test(rest)) ? [''] : null
    const verb =
      toVerb.exec(head.slice(names.to)) ?? (alone ? verbNext.exec(end + rest.slice(0, 80)) : null) ?? arrived
    if (!verb) continue
    const [manner = ''] = verb
    const to = alone ? names.to : names.to + manner.length
    if (!alone && isAttributive(head.slice(to), end)) continue
    return entered(names, before, match[0], manner, to)
  }
  return null
}

/** 检查了红星加油站、宏达机械厂. */
function readInspecting(head: string, end: string): Visit | null {
  for (const match of head.matchAll(verbFirst)) {
    const names = readNames(head, match.index + match[0].length)
    if (!names || (match[0].endsWith('的') && head.slice(names.to).trim() !== '')) continue
    const occasioned =
      /^(?:进行)?(?:时|中|的?过程中?|期间|后|情况(?:如下)?)/.exec(head.slice(names.to))?.[0] ?? ''
    if (isAttributive(head.slice(names.to + occasioned.length), end)) continue
    return entered(names, head.slice(0, match.index), match[0], match[0], names.to + occasioned.length)
  }
  return null
}

/** 红星加油站接受检查; in a text that already tells of an inspection also 红星加油站存在…. */
function readSubject(head: string, next: string, end: string, narrating: boolean): Visit | null {
  const at = opener.exec(head)![0].length
  const names = readNames(head, at, { plain: true })
  if (!names) return null
  const rest = head.slice(names.to)
  const told = passive.exec(rest) ?? selfInspection.exec(rest)
  const verb = told ?? (narrating && goesOn.test(rest) && !isAttributive(rest, end) ? [''] : null)
  const inspected =
    verb ??
    (rest === '' ? inspectedNext.exec(next) && [''] : null) ??
    new RegExp(`^(?:现场)?(?:${inspecting})(?:中|时)?(?=发现|未发现|情况)`).exec(rest)
  if (!inspected) return null
  const dash = /^[—-]*/.exec(rest.slice(inspected[0]!.length))![0]
  return entered(names, head.slice(0, at), '', inspected[0]!, names.to + inspected[0]!.length + dash.length)
}

/**
 * Reads the inspection that a clause tells of; `rest` is the text behind its mark `end`. Null where it tells of none,
 * or of one that is planned or ordered. `narrating` says that an inspection was told before.
 */
export function readVisit(clause: string, end: string, rest: string, narrating: boolean): Visit | null {
  if (clause.length < shortestHead) return null
  const head = clause.slice(0, longestHead)
  const visit =
    readGoing(head, rest, end, narrating) ??
    readSubject(head, end + rest, end, narrating) ??
    readInspecting(head, end)
  return visit && !isUnreal(visit.before + visit.verb + visit.manner) ? visit : null
}
