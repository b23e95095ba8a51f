import LineBreaker from 'linebreak'
import { textWidth } from './glyphs.ts'

/** What no line begins with 避头, and what none ends with 避尾. */
const neverFirst = /^[，。、；：？！）》」』】〕〉”’～·％℃／,.;:?!)\]}%]/
const neverLast = /[（《“‘「『【〔〈￥([{①-⑳]$/

/** The rooms that a text has, in multiples of the font's size: its first line, and the ones after it. */
interface LineRooms {
  first: number
  rest: number
}

/**
 * Breaks one paragraph of drawable text into lines 断行 after UAX #14: punctuation stays with what it belongs to,
 * numbers and Latin words stay whole; a run that is longer than a line is cut. Blanks at the ends of lines are dropped.
 */
export function breakLines(text: string, rooms: LineRooms, bold = false): string[] {
  const lines: string[] = []
  const fits = (line: string) =>
    textWidth(line.trimEnd(), bold) <= (lines.length === 0 ? rooms.first : rooms.rest)
  let line = ''
  for (const piece of splitUnbreakable(text)) {
    if (line !== '' && !fits(line + piece)) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
    while (!fits(line)) {
      const at = cutPoint(line, fits)
      lines.push(line.slice(0, at))
      line = line.slice(at)
    }
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}

/** The pieces of a text that lines are made of. */
function splitUnbreakable(text: string): string[] {
  const breaker = new LineBreaker(asChinese(text))
  const pieces: string[] = []
  let from = 0
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    pieces.push(text.slice(from, found.position))
    from = found.position
  }
  return pieces
}

/**
 * The same text, place by place, with marks for which UAX #14 does not tell a Chinese text from another one replaced by
 * marks of the class that they have in Chinese: quotes open and close, ① stays with what follows, ·～／ and the measure
 * of a number with what precedes, so that 5月18日 and 19家 stay whole.
 */
const asChinese = (text: string): string =>
  text
    .replace(/(?<![A-Za-z])’|’(?![A-Za-z])/g, '」')
    .replaceAll('”', '」')
    .replace(/[“‘]/g, '「')
    .replace(/[①-⑳]/g, '（')
    .replace(/(?<=\d)[年月时](?=\d)/g, '%')
    .replace(/[·～／]|(?<=\d)[年月日号时分秒天家条项处个人名起次期吨米]/g, '〜')

/** Where to cut a line that has no place to break and is too long. */
function cutPoint(line: string, fits: (line: string) => boolean): number {
  const places: number[] = []
  let at = 0
  for (const character of line) {
    at += character.length
    if (!fits(line.slice(0, at))) break
    places.push(at)
  }
  const good = places.findLast(
    place => !neverFirst.test(line.slice(place)) && !neverLast.test(line.slice(0, place)),
  )
  // Not even one character where the room is absurdly small: one all the same, or it would never end.
  return good ?? places.at(-1) ?? [...line][0]!.length
}
