import { breakLines } from '../documents/break-lines.ts'
import { drawable, textWidth } from '../documents/glyphs.ts'
import { type Block, textLine } from './card-shapes.ts'

const size = 28
const lineHeight = 44
const paragraphGap = 10
/** Instead, where the author left a line empty. */
const emptyLineGap = 30
/** What is kept of blanks before a line, in characters. */
const deepest = 4

/** How people mark the items of a list at the beginning of a line: 1. 1、（1） ① 一、（一） 一是 • */
const itemMark =
  /^(?:\d{1,2}(?:[、）)]|[.．](?!\d))|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]、?|[一二三四五六七八九十]{1,3}[、是]|[①-⑳][、.]?|[-•●■◆▪·—]+(?=[ 　\p{Script=Han}]))[ 　]*/u

/** A heading 小标题, or what introduces the next paragraph: one line without an end. */
const openEnd = /[^。；！？，.;!?]$/
/** So many lines stay together at most; a list of names is no heading for what follows it. */
const longestBlock = 6

interface Line {
  content: string
  /** In characters. */
  indent: number
  /** Free space above it, in pixels. */
  above: number
  /** Whether a card must not end after it. */
  keepsNext: boolean
}

/**
 * The text of a commentary within `width` pixels from `left`: paragraphs and empty lines stay apart, blanks that the
 * author set before a line stay, and items of a list hang 悬挂缩进 by their mark. No card begins or ends with a single
 * line of a paragraph, nor ends with a heading.
 */
export function textBlocks(text: string, left: number, width: number): Block[] {
  const blocks: Line[][] = []
  let keeps = false
  for (const line of linesOf(text, width / size)) {
    if (keeps && blocks.at(-1)!.length < longestBlock) blocks.at(-1)!.push(line)
    else blocks.push([line])
    keeps = line.keepsNext
  }
  return blocks.map(lines => ({
    height: lines.reduce((sum, { above }) => sum + above + lineHeight, 0),
    draw(top) {
      let y = top
      return lines.map(({ content, indent, above }) => {
        y += above + lineHeight
        const from = indent * size
        return textLine(content, left + from, y - (lineHeight + size) / 2, width - from, { size })
      })
    },
  }))
}

function linesOf(text: string, room: number): Line[] {
  const lines: Line[] = []
  let above = 0
  for (const paragraph of drawable(text).split('\n')) {
    if (paragraph.trim() === '') {
      above = lines.length > 0 ? emptyLineGap : 0
      continue
    }
    const hung = hang(paragraph, room)
    for (const [i, line] of hung.entries()) {
      const isHeading = hung.length === 1 && openEnd.test(line.content)
      const keepsNext = hung.length === 1 ? isHeading : i === 0 || i === hung.length - 2
      lines.push({ ...line, above: i === 0 ? above : 0, keepsNext })
    }
    above = paragraphGap
  }
  return lines
}

/** The lines of a paragraph and how far each is indented, in characters. */
function hang(paragraph: string, room: number): { content: string; indent: number }[] {
  const body = paragraph.trim()
  const blanks = textWidth(paragraph.slice(0, paragraph.indexOf(body)))
  const before = Math.min(deepest, blanks)
  const mark = itemMark.exec(body)?.[0] ?? ''
  const after = mark === '' ? 0 : before + textWidth(mark)
  return breakLines(body, { first: room - before, rest: room - after }).map((content, i) => ({
    content,
    indent: i === 0 ? before : after,
  }))
}
