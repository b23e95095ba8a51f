import {
  afterName,
  anyOf,
  inspectingVerbs,
  kinds,
  looseEndings,
  namelessStarts,
  namelessWords,
  plainEndings,
} from './words.ts'

/** An inspected enterprise 受检单位 as it stands in a sentence. */
export interface NamedEnterprise {
  /** Empty for one that is not named. */
  name: string
  /** Where it lies, if the words around the name say so: 位于一马路的…, …（地址：一马路）. */
  place: string | null
  /** What kind of enterprise it is said to be: 工贸企业. */
  kind: string | null
}

/** Enterprises named one after the other: 红星加油站、宏达机械厂2家企业. */
export interface NameList {
  enterprises: NamedEnterprise[]
  /** How many enterprises are said to be meant; null where nothing is said. */
  count: number | null
  /** Position behind the list. */
  to: number
}

const character = '[\\p{Script=Han}\\dA-Za-z·#.&“”"-]'
const remark = '[（(][^（()）\\n]{1,40}[)）]'
const ending = anyOf(plainEndings, looseEndings)
/** Where a name may end: before a word that goes on with the sentence, or not far before its verb. */
const behind = `(?=$|[，,、。；;：:！!\\s（(|—-]|${anyOf(afterName)}|有(?!限公司|限责任|限合伙)|[现一二](?!\\p{Script=Han}?${ending})|\\d{1,2}[家户]|(?!\\p{Script=Han}{0,8}?${anyOf(plainEndings)})\\p{Script=Han}{0,8}?${anyOf(inspectingVerbs)})`
/** The branch in brackets belongs to the name: 红星（四平）有限公司, 红星加油站（二站）. */
const nameUpTo = (endings: string) =>
  new RegExp(
    `(${character}{1,28}?(?:[（(]\\p{Script=Han}{2,6}[)）]${character}{0,16}?)?${endings}(?!口?[镇乡村屯]|街道)(?:[（(][一二三四五六七八九十\\d东西南北中]{1,3}(?:站|店|厂|分店|号)[)）])?)${behind}`,
    'uy',
  )
const anyName = nameUpTo(anyOf(plainEndings, looseEndings))
const plainName = nameUpTo(anyOf(plainEndings))
const nameless = new RegExp(`^${anyOf(namelessStarts)}|${anyOf(namelessWords)}`)
/** What a name may hold although the word in it is none of a name's: 安全技术公司, 消防器材厂, 生产资料公司. */
const harmless =
  /(?:安全|消防|生产|劳动|技术|检测|应急)(?:技术|科技|设备|用品|器材|资料|服务|防护|评价|装备|玻璃|设施)|设备(?:制造|安装|租赁|厂|有限|公司)|(?:责任|检测)(?:有限)?公司|有限责任|人民|对外|第一|重点(?:中学|小学)/gu
/** 烟花爆竹零售店, 化工厂: a kind, not a name. */
const onlyKind = new RegExp(`^(?:${anyOf(plainEndings, looseEndings, kinds)}){1,5}$`)

const placeEnding =
  '(?:路|街|大街|大道|巷|号|村|屯|镇|乡|街道|园区|开发区|工业园|工业区|社区|区|县|市|组|国道|省道|公里处|附近|院内|境内|辖区内?|侧|旁)'
const placeBefore = new RegExp(
  `(?:位于|坐落于|坐落在|坐落|地处|设在|设于)([^，,。；;：:\\n的]{2,40})的(?=[^，。；\\n]{2})|(?!位于|${anyOf(inspectingVerbs)})([^，,。；;：:\\n的、]{1,30}${placeEnding})的(?=[^，。；\\n]{2})`,
  'uy',
)
const numberedStreet = /^(?<place>.{1,16}(?:路|街|大街|大道|巷)\d{1,5}号)(?<name>.{3,})$/u
const placeRemark =
  /[（(](?:(?:地址|地点|位于|坐落于|坐落在|地处)(?:为|在|是)?[:：]?([^（()）\n]{2,60})|([^（()）\n：:，,]{2,40}(?:路|街|大街|大道|巷|村|屯|号|园区|组)(?:\d+号)?))[)）]/y
const anyRemark = new RegExp(remark, 'y')
/** 辖区内的: wherever that is. */
const within = /(?:(?:辖区|属地|域内|我[市县区]|全[市县区])(?:之?内|范围内)?的?)/uy
const kindOf = new RegExp(`${anyOf(kinds)}{1,5}(?:企业|单位|商户|经营户)(?=[\\p{Script=Han}“]{4,})`, 'uy')
const joint = /(?:[、，,]|以及|和|及|与|并|;|；)\s*(?:到|对|赴|去|在|前往)?/y
const tally =
  /(?:等|共|这|总计|合计)*(\d{1,4}|[一二两三四五六七八九十]{1,3})(?:家|户|个)[\p{Script=Han}]{0,12}?(?:企业|单位|公司|站|矿|厂|店|场所|商户|点位|门店)?(?=$|[，,。；;：:！!\s]|开展|进行|实施|检查|抽查|督查|的|安全|执法)/uy
const counts = new Map(
  [...'一二三四五六七八九十'].map((char, index) => [char, index + 1]).concat([['两', 2]]) as [
    string,
    number,
  ][],
)

/** 辖区一家企业: one that is not named; its hazards are. */
const unnamed =
  /(?:辖区|我[市县区])?(?:内|境内)?的?(?:某|[一1])家[^，,。；;：:\n]{0,10}?(?:企业|单位|公司|加油站|门店|商户)/uy

/** 检查红星加油站、到石岭镇检查宏达机械厂: the town of the next name. */
const townBefore = new RegExp(
  `(\\p{Script=Han}{1,8}?(?:镇|乡|街道|村|开发区))(?:对|${anyOf(inspectingVerbs)})了?`,
  'uy',
)

/** Matches a sticky pattern at a position. */
const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Whether a stretch of text can be the name of one enterprise. */
export const isName = (name: string): boolean => {
  const bare = name.replace(harmless, '')
  return (
    name.length >= 3 &&
    !onlyKind.test(name) &&
    !nameless.test(bare.slice(0, -1)) &&
    !/^(?:[\d.]|[一二两三四五六七八九十几数多]+[家户个])/.test(name)
  )
}

/** Reads one name at a position, with the place before or in brackets behind it. */
function readName(text: string, at: number, plain: boolean): { named: NamedEnterprise; to: number } | null {
  const before = matchAt(placeBefore, text, at)
  let place = before?.[1] ?? before?.[2] ?? null
  const placed = at + (before?.[0].length ?? 0)
  const start = placed + (matchAt(within, text, placed)?.[0].length ?? 0)
  const kind = matchAt(kindOf, text, start)?.[0] ?? null
  const from = start + (kind?.length ?? 0)
  const found = matchAt(plain ? plainName : anyName, text, from)
  if (!found) return null
  let name = found[1]!.replace(/^[“"]|[”"]$/g, '').replace(/^(?:位于|地处)/, '')
  const street = numberedStreet.exec(name)?.groups
  if (street) {
    place ??= street.place!
    name = street.name!
  }
  if (!isName(name)) return null
  let to = from + found[1]!.length
  const inside = matchAt(placeRemark, text, to)
  place ??= inside?.[1] ?? inside?.[2] ?? null
  to += (inside ?? matchAt(anyRemark, text, to))?.[0].length ?? 0
  return {
    named: { name, place: place?.replace(/^在|(?:境内|辖区内?|院内|管内|内)$/g, '') ?? null, kind },
    to,
  }
}

/**
 * Reads the names that stand at a position; null where there is none. `plain` takes only endings that no part of an
 * enterprise has: for places in a sentence where a hazard is as likely as a name.
 */
export function readNames(text: string, at: number, { plain = false } = {}): NameList | null {
  const enterprises: NamedEnterprise[] = []
  let to = at
  let place: string | null = null
  for (let next = at; enterprises.length < 50; ) {
    const read = readName(text, next, plain)
    if (!read) break
    enterprises.push(place === null ? read.named : { ...read.named, place: read.named.place ?? place })
    to = read.to
    const separator = matchAt(joint, text, to)
    if (!separator) break
    next = to + separator[0].length
    const town = /[到赴去往]$/.test(separator[0]) ? matchAt(townBefore, text, next) : null
    if (town) {
      place = town[1]!
      next += town[0].length
    } else place = null
  }
  if (enterprises.length === 0) {
    const one = plain ? null : matchAt(unnamed, text, at)
    if (!one) return null
    return { enterprises: [{ name: '', place: null, kind: null }], count: null, to: at + one[0].length }
  }
  const total = matchAt(tally, text, to)
  const count = total === null ? null : (counts.get(total[1]!) ?? (Number(total[1]) || null))
  return { enterprises, count, to: to + (total?.[0].length ?? 0) }
}
