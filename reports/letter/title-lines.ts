import { drawable, textWidth } from '../documents/glyphs.ts'
import { points, size, typeArea } from './measures.ts'

/** A title's line holds so many characters. */
const room = points(typeArea.width) / size.title
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Breaks a title 标题回行 after 7.3.1: no word is cut, and the lines are about equally long, the last one no longer than
 * those above it (an upside-down trapezium 倒梯形).
 */
export function titleLines(title: string): string[] {
  const words = [...segmenter.segment(title)].flatMap(({ segment }) =>
    widthOf(segment) <= room ? segment : [...segment],
  )
  let lines = fill(words, room)
  const count = lines.length
  for (let narrower = room - 0.5; count > 1 && narrower > room / 2; narrower -= 0.5) {
    const tried = fill(words, narrower)
    const last = widthOf(tried.at(-1)!)
    if (tried.length > count || tried.some(line => widthOf(line) < last)) break
    lines = tried
  }
  return lines
}

const widthOf = (text: string): number => textWidth(drawable(text), true)

/** What stays with the word before it: marks that close, and 的. */
const closes = /^[，。、；：？！）》”’」』】〕的]/

function fill(words: string[], width: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (
      line !== undefined &&
      (widthOf(line + word) <= width || (closes.test(word) && widthOf(line + word) <= room))
    )
      lines[lines.length - 1] = line + word
    else lines.push(word)
  }
  return lines.length === 0 ? [''] : lines
}
