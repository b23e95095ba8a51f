import { colours } from '../documents/colours.ts'
import { fontFamily } from '../documents/fonts.ts'

/** One graphic element as echarts takes it. */
export type Element = Record<string, unknown>
export type Colour = keyof typeof colours

/** A colour of the documents as CSS. */
export const paint = (colour: Colour) => `#${colours[colour]}`

/** A filled rectangle, with rounded corners of `radius` pixels. */
export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
  radius = 0,
): Element => ({
  type: 'rect',
  silent: true,
  shape: { x, y, width, height, r: radius },
  style: { fill: paint(colour) },
})

export interface TextStyle {
  /** Height of a character in pixels. */
  size: number
  colour?: Colour
  bold?: boolean
  align?: 'left' | 'center' | 'right'
}

/** A line of text, its middle at `y`. */
export const text = (content: string, x: number, y: number, style: TextStyle): Element => ({
  type: 'text',
  silent: true,
  x,
  y,
  z: 10,
  style: {
    text: content,
    fill: paint(style.colour ?? 'ink'),
    fontFamily,
    fontSize: style.size,
    fontWeight: style.bold ? 700 : 400,
    align: style.align ?? 'left',
    verticalAlign: 'middle',
  },
})
