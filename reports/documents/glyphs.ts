import { boldWidths, glyphRanges, regularWidths, wideCharacters } from './glyph-table.ts'

/** Stands for a character that the fonts lack 缺字. */
const missingMark = '〓'

const ranges = readRanges(glyphRanges)
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * A text of which every character can be drawn: emoji and rare characters that the fonts lack become 〓, one for each
 * that the reader would have seen; blanks of all kinds are blanks, line breaks \n; what has no shape of its own is left out.
 */
export function drawable(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t|(?!\u3000)\p{Zs}/gu, ' ')
  let drawn = ''
  for (const { segment } of segmenter.segment(plain)) {
    const visible = segment.replace(/(?!\n)[\p{Cc}\p{Cf}\p{M}]/gu, '')
    drawn += [...visible].every(character => character === '\n' || hasGlyph(character))
      ? visible
      : missingMark
  }
  return drawn
}

/** Whether both weights of the fonts draw a character. */
export function hasGlyph(character: string): boolean {
  const code = character.codePointAt(0)!
  let [low, high] = [0, ranges.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ranges[middle]!.first <= code) low = middle
    else high = middle - 1
  }
  return code >= ranges[low]!.first && code <= ranges[low]!.last
}

/**
 * The width of a drawable text as a multiple of the font's size: never too small, and exact for ASCII and
 * Chinese but where two marks meet, which the font sets closer 标点挤压. Known without a canvas, so that how many pages a text takes can be told at any time.
 */
export function textWidth(text: string, bold = false): number {
  const narrow = bold ? boldWidths : regularWidths
  let width = 0
  for (const character of text)
    width += narrow[character.codePointAt(0)! - 0x20] ?? wideCharacters[character] ?? 1000
  return width / 1000
}

function readRanges(written: string): { first: number; last: number }[] {
  let previous = 0
  return written.split(' ').map(range => {
    const [gap, more = '0'] = range.split('+')
    const first = previous + Number.parseInt(gap!, 36)
    previous = first + Number.parseInt(more, 36)
    return { first, last: previous }
  })
}
