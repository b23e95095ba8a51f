import { readNumeral } from '../text/numerals.ts'
import { findStatements, states, type Wording } from './statements.ts'

const number = '(\\d{1,4}|[〇零一二两三四五六七八九十]{1,3})'
const measure = '[起件宗个家例]'

/** 拟立案, 正在申请立案: not yet. */
const notYet =
  /(?:(?<![模虚草])拟|准备|打算|计划|建议|提请|申请|报请|提交|移送|移交|正在|即将|将(?:要|依法|予以|对|给予|进行)?|可以?|应当?|如果?|若|否则|逾期|拒不|待|达到|符合|是否|纳入|予以考虑)[^，,；;。\n]{0,12}$/
/** 立案标准, 立案审批表: speaks of filing, files none. */
const otherwise = /^(?:标准|条件|审批|查处率|率|中|前|程序|手续|依据)/

const counted: Wording = {
  words: new RegExp(
    `立案(?:查处|处罚|调查|侦办|侦查|案件|情况|数量?|共计?|合计|[:：（(了共]|调查处理|行政处罚){0,4} ?${number} ?${measure}`,
    'g',
  ),
  notAfter: notYet,
}
const countedBefore: Wording = {
  words: new RegExp(`${number} ?${measure}(?:案件|企业|单位)?(?:已|均|予以|依法|被)*立案`, 'g'),
  notAfter: notYet,
  notBefore: otherwise,
}
const none: Wording = {
  words:
    /(?:未(?:予|被|作|进行)?|不(?:予|作|需|再)?|无需?|没有?(?:予以)?|暂未|免于?)(?:行政|处罚|进行)*立案/g,
  notBefore: otherwise,
}
const filed: Wording = { words: /立案/g, notAfter: notYet, notBefore: otherwise }
/** A form's own column: 立案情况：是. */
const column = /^(?:是否)?立案(?:情况|数量?|查处|处罚|调查)*(?:[（(][^（()）\n]{0,6}[)）])?[:：]\s*(.*)/s
const no = new RegExp(`^(?:否|无|没有|未|不|/|-|—+|×|[0零]${measure}?)[。\\s]*$`)
const yes = /^(?:是|有|已|√|已立)[。\s]*$/
const bare = new RegExp(`^${number} ?${measure}?[。\\s]*$`)

/** Cases filed 立案 in one text: 立案 is 1, 立案2起 is 2, 未立案 is 0; null where it says nothing, or only intends to. */
export function readCases(text: string): number | null {
  const value = column.exec(text)?.[1]?.trim()
  if (value === undefined) return readSentence(text)
  if (no.test(value)) return 0
  if (yes.test(value)) return 1
  return readNumeral(bare.exec(value)?.[1] ?? '') ?? readSentence(value)
}

function readSentence(text: string): number | null {
  const counts = [counted, countedBefore]
    .flatMap(wording => [...findStatements(text, wording)])
    .flatMap(({ match }) => readNumeral(match[1]!) ?? [])
  if (counts.length > 0) return counts.reduce((sum, count) => sum + count, 0)
  // What denies it contains the word itself: without the denials there must be another.
  if (states(text.replace(none.words, ''), filed)) return 1
  return states(text, none) ? 0 : null
}
