import { statesFault } from '../fields/faults.ts'
import { saysNothing } from '../fields/nothing-found.ts'
import { trimValue } from '../forms/labelled-value.ts'
import { splitNumbered } from '../text/lists.ts'
import { readNumeral } from '../text/numerals.ts'
import { anyOf, findingVerbs, moreFaults } from './words.ts'

const number = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const count = `(?:共|计|共计|总计|合计|有|等){0,2}${number}(?:余)?(?:项|处|条|个|类|点)`
const grade = '(?:一般|重大|较大|安全|生产|消防|事故|火灾|主要|突出|现场|管理|方面)*'
const thing = `${grade}(?:问题隐患|隐患问题|问题和隐患|问题及隐患|问题|隐患|不足|不符合项|违法违规行为|违法行为|违规行为)(?:及隐患|和隐患|、隐患)?`
const tells = '(?:就|分别|主要|具体|情况|如下|包括|是|为|有|表现)*'

/** The word that opens the findings; not 未发现, not 未及时发现. */
const finding = new RegExp(
  `(?:现场|经|经查|当场|随后|检查|中|时|后|共|还|也|并|又|仍|主要|该|企业|单位|站|公司|厂|人员|组)*?(?<!未|未能|未及时|没有|没|不能|不易|难以|无法|及时|以便)(?:(?:${anyOf(findingVerbs)})(?!率|后|时|人)|指出(?!企业?要|要)(?=\\p{Script=Han}{4}))`,
  'u',
)
/** 主要问题：, 存在问题有, 隐患如下: the list announced without a verb. */
const announced = new RegExp(
  `^(?:但是?|但仍|不过|现场|检查|经查|该企业|该单位|该站|该公司|该厂|该矿|企业|目前|主要|仍|还|也|均|发现|的)*(?:存在(?!于)(?:的)?|(?=${thing}(?:${count})?${tells}$)|(?=${thing}(?:分别|主要|具体)*(?:是|为|有|包括))|(?=${grade}(?:问题|隐患)(?:${count})))`,
)
/** What stands between that word and the first hazard: 了以下2项安全隐患：. */
const lead = new RegExp(
  `^(?:了|出|有|还|的|存在|以下|如下|下列)*(?:(?:${count})(?:的)?${thing}${tells}|${thing}(?:${count})${tells}|(?:${count})(?:[：:]|$)|${thing}(?:(?=[：:，,。；]|$)|如下|${tells}(?<=是|为|有|包括|如下)))[：:，,]?`,
)
const leadWord =
  /^(?:了|即(?!将)|的(?!是)|出|有(?!限|毒|害|机|色|效)|还存在|还|存在着|存在|的是|以下|如下|分别为|主要是|主要有)+(?=[^：:])/
const statedCount = new RegExp(`(${number})(?:余)?(?:项|处|条|个|类|点)`)
/** Behind the last hazard: 等2项隐患, 3个问题, 的问题, 各1处. */
const tail = new RegExp(
  `(?:等(?:共|共计)?(?:${count})?(?:方面)?(?:的)?(?:${thing}|现象|情况|行为|内容)?|(?:的|，|,|、)?(?:${count})(?:的)?(?:${thing}|现象)|(?:共|共计|各)(?:${count})|的(?:${thing}|现象|情况|行为)|(?<!存在|有|无|的|发现|排查|治理|大|全)(?:问题|安全隐患|隐患问题|问题隐患|隐患|现象))$`,
)
const faultWord = new RegExp(
  `${anyOf(moreFaults)}|不(?!锈|干胶|间断|同|断|限|仅|但|得)|[\\p{Script=Han}\\d](?<![没含只具所])有(?!限|关|效|色|机|毒|害|人值|序|无)`,
  'u',
)
/** 原有3项隐患, 以下问题: counts or announces, and names none. */
const countOnly = new RegExp(
  `^(?:[以如下列问题隐患安全的]{1,8}|(?:原有|上次|前期|此前|存量|以上|上述)?(?:检查|发现|的)*(?:${count}(?:的)?${thing}|${thing}${count}))$`,
)
/** 该厂熔窑区未设置…: the enterprise is told in its own column. */
const itself = /^该(?:厂区?|站|矿|店|场|公司|企业|单位|加油站|煤矿|超市|医院)(?=[\p{Script=Han}]{4})/u
/** 一个是…，另一个是…: numbers a hazard as it is told. */
const spokenNumber =
  /^(?:第?[一二三四五]|另外?一?|还有一?|再一|最后一)[个条项处](?:问题|隐患)?(?:就是|是|为)(?=.{3})/
/** A list within the list: 其中一般隐患2项：…；现场管理类2项：…. */
const subheading = new RegExp(
  `(?<=^|[；;。，,：:\\n])\\s*(?:其中)?((?:\\p{Script=Han}{0,8}(?:类|方面)|${grade}(?:问题|隐患))(?:${count})?)[：:]`,
  'gu',
)
/** Half a sentence: it goes on with the hazard before it. */
const dependent =
  /^(?:(?:易(?!燃|爆|熔|制|挥)|极易|容易|导致|造成|可能|影响|不符合|违反|属于?|构成|依据|根据|且|并且|而且|但|但是|致使|以致|存在[^，。；]{0,12}(?:风险|危险)|有[^，。；]{0,8}(?:风险|危险)|从而|或|及)|(?:未|没有?|不|无法)(?:能|及时|按时|立即|按规定|正常|完全|进行|予以|得到|有效|再|定期)*(?:更换|维修|修复|清理|处理|检测|检验|维护|使用|修理|校验|登记|启动|关闭|整改|恢复|落实|运行|工作|悬挂|补充|消除)$)/
const trim = (text: string) => trimValue(text).replace(/[：:—]+$/, '')
/** Leads and tails are short: looking no further keeps a long text cheap. */
const longestLead = 80
const ending = (text: string) => tail.exec(text.slice(-longestLead))?.[0] ?? ''
const bracket = /[（(《“【][^（()）《》“”【】]{0,200}[)）》”】]/g

/** Where the findings begin in a clause: the position behind the word that opens them; -1 where none does. */
export function findFindings(clause: string): number {
  const head = clause.slice(0, 300)
  const found = finding.exec(head)
  if (found) return found.index + found[0].length
  const opened = announced.exec(head)
  return opened ? opened[0].length : -1
}

const none =
  /(?:^|[^\p{Script=Han}]|检查|现场|均|暂|中|时|后|，)?(?:未能?|没有?|无|暂未|均未|尚未|不)(?:能)?(?:发现|查出|检查出|排查出|查到|见|存在)?(?:有|任何|明显|其他|其它|重大|一般|新的|较大|安全|生产|消防|事故|违法|违规|违章|突出|啥|什么|大|“三违”|三违)*(?:问题和隐患|问题及隐患|隐患及问题|问题隐患|隐患问题|问题|隐患|异常|违法违规行为|违法行为|违规行为|行为)(?:情况|存在|行为)?了?$|(?:一切|均|运行|情况|状况|总体|管理|设施|设备)[^，。；]{0,6}(?:正常|良好|较好)$|符合(?:安全)?(?:生产)?(?:相关|有关)?(?:规定|标准|规范)?(?:的)?(?:要求|条件|规定)$|合格$/u

/** Whether a clause says that nothing was found. */
export function isNone(clause: string): boolean {
  const text = trim(clause).slice(0, 80)
  return (
    (none.test(text) && !/[与一]致|不(?:合格|符合|正常)/.test(text)) || (text.length > 1 && saysNothing(text))
  )
}

/** Cuts at the given marks, but not in brackets. */
function cut(text: string, marks: RegExp): { part: string; mark: string }[] {
  const hidden = text.replace(bracket, inner => '\u0001'.repeat(inner.length))
  const parts: { part: string; mark: string }[] = []
  let from = 0
  for (let at = 0; at <= hidden.length; at++) {
    if (at < hidden.length && !marks.test(hidden[at]!)) continue
    parts.push({ part: text.slice(from, at), mark: text[at] ?? '' })
    from = at + 1
  }
  return parts.filter(({ part }) => part.trim() !== '')
}

/** Whether words say by themselves that something is wrong. */
export const hasFault = (part: string): boolean => {
  const bare = part.replace(bracket, '')
  return statesFault(bare) || faultWord.test(bare)
}

/** Puts together what is one hazard: subjects with the predicate that they share, half sentences with their hazard. */
function joinParts(parts: { part: string; mark: string }[]): string[] {
  const hazards: string[] = []
  let open = ''
  for (const { part, mark } of parts) {
    if (open === '' && hazards.length > 0 && dependent.test(part.trim())) {
      hazards[hazards.length - 1] += `，${part.trim()}`
      continue
    }
    if (hasFault(part)) {
      hazards.push(open + part)
      open = ''
    } else open += part + mark
  }
  if (open !== '') {
    const rest = open.replace(/[、，,]$/, '')
    if (hazards.length > 0 && !/[、，,]/.test(rest) && rest.length <= 3)
      hazards[hazards.length - 1] += `、${rest}`
    else hazards.push(rest)
  }
  return hazards
}

/** 灭火器压力不足配电箱未接地, as dictated: a fault that ends with its predicate ends there. */
const spoken =
  /(?<=\p{Script=Han}{2}(?:不足|过期|缺失|损坏|失效|失灵|老化|堵塞|破损|脱落|松动|裸露|锈蚀|不全|不清|不清晰|不规范|不到位|未接地|未上锁|未张贴|未固定|未年检|未检测|未佩戴安全帽|未关闭|未封闭|未戴安全帽))(?=(?!的|且|并|，)\p{Script=Han}{4})/u

function splitSentence(sentence: string, stated: number | null, dictated: boolean): string[] {
  const pieces = cut(sentence, /[，,、 ]/)
  const joined = joinParts(pieces)
  if (stated === joined.length) return joined
  // 标识未张贴和人孔井内有积油两个问题
  const linked = sentence.split(/以及|[和及与]/)
  if (linked.length === stated && linked.every(hasFault)) return linked
  if (dictated && joined.length === 1) {
    const cutAgain = joined[0]!.split(spoken)
    if (cutAgain.length > 1 && cutAgain.every(hasFault)) return cutAgain
  }
  if (stated === null) return joined
  // The number that is stated decides between the ways to cut.
  const other = [
    joinParts(cut(sentence, /[，,]/)),
    pieces.map(({ part }) => part),
    cut(sentence, /[，,]/).map(({ part }) => part),
  ]
  return other.find(({ length }) => length === stated) ?? joined
}

const withoutTail = (hazard: string): string => {
  const text = trim(hazard)
  const rest = text.slice(0, text.length - ending(text).length)
  return rest.length >= 4 && !/(?:存在|有|无|的|发现|未|排查|治理|大|全)$/.test(rest) && hasFault(rest)
    ? rest
    : text
}

/** The count that a stretch of findings states: 等2项隐患; null where it states none. */
const readCount = (text: string): number | null => {
  const ends = [lead.exec(text.slice(0, longestLead))?.[0], ending(trim(text))]
  for (const end of ends) {
    const found = end === undefined ? null : statedCount.exec(end)
    if (found) return readNumeral(found[1]!)
  }
  return null
}

/** Cuts one list, without lists in it. */
function splitList(written: string, stated: number | null): string[] {
  const text = trim(written)
  const numbered = splitNumbered(text)
  if (numbered && (numbered.items.length > 1 || numbered.lead === '')) {
    const head = trim(numbered.lead)
    const items = numbered.items.map(trim).filter(item => item !== '')
    const last = items.length - 1
    const opened = hasFault(head) && !/[：:]$/.test(numbered.lead) ? splitList(head, null) : []
    return [...opened, ...items.map((item, index) => (index === last ? withoutTail(item) : item))]
  }
  const sentences = cut(text, /[；;。\n]/).map(({ part }) => withoutTail(part))
  const said = sentences.filter(part => part !== '')
  const dictated = !/[，,、；;。]/.test(text)
  return said.flatMap(sentence => splitSentence(sentence, said.length === 1 ? stated : null, dictated))
}

/** Cuts at the headings within a list; what stands before the first is a list of its own. */
function cutLists(text: string): { heading: string; list: string }[] {
  const found = [...text.matchAll(subheading)]
  const ends = [...found.slice(1).map(({ index }) => index), text.length]
  return [
    { heading: '', list: text.slice(0, found[0]?.index ?? text.length) },
    ...found.map((match, index) => ({
      heading: match[1]!,
      list: text.slice(match.index + match[0].length, ends[index]),
    })),
  ]
}

const withoutLead = (written: string): string => {
  let text = written
  for (let round = 0; round < 3; round++) text = trim(trim(text).replace(lead, '').replace(leadWord, ''))
  const whole = /^[（(]([^（()）]+)[)）]$/.exec(text)
  return whole ? trim(whole[1]!) : text
}

/**
 * Cuts the words behind 发现 into hazards, one each; empty where they only announce a list. `before` may count them:
 * 针对2项隐患. A major hazard 重大隐患 by its heading keeps the word.
 */
export function splitFindings(written: string, before: string): string[] {
  return cutLists(trim(written)).flatMap(({ heading, list }) => {
    const stated = statedCount.exec(heading)?.[1]
    const items = splitList(
      withoutLead(list),
      stated ? readNumeral(stated) : (readCount(list) ?? readCount(trim(before))),
    )
    const major = /重大/.test(heading) ? '重大隐患：' : ''
    return items
      .map(item => trim(item).replace(spokenNumber, '').replace(itself, ''))
      .filter(item => item.length > 1 && !countOnly.test(item))
      .map(item => major + item)
  })
}
