import { figuresBlock } from './card-figures.ts'
import { footBlock, headBlock } from './card-frame.ts'
import { kindBadges, kindBars, textLeft } from './card-kinds.ts'
import { type Block, box, card, inner, type Shape } from './card-shapes.ts'
import { tableHead, tableRow } from './card-table.ts'
import { textBlocks } from './card-text.ts'
import type { IssuedCommentary } from './commentary.ts'

/** One card 卡片 as laid out: shapes in the order in which they are drawn, lengths in pixels. */
export interface CardLayout {
  width: number
  height: number
  shapes: Shape[]
}

const panelGap = 20
const panelPadding = 20

/** A white panel; where it goes on on the next card, its head stands there again. */
interface Panel {
  head: Block | null
  blocks: Block[]
  /** What stands along its blocks. */
  beside?(top: number, height: number): Shape[]
}

/** How many cards a commentary takes: what is long flows on, no card being higher than 2,000 pixels. */
export const cardCount = (issued: IssuedCommentary): number => paginate(issued).length

/** The cards of a commentary, laid out without a canvas. */
export function layOutCards(issued: IssuedCommentary): CardLayout[] {
  const pages = paginate(issued)
  return pages.map((panels, i) => drawCard(issued, panels, { number: i + 1, count: pages.length }))
}

/** The panels of each card. Cards that belong together are about equally high. */
function paginate(issued: IssuedCommentary): Panel[][] {
  const panels = panelsOf(issued)
  const most = card.highest - headBlock(issued, { number: 1, count: 1 }).height - footBlock(issued).height
  let pages = flow(panels, most)
  for (let room = most - 40; pages.length > 1 && room > most / 3; room -= 40) {
    const lower = flow(panels, room)
    if (lower.length > pages.length) break
    pages = lower
  }
  return pages
}

function panelsOf(issued: IssuedCommentary): Panel[] {
  const { kinds, hazards, figures, date, division } = issued
  const left = textLeft(kinds)
  const panels: Panel[] = [
    {
      head: kindBadges(kinds, inner.left),
      blocks: textBlocks(issued.text, left, inner.left + inner.width - left),
      beside: (top, height) => kindBars(kinds, top, height),
    },
  ]
  if (hazards.length > 0)
    panels.push({ head: tableHead(), blocks: hazards.map(hazard => tableRow(hazard, date)) })
  if (figures !== null) panels.push({ head: null, blocks: [figuresBlock(division, figures)] })
  return panels
}

/** What a panel takes beside its blocks. */
const overhead = ({ head }: Panel) => panelGap + 2 * panelPadding + (head?.height ?? 0)

/** Fills pages of so much room in order; a block that does not fit begins the next one. */
function flow(panels: Panel[], most: number): Panel[][] {
  const pages: Panel[][] = [[]]
  let room = most
  for (const panel of panels) {
    let current: Panel | null = null
    for (const block of panel.blocks) {
      const needed = block.height + (current === null ? overhead(panel) : 0)
      if (needed > room && pages.at(-1)!.length > 0) {
        pages.push([])
        room = most
        current = null
      }
      if (current === null) {
        current = { ...panel, blocks: [] }
        pages.at(-1)!.push(current)
        room -= overhead(panel)
      }
      current.blocks.push(block)
      room -= block.height
    }
  }
  return pages
}

function drawCard(
  issued: IssuedCommentary,
  panels: Panel[],
  page: { number: number; count: number },
): CardLayout {
  const [head, foot] = [headBlock(issued, page), footBlock(issued)]
  const shapes = head.draw(0)
  let y = head.height
  for (const panel of panels) {
    const blocksHeight = panel.blocks.reduce((sum, { height }) => sum + height, 0)
    const top = y + panelGap
    y = top + 2 * panelPadding + (panel.head?.height ?? 0) + blocksHeight
    shapes.push(box(card.margin, top, card.width - 2 * card.margin, y - top, { fill: 'white', radius: 12 }))
    let at = top + panelPadding
    if (panel.head !== null) {
      shapes.push(...panel.head.draw(at))
      at += panel.head.height
    }
    shapes.push(...(panel.beside?.(at, blocksHeight) ?? []))
    for (const block of panel.blocks) {
      shapes.push(...block.draw(at))
      at += block.height
    }
  }
  shapes.push(...foot.draw(y))
  return { width: card.width, height: y + foot.height, shapes }
}
