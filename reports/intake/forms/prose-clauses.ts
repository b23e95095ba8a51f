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
  /(?<=[\p{L}\d]{4})(?:(?=(?:检查|执法)(?:地点|人员))|(?<![未没有能中时后查于]|场|共)(?=发现了?(?:\d|[一二两三四五六七八九十]{1,2}[个项处条]|问题|隐患|以下|如下)))/gu

/** A comma or a colon between digits belongs to a number; a space parts only what Chinese characters surround. */
function isMark(text: string, at: number): boolean {
  const char = text[at]!
  const [before = '', after = ''] = [text[at - 1], text[at + 1]]
  if (char === ' ') return /[\p{L}\d）)]/u.test(before) && /[\p{L}]/u.test(after) && !/[A-Za-z]/.test(after)
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

/** Cuts a text into clauses; what stands in brackets and quotation marks stays whole. */
export function cutClauses(text: string): Clause[] {
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
