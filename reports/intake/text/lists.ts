import { readNumeral } from './numerals.ts'

/** A list as people number it, cut into its items; `lead` stands before the first number. */
export interface NumberedList {
  lead: string
  items: string[]
}

const chinese = '[一二三四五六七八九十]{1,3}'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** Each way to number; one list keeps to one of them, so that numbers inside an item do not cut it. */
const styles = [
  // 1.2 is a number, and the second item of 1.…；2.4号反应釜… is not: see `findMarks`.
  '(\\d{1,2}) ?(?:、|[.)）:：·])',
  '[（(](\\d{1,2})[)）][、.]?',
  `([${circled}])[、.]?`,
  `[（(](${chinese})[)）][、.]?`,
  `(${chinese})[、.]`,
  `(${chinese})是`,
  `第(${chinese})(?:[个条点处](?:问题|隐患)?是?(?!项)|[，,、:：])`,
  `其(${chinese})[，,、:：是]`,
  `(?:问题|隐患)(\\d{1,2}|${chinese})[:：、.，,]`,
  '(?<![A-Za-z])([A-H])[.、)）:：]',
  // First of all, then, at last: in this order, whatever they are called.
  '(首先|其次|再次|最后)(?!一[项条个处])[，,、:：]?',
  // 1灭火器过期, 1,灭火器过期: only at the beginning of a line or clause.
  '(?<=^|[\\n；;。\\p{Script=Han}]\\s*)(\\d{1,2})[,， ]{0,2}(?=\\p{Script=Han})(?![年月日号时个项条处家名人具台只层楼米吨%级类区])',
].map(source => new RegExp(source, 'gu'))
const order = ['首先', '其次', '再次', '最后']

interface Mark {
  number: number
  from: number
  to: number
}

function readMarkNumber(written: string, previous: number): number {
  if (circled.includes(written)) return circled.indexOf(written) + 1
  if (/^[A-H]$/.test(written)) return written.charCodeAt(0) - 64
  // 最后 ends a list of any length.
  if (order.includes(written))
    return written !== '最后' ? order.indexOf(written) + 1 : previous > 0 ? previous + 1 : 0
  return readNumeral(written) ?? 0
}

/**
 * The marks 1, 2, 3 … of one style. The first must stand free; the next may follow anything, but before a digit
 * (2.4号反应釜 among 1.5米) only the beginning of a clause, and one alone is a number.
 */
function findMarks(text: string, style: RegExp): Mark[] {
  const marks: Mark[] = []
  let firstIsDoubtful = false
  for (const match of text.matchAll(style)) {
    const mark: Mark = {
      number: readMarkNumber(match[1]!, marks.at(-1)?.number ?? 0),
      from: match.index,
      to: match.index + match[0].length,
    }
    const beforeDigit = /[.:：)）]\d/.test(text.slice(mark.to - 1, mark.to + 1))
    if (beforeDigit && mark.from > 0 && !/[\n；;。]/.test(text[mark.from - 1]!)) continue
    const previous = mark.from === 0 ? '\n' : text[mark.from - 1]!
    const free = /[\s:：；;。，,、）)]/.test(previous)
    const begins = mark.number === 1 && free && (marks.length === 0 || /[\n；;：:。]/.test(previous))
    const continues = mark.number === (marks.at(-1)?.number ?? 0) + 1 && !/[第\d.《]/.test(previous)
    if (!begins && (marks.length === 0 || !continues)) continue
    if (marks.length === 0) firstIsDoubtful = beforeDigit
    marks.push(mark)
  }
  const isBare = marks[0] !== undefined && /[A-H\d其首]$|^首先/u.test(text.slice(marks[0].from, marks[0].to))
  return marks.length === 1 && (firstIsDoubtful || isBare) ? [] : marks
}

/** Cuts a text at its numbers; null when it is not numbered. */
export function splitNumbered(text: string): NumberedList | null {
  let best: Mark[] = []
  for (const style of styles) {
    const marks = findMarks(text, style)
    if (marks.length > 0 && (best.length === 0 || marks[0]!.from < best[0]!.from)) best = marks
  }
  if (best.length === 0) return null
  return {
    lead: text.slice(0, best[0]!.from).trim(),
    items: best.map(({ to }, index) => text.slice(to, best[index + 1]?.from).trim()),
  }
}

/** Cuts at ； and 。 but not inside brackets. */
function splitSentences(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const char of text) {
    if (/[（(《“【]/.test(char)) depth++
    else if (/[)）》”】]/.test(char)) depth = Math.max(0, depth - 1)
    if (depth === 0 && (char === '；' || char === ';' || char === '。')) parts.push('')
    else parts[parts.length - 1] += char
  }
  return depth === 0 ? parts : text.split(/[；;。]/)
}

/** Marks that begin an item anywhere; a dash or a dot only does at the beginning of a line. */
const bullets = '•●■◆◇▪▲△★☆※→➤►▶✅❌⚠'
const inlineBullet = new RegExp(`[${bullets}]+\\s*`, 'u')
const lineBullet = new RegExp(`^[\\s\\-—–·*+${bullets}]+`, 'u')

/** Cuts a list into items: numbered, else a line or a bullet each, else at ； and 。. */
export function splitList(text: string): NumberedList {
  const numbered = splitNumbered(text)
  if (numbered) return numbered
  const lines = text
    .split('\n')
    .map(line => line.replace(lineBullet, ''))
    .flatMap(line => line.split(inlineBullet))
  return { lead: '', items: lines.flatMap(splitSentences).filter(item => item.trim() !== '') }
}
