import type { SKRSContext2D } from '@napi-rs/canvas'
import { fontFamily, registerFonts } from '../documents/fonts.ts'
import { encodePng } from '../documents/png.ts'
import { isBold, type LetterLine, layOutLetter } from './layout.ts'
import { type Letter, letterhead } from './letter.ts'
import {
  doubleLine,
  margin,
  mark,
  pageNumber,
  paper,
  pitch,
  points,
  red,
  size,
  typeArea,
} from './measures.ts'

/** Pixels: of the picture's width, and of a point. */
const width = 1080
const scale = width / points(paper.width)
const height = Math.round(points(paper.height) * scale)

/** How far below the upper edge of a character its baseline lies, as part of its size (OS/2 table of the fonts). */
const ascent = 0.88
const ink = '#1A1A1A'

/**
 * A page of a letter as a picture for the phone: a PNG, 1080 pixels wide, in the one face that is at hand. Pages count from 1;
 * throws RangeError where the letter has no such page: see `letterPageCount`.
 */
export async function renderLetterPicture(letter: Letter, page: number): Promise<Buffer> {
  const lines = layOutLetter(letter)[page - 1]
  if (lines === undefined) throw new RangeError(`letter ${letter.id} has no page ${page}`)
  const { createCanvas } = await import('@napi-rs/canvas')
  await registerFonts()
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  // The layout counts on the width of each character by itself: no kerning, no ligatures.
  context.fontKerning = 'none'
  context.textRendering = 'optimizeSpeed'
  context.fillStyle = '#FFFFFF'
  context.fillRect(0, 0, width, height)
  // Lengths from here on are points.
  context.scale(scale, scale)
  if (page === 1) drawFrame(context)
  else drawPageNumber(context, page)
  context.fillStyle = ink
  for (const line of lines) drawLine(context, line)
  return encodePng(canvas.data(), width, height)
}

/** Mark and double lines of the first page. */
function drawFrame(context: SKRSContext2D): void {
  context.fillStyle = `#${red}`
  context.font = font(size.mark, true)
  context.textAlign = 'center'
  context.fillText(letterhead.committee, points(paper.width) / 2, points(mark.top) + ascent * size.mark)
  const { thick, gap, thin } = doubleLine
  const left = points((paper.width - doubleLine.length) / 2)
  const rule = (y: number, thickness: number) =>
    context.fillRect(left, y, points(doubleLine.length), thickness)
  const upper = points(mark.top + doubleLine.belowMark) + size.mark
  rule(upper, thick)
  rule(upper + thick + gap, thin)
  const lower = points(paper.height - doubleLine.aboveEdge)
  rule(lower - thick, thick)
  rule(lower - thick - gap - thin, thin)
}

function drawPageNumber(context: SKRSContext2D, page: number): void {
  const odd = page % 2 === 1
  const indent = pageNumber.indent * size.pageNumber
  const middle = points(typeArea.top + typeArea.height + pageNumber.below)
  context.fillStyle = ink
  context.font = font(size.pageNumber, false)
  context.textAlign = odd ? 'right' : 'left'
  context.fillText(
    `— ${page} —`,
    odd ? points(paper.width - margin.right) - indent : points(typeArea.left) + indent,
    middle + (ascent - 0.5) * size.pageNumber,
  )
}

const font = (inPoints: number, bold: boolean) => `${bold ? 700 : 400} ${inPoints}px "${fontFamily}"`

function drawLine(context: SKRSContext2D, line: LetterLine): void {
  const bold = isBold(line.runs[0] ?? { text: '', face: 'fangsong' })
  const text = line.runs.map(run => run.text).join('')
  context.font = font(line.size, bold)
  context.textAlign = 'left'
  const gaps = [...text].length - 1
  const natural = context.measureText(text).width
  const room = line.right - line.left
  // What does not reach the margin is spaced; what is set wider than its room, as digits may be, is set closer.
  const usual = line.size === size.body ? pitch - size.body : 0
  const spacing =
    gaps > 0 && (line.align === 'both' || natural + gaps * usual > room) ? (room - natural) / gaps : usual
  const drawn = natural + gaps * spacing
  const x = {
    left: line.left,
    both: line.left,
    center: line.left + (room - drawn) / 2,
    right: line.right - drawn,
  }
  context.letterSpacing = `${spacing}px`
  context.fillText(text, x[line.align], line.top + (line.height - line.size) / 2 + ascent * line.size)
  context.letterSpacing = '0px'
}
