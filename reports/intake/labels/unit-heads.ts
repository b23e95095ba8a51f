import type { Gazetteer } from '../units/gazetteer.ts'

/** A line that names an inspecting unit 检查单位 and says nothing else: 四平市梨树县5月18日检查情况. Positions are within the line. */
export interface UnitHead {
  /** As written. */
  unit: string
  date: string | null
}

const longestHead = 60
const day =
  '(?:(?:\\d{4}|\\d{2})年)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|今日|今天|昨日|昨天|本日|当日|\\d{1,2}[日号]|(?<![\\d.-])(?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\\d|0?[1-9])(?![\\d.-])'
const anyDay = new RegExp(day)
const dayBefore = new RegExp(`^(?:[（(]?(${day})[)）]?)(?:[上下]午)?[，, ]*`)
/** What belongs to an office's name behind its place. */
const office =
  /^(?:(?:经济|技术|高新|产业)*(?:开发区|新区)(?:管委会)?)?(?:应急管理厅|应急管理局|应急厅|应急局|应急办|安委会办公室|安委办|安监局|综合执法局|管委会|(?:[省市州县区]?局|厅)(?!部)|应急)?(?:\p{Script=Han}{0,8}(?:大队|支队|中队|[科股处室]|检查组|督查组|执法队|中心))?/u
/** An office that no roster names is told by its own word. */
const anyOffice =
  /^(?:\p{Script=Han}{2,14}(?:应急管理局|应急管理厅|应急局|安监局|安委办)|[省市州县区](?:应急管理|应急)?[局厅]|[省市州县区]安委办)(?:\p{Script=Han}{0,8}(?:大队|支队|中队|[科股处室]))?/u
/** What a heading says beside the unit; anything else makes it a sentence. */
const rest = new RegExp(
  `^(?:${day}|[上下]午|晚|的|对|关于|直接|监管|[省市县]级|[省市县区]?本级|安全|生产|监督|行政|执法|专项|日常|重点|随机|线上|线下|节前|节后|夜间|检查组?|督查|抽查|巡查|排查|隐患|问题|整治|行业|领域|企业|单位|煤矿|非煤矿山|非煤|矿山|危化品?|危险化学品|烟花爆竹|工贸|工矿商贸|冶金|商贸|综合|情况|工作|日报表?|报表|零?报告|汇报|汇总|统计|信息|通报|清单|明细|台账|如下|上报|报送|报|及|和|[（()）、，,。：: \\-—·]|\\d{1,3}家|共)*$`,
)
/** What numbers or frames a head: 一、…：, 【…】, （三）…, ◆…; 5.18 is a day. */
const frame =
  /^[\s【[「『〖《*#=~+•·●■◆▪\-—–]*(?:(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]?(?:[、：:]|[.](?!\d{1,2}(?:\s|$))|(?<=[)）]))|[①-⑳][、.]?|第(?:\d{1,2}|[一二三四五六七八九十]{1,3})家?[：:、，,]?)\s*)?[【[「『〖《*\s]*/
const frameEnd = /[】\]」』〗》*=~+：:，,。；;、\s|—–-]*$/

/** A line without what numbers and frames it, and where the rest stands in it. */
export function unframe(line: string): { core: string; from: number } {
  const from = frame.exec(line)![0].length
  return { core: line.slice(from).replace(frameEnd, ''), from }
}

/** Looked at first: most lines have none of these. */
const unitLike = /[省市州县区局厅]|应急|安委|管委会|大队|支队/

/** Reads a line's core; null where it says more than who reports, when and of what. */
export function readUnitHead(core: string, gazetteer: Gazetteer): UnitHead | null {
  if (core.length < 2 || core.length > longestHead || !unitLike.test(core)) return null
  const before = dayBefore.exec(core)
  const named = core.slice(before?.[0].length ?? 0)
  const whole = gazetteer.findMention(named)
  const mention = whole !== null && named.startsWith(whole) ? whole : null
  const place = mention ?? gazetteer.findMention(named, { bare: true })
  const tail = place !== null && named.startsWith(place) ? office.exec(named.slice(place.length))![0] : ''
  // 铁东 alone is no unit; 铁东局 and 铁东应急局 are.
  const isOffice = mention !== null || tail !== '' || /[局厅办]$/.test(place ?? '')
  const unit = isOffice ? `${place}${tail}` : (anyOffice.exec(named)?.[0] ?? null)
  if (unit === null) return null
  const after = named.slice(unit.length)
  if (!rest.test(after)) return null
  return { unit, date: before?.[1] ?? anyDay.exec(after)?.[0] ?? null }
}
