import { anyOf, plainEndings } from '../prose/words.ts'
import { cutClauses } from './clauses.ts'
import { readCounts } from './counts.ts'

/** Messages with numbers in them that are no report of the sender's unit, by what gives them away. */
const refusals: RegExp[] = [
  // Questions, and talk about figures or about others'.
  /[?？]|[吗呢吧么嘛]\s*$|多少|[有是报]几[家项个]|是否属实|是不是|怎么|如何|为什么|谁/m,
  /[你您咱啥唉哎呀]|[那这]\d*[家个几]|说(?!明)|请(?:于|在|各|尽快|及时|抓紧|按).{0,20}(?:反馈|报)|大家|缺报|迟报|^(?:已收|收到)|贵[局市县区]|哈哈|[哦嗯]|累死|太累|真[多快忙]|对不上|不一致|报[错漏重]|填错|写错|改[成为]|应该是|好像|大概|可能是|估计|听说|口径|核实|核对一下/m,
  /[午上]去|去\d|一会儿?|等会儿?|待会|回头(?!看)|马上(?!整改)|晚点|等下|还没|没报|数字(?!化)|截图|表格|群里/,
  // Other people's statistics, news and papers.
  /(?:全省|全国)(?!(?:统一|安全生产)?[^，,。；;\n]{0,8}(?:部署|要求|会议|安排|视频|工作|统一|精神|行动)|[^，,。；;\n]{0,20}日报表(?:\n|$))|各市[（(]?州/,
  /记者|报道|讯[，,（( ]|新华社|来源[:：]|转发|转自|原标题|公众号|点击|据(?:悉|了解|介绍|报)|提示函|日点评/,
  // 根据《关于…的通知》 gives the reason for an inspection.
  /^(?!.{0,30}(?:根据|按照|落实|贯彻|依据)).{0,20}关于.{0,40}(?:通知|通报|意见|方案|公告)(?!书)|通报如下|通知如下|印发/m,
]

/** Whether a text is a question, small talk, news or a paper, whatever numbers it holds. */
export const isRefused = (text: string): boolean => refusals.some(pattern => pattern.test(text))

const chinese = '\\p{Script=Han}'
const firm = new RegExp(
  `${chinese}{2,}(?:有限(?:责任)?公司|股份公司|分公司)|(?:对|到|赴|在|(?:检|抽|督|巡|排|夜|暗|突)查了?|执法|督导|暗访|[:：、，,.（(；;。]|^)(${chinese}{2,14}?${anyOf(plainEndings)})(?=进行|开展|实施|存在|发现|检查|[、，,。；;:：（()）\\n]|$)`,
  'gmu',
)
const kind =
  /危险化学品|危化品?|非煤|煤矿|工贸|烟花|爆竹|企业|单位|重点|生产|经营|辖区内?|[市县区]|内|全|各类|大型|小型|部分|涉|执法|检查|开展|进行|对|加油站|加气站|化工|冶金|机械|商场|超市|油库|冷库|厂|重大|危险源|的|个体|民营/g

/** Names of single enterprises; 加油站 and 危化企业 are kinds. */
export const namesEnterprise = (text: string): boolean => {
  for (const [whole, name] of text.matchAll(firm))
    if (name === undefined || (name.replace(kind, '').length >= 2 && !/[家户个]/.test(whole))) return true
  return false
}

const listMark =
  /(?:^|[\n：:；;。])\s*(?:[（(]?\d{1,2}[)）、.．](?!\d)|[①-⑳]|[（(]?[一二三四五六七八九十]{1,2}(?:[)）、]|是))([^\n；;]{4,})/g
const described =
  /(?:发现|存在)(?![^，,。；;]{0,8}(?:隐患|问题|\d))[^，,。；;\d]{3,}|等\d*[项条个处]?(?:安全)?(?:问题|隐患)|(?:问题|隐患)(?:如下|为|是|有|包括)?[:：]\s*(?!无|\d{1,4}\s*(?:[项条个处\s，,。；;]|$))\S{4,}/

/** Whether single hazards are described, rather than counted. */
export const describesHazards = (text: string): boolean => {
  if (described.test(text)) return true
  for (const [, item] of text.matchAll(listMark))
    if (cutClauses(item!).every(clause => readCounts(clause.text, { part: false, last: null }).length === 0))
      return true
  return false
}
