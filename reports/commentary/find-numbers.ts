import { type HazardNumber, hazardNumber } from '../hazards/hazard-number.ts'
import { readNumeral } from '../intake/text/numerals.ts'

const numeral = '(?:\\d{1,7}|[一二三四五六七八九十百零〇两]{1,6})'
const list = `${numeral}(?:[、,，和及—–~～至-](?:第)?${numeral}){0,30}`
const positions = `(?:的)?[，,（(]?第?(?<positions>${list})[项条处个](?:问题|隐患)*`

/** 第12号第1、2项, 编号12第1条隐患, 12号报告, 第12、13号; not 第12号令, 第3号罐, 5月12号. */
const reports = new RegExp(
  `(?:第(?<ordinal>${list})号(?!令|文|公告|通知|通报|楼|罐|炉|井|煤|线|机|库|门|泵|车|仓|塔|站|矿|点评|工作面|院|厂|店|提示|函)(?:报告|检查)?|编号(?:为|是|[：: ])?(?:第)?(?<number>${list})(?:号)?(?!-)|(?<![\\d月年楼第])(?<plain>\\d{1,7})号(?:检查)?报告)(?:${positions})?`,
  'gu',
)
/** 12-1, 隐患12-1, 第12-1号; not 2022-05-18, 3-5家, 1-2月. */
const hazards =
  /(?:(?<mark>隐患(?:编号)?[：: ]?|编号(?:为)?[：: ]?|第)|(?<![\d.\-—–/年月]|\d[:：]))(\d{1,7})[-–—](\d{1,3})(?![\d\-–—.:：/%％])(?<range>\s*(?:[家个条项日月天年人次户级米万元点时分周前%％倍吨]|小时|号(?!隐患)))?/gu

/** 1-2号、6-1号隐患, 隐患1-2号、6-1号, 第1-2号、第6-1号隐患: the word says what all numbers of the list are. */
const hazardLists = (() => {
  const one = '第?\\d{1,7}[-–—]\\d{1,3}'
  const listed = `${one}(?:号?[、,，和及与]${one}){0,30}`
  return new RegExp(`(?<=隐患(?:编号)?[：: ]?)${listed}号|(?<![\\d.\\-—–/年月])${listed}号?(?=的?隐患)`, 'gu')
})()

/** A report, or a hazard of it, where a text names it by its number; `position` null for the whole report. */
interface NamedNumber {
  report: number
  position: number | null
  at: number
  end: number
}

/** Reports and hazards that a text names by their numbers, in the order of the text. */
export function findNumbers(text: string): NamedNumber[] {
  const found: NamedNumber[] = []
  // What is read as a hazard's number is no report's as well.
  const unlisted = text.replace(hazardLists, (written, at: number) => {
    for (const [, report, position] of written.matchAll(/(\d+)[-–—](\d+)/g))
      if (Number(report) > 0 && Number(position) > 0)
        found.push({ report: Number(report), position: Number(position), at, end: at + written.length })
    return '·'.repeat(written.length)
  })
  const rest = unlisted.replace(hazards, (written, ...groups) => {
    const { mark, range } = groups.at(-1) as { mark?: string; range?: string }
    const [report, position] = [Number(groups[1]), Number(groups[2])]
    const isOrdinal = mark === '第' && range === '号'
    if (position === 0 || report === 0 || (range !== undefined && !isOrdinal)) return written
    // 第12-15号 are four reports.
    if (isOrdinal && position > report) return written
    if (mark === '第' && !isOrdinal) return written
    const at = groups.at(-3) as number
    found.push({ report, position, at, end: at + written.length })
    return '·'.repeat(written.length)
  })
  for (const match of rest.matchAll(reports)) {
    const { ordinal, number, plain, positions: own } = match.groups ?? {}
    const named = numbersIn(ordinal ?? number ?? plain ?? '')
    // 第12、13号第1项 does not tell whose.
    const within = own !== undefined && named.length === 1 ? numbersIn(own) : []
    const place = { at: match.index, end: match.index + match[0].length }
    for (const report of named)
      for (const position of within.length === 0 ? [null] : within) found.push({ report, position, ...place })
  }
  return found.sort((a, b) => a.at - b.at)
}

/** Each report and hazard once. */
export function referencesOf(numbers: NamedNumber[]): { reports: number[]; hazards: HazardNumber[] } {
  const hazards = numbers.flatMap(({ report, position }) => (position === null ? [] : [{ report, position }]))
  return {
    reports: [...new Set(numbers.flatMap(({ report, position }) => (position === null ? [report] : [])))],
    hazards: [...new Map(hazards.map(each => [hazardNumber(each), each])).values()],
  }
}

/** A range 12—15 names so many at most. */
const longestRange = 30

/** 12、13 and 12—15; a number that cannot be read is left out. */
function numbersIn(written: string): number[] {
  return written.split(/[、,，和及]/).flatMap(part => {
    const [from, to] = part.split(/[—–~～至-]/).map(each => readNumeral(each.replace('第', '')))
    if (!from) return []
    if (!to || to <= from || to - from >= longestRange) return [from]
    return Array.from({ length: to - from + 1 }, (_, i) => from + i)
  })
}
