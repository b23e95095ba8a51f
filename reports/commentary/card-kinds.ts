import { textWidth } from '../documents/glyphs.ts'
import { type Block, type Box, box, type Colour, inner, type Shape, textLine } from './card-shapes.ts'
import type { CommentaryKind } from './commentary.ts'

/** How a kind looks: in colour by its colour, in black and white as filled, thickly framed or thinly framed. */
const looks: Record<CommentaryKind, { colour: Colour; frame: number | null }> = {
  表扬: { colour: 'rectified', frame: null },
  指出问题: { colour: 'open', frame: 4 },
  工作要求: { colour: 'inspected', frame: 2 },
}

const badge = { height: 44, size: 26, padding: 18, gap: 14, below: 14 }
const bar = { width: 8, gap: 4, dash: 22 }

/** The words of the kinds 性质 side by side above the text; null where there are none. */
export function kindBadges(kinds: CommentaryKind[], left: number): Block | null {
  if (kinds.length === 0) return null
  return {
    height: badge.height + badge.below,
    draw(top) {
      let x = left
      return kinds.flatMap((kind): Shape[] => {
        const { colour, frame } = looks[kind]
        const room = textWidth(kind, true) * badge.size
        const at = x + badge.padding
        const width = room + 2 * badge.padding
        x += width + badge.gap
        return [
          box(at - badge.padding, top, width, badge.height, {
            radius: 6,
            ...(frame === null ? { fill: colour } : { frame: { colour, width: frame } }),
          }),
          textLine(kind, at, top + (badge.height - badge.size) / 2, room, {
            size: badge.size,
            bold: true,
            colour: frame === null ? 'white' : colour,
          }),
        ]
      })
    },
  }
}

/** Where the text begins, right of one bar for each kind. */
export const textLeft = (kinds: CommentaryKind[]): number =>
  kinds.length === 0 ? inner.left : inner.left + kinds.length * (bar.width + bar.gap) + 12

/** The bars along the text: whole for 表扬, dashed for 指出问题, hollow for 工作要求. */
export function kindBars(kinds: CommentaryKind[], top: number, height: number): Box[] {
  return kinds.flatMap((kind, i) => {
    const x = inner.left + i * (bar.width + bar.gap)
    const { colour } = looks[kind]
    if (kind === '表扬') return [box(x, top, bar.width, height, { fill: colour })]
    if (kind === '工作要求') return [box(x, top, bar.width, height, { frame: { colour, width: 2 } })]
    const dashes = Math.ceil(height / (bar.dash * 1.5))
    return Array.from({ length: dashes }, (_, n) => {
      const from = n * bar.dash * 1.5
      return box(x, top + from, bar.width, Math.min(bar.dash, height - from), { fill: colour })
    })
  })
}
