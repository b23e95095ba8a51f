import { breakLines } from '../documents/break-lines.ts'
import { drawable } from '../documents/glyphs.ts'
import { hazardNumber } from '../hazards/hazard-number.ts'
import { shortDate } from '../time.ts'
import { type Block, box, type Colour, inner, type Shape, textLine } from './card-shapes.ts'
import type { CitedHazard } from './commentary.ts'

const size = 22
const lineHeight = 30
const padding = { x: 6, y: 8 }
/** A cell holds no more lines; what is cut ends in …. */
const mostLines = 12
const heading = { height: 46, size: 24 }

/** Heads and widths in pixels; together as wide as a panel's inside. */
const columns: [string, number][] = [
  ['编号', 88],
  ['检查单位', 120],
  ['企业', 140],
  ['隐患', 234],
  ['整改情况', 132],
]

/** Heading and column heads of the table of hazards 隐患表, repeated on each card that has rows of it. */
export function tableHead(): Block {
  const head = row(
    columns.map(([content]) => ({ content, bold: true })),
    'paper',
  )
  return {
    height: heading.height + head.height,
    draw: top => [
      textLine('涉及隐患', inner.left, top + 6, inner.width, {
        size: heading.size,
        bold: true,
        colour: 'brand',
      }),
      ...head.draw(top + heading.height),
    ],
  }
}

/** One hazard a row, which stays whole. `date` is the commentary's, by which a deadline has passed or not. */
export const tableRow = (hazard: CitedHazard, date: string): Block =>
  row([
    { content: hazardNumber(hazard) },
    { content: hazard.unit },
    { content: hazard.enterprise ?? '—' },
    {
      content: `${hazard.major ? '【重大】' : ''}${hazard.text}`,
      ...(hazard.major && { colour: 'open' as const }),
    },
    {
      content: stateOf(hazard, date),
      colour: hazard.rectified === true ? 'rectified' : 'open',
      bold: true,
    },
  ])

function stateOf({ rectified, deadline }: CitedHazard, date: string): string {
  if (rectified === true) return '已整改'
  if (deadline === null) return rectified === false ? '未整改' : '未注明'
  return deadline < date ? `逾期未整改\n限${shortDate(deadline)}` : `限${shortDate(deadline)}前整改`
}

interface Cell {
  content: string
  bold?: boolean
  colour?: Colour
}

function row(cells: Cell[], fill?: Colour): Block {
  const texts = cells.map((cell, i) => cellLines(cell, columns[i]![1] - 2 * padding.x))
  const height = Math.max(...texts.map(lines => lines.length)) * lineHeight + 2 * padding.y
  return {
    height,
    draw(top) {
      let x: number = inner.left
      return cells.flatMap(({ bold, colour }, i): Shape[] => {
        const [left, width] = [x, columns[i]![1]]
        x += width
        return [
          // One pixel further, so that neighbours share a frame.
          box(left, top, width + 1, height + 1, {
            ...(fill && { fill }),
            frame: { colour: 'line', width: 1 },
          }),
          ...texts[i]!.map((line, n) =>
            textLine(
              line,
              left + padding.x,
              top + padding.y + n * lineHeight + (lineHeight - size) / 2,
              width - 2 * padding.x,
              { size, ...(bold && { bold }), ...(colour && { colour }) },
            ),
          ),
        ]
      })
    },
  }
}

function cellLines({ content, bold }: Cell, width: number): string[] {
  const room = width / size
  const lines = drawable(content)
    .split('\n')
    .flatMap(line => breakLines(line, { first: room, rest: room }, bold))
  if (lines.length <= mostLines) return lines
  const kept = lines.slice(0, mostLines)
  kept[mostLines - 1] = `${[...kept[mostLines - 1]!].slice(0, -1).join('')}…`
  return kept
}
