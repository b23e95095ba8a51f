import { drawable } from '../documents/glyphs.ts'
import { longDate } from '../time.ts'
import { type Block, type Colour, inner, textLine } from './card-shapes.ts'
import type { CitedFigures } from './commentary.ts'

const heading = { height: 46, size: 24 }
const value = { height: 58, size: 44 }
const label = { height: 34, size: 22 }

/** The figures 数据 behind a commentary, side by side, with the daily report that they are of. */
export function figuresBlock(division: string, figures: CitedFigures): Block {
  const tiles: [string, number, Colour][] = [
    ['检查企业（家）', figures.enterprises, 'inspected'],
    ['发现隐患（条）', figures.hazards, 'ink'],
    ['已整改（条）', figures.rectified, 'rectified'],
    ['重大隐患（条）', figures.majorHazards, figures.majorHazards > 0 ? 'open' : 'ink'],
  ]
  const width = inner.width / tiles.length
  const room = width - 12
  return {
    height: heading.height + value.height + label.height,
    draw: top => [
      textLine(
        drawable(`${longDate(figures.date)}日报表数据（${division}监管行业）`),
        inner.left,
        top + 6,
        inner.width,
        {
          size: heading.size,
          bold: true,
          colour: 'brand',
        },
      ),
      ...tiles.flatMap(([name, number, colour], i) => {
        const x = inner.left + (i + 0.5) * width
        const below = top + heading.height
        return [
          textLine(String(number), x, below + 6, room, {
            size: value.size,
            align: 'center',
            bold: true,
            colour,
          }),
          textLine(name, x, below + value.height + 4, room, {
            size: label.size,
            align: 'center',
            colour: 'muted',
          }),
        ]
      }),
    ],
  }
}
