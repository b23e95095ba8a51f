import type { SKRSContext2D } from '@napi-rs/canvas'
import { colours } from '../documents/colours.ts'
import { fontFamily, registerFonts } from '../documents/fonts.ts'
import { encodePng } from '../documents/png.ts'
import { layOutCards } from './card-layout.ts'
import type { Box, Colour, Shape, TextLine } from './card-shapes.ts'
import type { IssuedCommentary } from './commentary.ts'

/** How far below the upper edge of a character its baseline lies, as part of its size (OS/2 table of the fonts). */
const ascent = 0.88

/**
 * A card 卡片 of a commentary as a picture for the phone: a PNG, 810 pixels wide. Pages count from 1; throws RangeError
 * where the commentary has no such page: see `cardCount`.
 */
export async function renderCard(issued: IssuedCommentary, page: number): Promise<Buffer> {
  const layout = layOutCards(issued)[page - 1]
  if (layout === undefined) throw new RangeError(`commentary ${issued.id} has no card ${page}`)
  const { createCanvas } = await import('@napi-rs/canvas')
  await registerFonts()
  const canvas = createCanvas(layout.width, layout.height)
  const context = canvas.getContext('2d')
  // The layout counts on the width of each character by itself: no kerning, no ligatures.
  context.fontKerning = 'none'
  context.textRendering = 'optimizeSpeed'
  context.fillStyle = paint('paper')
  context.fillRect(0, 0, layout.width, layout.height)
  for (const shape of layout.shapes) draw(context, shape)
  return encodePng(canvas.data(), layout.width, layout.height)
}

const paint = (colour: Colour) => `#${colours[colour]}`

const draw = (context: SKRSContext2D, shape: Shape) =>
  shape.kind === 'box' ? drawBox(context, shape) : drawText(context, shape)

function drawBox(context: SKRSContext2D, { x, y, width, height, fill, frame, radius = 0 }: Box): void {
  if (fill !== undefined) {
    context.fillStyle = paint(fill)
    context.beginPath()
    context.roundRect(x, y, width, height, radius)
    context.fill()
  }
  if (frame !== undefined) {
    context.strokeStyle = paint(frame.colour)
    context.lineWidth = frame.width
    context.beginPath()
    context.roundRect(
      x + frame.width / 2,
      y + frame.width / 2,
      width - frame.width,
      height - frame.width,
      radius,
    )
    context.stroke()
  }
}

function drawText(context: SKRSContext2D, { content, x, y, size, align, colour, bold }: TextLine): void {
  context.font = `${bold ? 700 : 400} ${size}px "${fontFamily}"`
  context.fillStyle = paint(colour)
  context.textAlign = align
  context.fillText(content, x, y + ascent * size)
}
