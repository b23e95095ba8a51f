/** A stretch of running text between two marks 。，；： or line ends. */
export interface Clause {
  text: string
  /** Position of its first character in the whole text. */
  from: number
  /** The mark behind it; empty where there is none. */
  end: string
}

const opening = '（(《“【「'
const closing = '）)》”】」'
const mark = '，,。；;！!：:\n'
/** So far a bracket may reach: one that nobody closed must not swallow the text. */
const longestBracket = 200

/** Where each bracket closes that does so on its line and within reach. */
function findBrackets(text: string): Map<number, number> {
  const closings = new Map<number, number>()
  let open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '\n') open = []
    else if (opening.includes(char)) open.push(at)
    else if (closing.includes(char)) {
      const from = open.pop()
      if (from !== undefined && at - from <= longestBracket) closings.set(from, at)
    }
  }
  return closings
}

/** Where a new clause begins though nobody paused, in dictated text: …加油站检查人员张三发现两个问题…. */
const unpaused =
  /(?<=[\p{L}\d]{4})(?:(?=(?:检查|执法)(?:地点|人员)|(?:地点|地址)[在是为]|(?:去|参加|检?查)的(?:人员?|同志)[是有])|(?<![未没有能中时后查于]|场|共)(?=(?:现场)?发现了?(?:\d|[一二两三四五六七八九十]{1,2}[个项处条]|问题|隐患|以下|如下)))/gu

/** A comma or a colon between digits belongs to a number; a space parts only what Chinese characters surround. */
function isMark(text: string, at: number): boolean {
  const char = text[at]!
  const [before = '', after = ''] = [text[at - 1], text[at + 1]]
  if (char === ' ') return /[\p{L}\d）)]/u.test(before) && /[\p{L}]/u.test(after) && !/[A-Za-z]/.test(after)
  // 3处未接地——①③限5月6日前: how the list stands.
  if (char === '—') return /^—*(?=[①-⑳第均都已限责])/.test(text.slice(at, at + 4))
  return mark.includes(char) && !(/[:,：]/.test(char) && /\d/.test(before) && /\d/.test(after))
}

/** The mark behind a clause that is cut where there is none is empty. */
function cutUnpaused(clause: Clause): Clause[] {
  const parts = clause.text.split(unpaused)
  let from = clause.from
  return parts.map((text, index) => {
    const part = { text, from, end: index === parts.length - 1 ? clause.end : '' }
    from += text.length
    return part
  })
}

/** 1灭火器过期 2通道堵塞, as dictated: a number, and no mark behind it. */
const spokenNumber =
  /(?<=^|[\s：:，,])(\d{1,2})(?=\p{Script=Han}{2})(?![年月日号时个项条处家名人具台只层楼米吨%级类区已限责现当立均都正])/gu
/** 1 2改了 3给到6月2号: what follows the list tells of its items. */
const spokenStatus =
  /(?<=[\p{Script=Han}]) (?=\d{1,2}(?:[ 、,和]\d{1,2}){0,9}(?:号|项|条)?(?:都|已|改|现场|当场|限|给|也))/u

/** A dictated list with marks behind its numbers; any other text as it was. */
export function withListMarks(text: string): string {
  const numbers = [...text.matchAll(spokenNumber)]
  const first = numbers.findIndex(([, number]) => number === '1')
  const list = numbers.slice(Math.max(first, 0)).filter(([, number], index) => Number(number) === index + 1)
  if (first < 0 || list.length < 2) return text
  let from = 0
  let marked = ''
  for (const { index, 1: number } of list) {
    marked += `${text.slice(from, index)}${from === 0 ? '' : '；'}${number}、`
    from = index + number!.length
  }
  return marked + text.slice(from).replace(spokenStatus, '。')
}

/** 田文博 马俊去的: names stand apart by spaces, and are one clause. */
const spacedNames =
  /(?<=^|[，,。；;：:\s])\p{Script=Han}{2,3}(?: \p{Script=Han}{2,3}){1,5}(?=(?:[两二三四五]个?人|一起|一同|俩)?(?:去的|[检]?查的|到场|参加|带队|[去到赴]))/gu

/** Cuts a text into clauses; what stands in brackets and quotation marks stays whole. */
export function cutClauses(written: string): Clause[] {
  const text = /[去查]的|参加|带队/.test(written)
    ? written.replace(spacedNames, names => names.replaceAll(' ', '、'))
    : written
  const clauses: Clause[] = []
  const brackets = findBrackets(text)
  let from = 0
  for (let at = 0; at < text.length; at++) {
    at = brackets.get(at) ?? at
    if (!isMark(text, at)) continue
    clauses.push({ text: text.slice(from, at), from, end: text[at]! })
    from = at + 1
  }
  clauses.push({ text: text.slice(from), from, end: '' })
  return clauses.flatMap(cutUnpaused).filter(clause => clause.text.trim() !== '')
}
