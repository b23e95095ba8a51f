import { breakLines } from '../documents/break-lines.ts'
import { drawable } from '../documents/glyphs.ts'
import type { Letter } from './letter.ts'
import { firstPageTop, grid, pitch, points, size, typeArea } from './measures.ts'
import { type LetterParagraph, paragraphsOf, type Run } from './paragraphs.ts'
import { styleOf } from './styles.ts'

/** A line 行 of a page. Lengths in points from the paper's upper left corner. */
export interface LetterLine {
  runs: Run[]
  size: number
  /** The upper edge of the line; its characters stand in its middle. */
  top: number
  height: number
  left: number
  right: number
  align: 'left' | 'center' | 'right' | 'both'
}

/** How many pages 页数 a letter takes, by the measures of the preview; fonts that differ may move a line. */
export const letterPageCount = (letter: Letter): number => layOutLetter(letter).length

/** The lines of each page of a letter, laid out without a canvas. */
export function layOutLetter(letter: Letter): LetterLine[][] {
  const foot = points(typeArea.top + typeArea.height)
  const pages: LetterLine[][] = [[]]
  let y = firstPageTop
  const turn = () => {
    pages.push([])
    y = points(typeArea.top)
  }
  for (const lines of togetherOf(paragraphsOf(letter).flatMap(linesOf))) {
    const height = lines.reduce((sum, { above, line, below }) => sum + above + line.height + below, 0)
    const full = y + height > foot
    // What is higher than a page cannot stay together.
    const whole = height <= foot - points(typeArea.top)
    if (pages.at(-1)!.length > 0 && (lines[0]!.beginsPage || (full && whole))) turn()
    for (const { above, line, below } of lines) {
      const gap = pages.at(-1)!.length === 0 && pages.length > 1 ? 0 : above
      if (y + gap + line.height > foot && pages.at(-1)!.length > 0) turn()
      else y += gap
      pages.at(-1)!.push({ ...line, top: y })
      y += line.height + below
    }
  }
  return pages
}

interface FlowingLine {
  line: Omit<LetterLine, 'top'>
  above: number
  below: number
  keepsNext: boolean
  beginsPage: boolean
}

/** Lines that stay on one page. */
function togetherOf(lines: FlowingLine[]): FlowingLine[][] {
  const groups: FlowingLine[][] = []
  let keeps = false
  for (const line of lines) {
    if (keeps && !line.beginsPage) groups.at(-1)!.push(line)
    else groups.push([line])
    keeps = line.keepsNext
  }
  return groups
}

function linesOf(paragraph: LetterParagraph): FlowingLine[] {
  const style = styleOf(paragraph.style)
  const { indent = 0, firstIndent = 0, rightIndent = 0, above = 0, below = 0, align } = style
  const runs = paragraph.runs.map(run => ({ ...run, text: drawable(run.text) }))
  const bold = isBold(runs[0]!)
  const text = runs.map(run => run.text).join('')
  const fit = style.size === size.body ? grid.characters : points(typeArea.width) / style.size
  const texts =
    paragraph.lines?.map(drawable) ?? breakLines(text, { first: fit - firstIndent, rest: fit - indent }, bold)
  const right = points(typeArea.left + typeArea.width) - (paragraph.rightIndent ?? rightIndent) * pitch
  const keepsNext = paragraph.keepsNext ?? style.keepsNext ?? false
  let at = 0
  return texts.map((content, i) => {
    const [first, last] = [i === 0, i === texts.length - 1]
    const from = text.indexOf(content, at)
    at = from + content.length
    return {
      line: {
        runs: cutRuns(runs, from, at),
        size: style.size,
        height: style.line,
        left: points(typeArea.left) + (first ? firstIndent : indent) * pitch,
        right,
        align: align === 'both' && last ? 'left' : align,
      },
      above: first ? above : 0,
      below: last ? below : 0,
      keepsNext: last && keepsNext,
      beginsPage: first && (style.beginsPage ?? false),
    }
  })
}

/** Whether the preview draws a run in the heavy weight: it has one face in two weights. */
export const isBold = ({ face }: Run): boolean => face === 'hei' || face === 'biaosong'

/** What of the runs stands from one place of their text to another. */
function cutRuns(runs: Run[], from: number, to: number): Run[] {
  let start = 0
  return runs.flatMap(run => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}
