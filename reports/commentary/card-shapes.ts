import type { colours } from '../documents/colours.ts'
import { textWidth } from '../documents/glyphs.ts'

export type Colour = keyof typeof colours

/** A rectangle, filled or only framed; lengths in pixels. */
export interface Box {
  kind: 'box'
  x: number
  y: number
  width: number
  height: number
  fill?: Colour
  /** Colour and width of the frame, which lies inside. */
  frame?: { colour: Colour; width: number }
  radius?: number
}

/** A line of text; lengths in pixels. */
export interface TextLine {
  kind: 'text'
  content: string
  /** Its left edge, middle or right edge, as `align` says. */
  x: number
  /** The upper edge of its characters. */
  y: number
  size: number
  /** How wide it may be. */
  room: number
  align: 'left' | 'center' | 'right'
  colour: Colour
  bold: boolean
}

export type Shape = Box | TextLine

/** A part of a card that stays whole, drawn from a given upper edge down. */
export interface Block {
  height: number
  draw(top: number): Shape[]
}

/** The card's measures in pixels. */
export const card = { width: 810, highest: 2000, margin: 24, padding: 24 } as const
/** Where what stands within a panel begins, and how wide it is. */
export const inner = {
  left: card.margin + card.padding,
  width: card.width - 2 * (card.margin + card.padding),
} as const

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  look: Pick<Box, 'fill' | 'frame' | 'radius'>,
): Box => ({ kind: 'box', x, y, width, height, ...look })

/** A line of text, made smaller where it would be wider than its room. */
export function textLine(
  content: string,
  x: number,
  y: number,
  room: number,
  look: { size: number; align?: TextLine['align']; colour?: Colour; bold?: boolean },
): TextLine {
  const { size, align = 'left', colour = 'ink', bold = false } = look
  const fitted = Math.min(size, room / textWidth(content, bold))
  return { kind: 'text', content, x, y: y + (size - fitted) / 2, size: fitted, room, align, colour, bold }
}
