import { drawable, textWidth } from '../documents/glyphs.ts'
import { businessDate, businessTime, longDate, weekday } from '../time.ts'
import { type Block, box, card, inner, type Shape, textLine } from './card-shapes.ts'
import type { IssuedCommentary } from './commentary.ts'
import { correctionPhrase, headOffice } from './commentary-text.ts'

const mark = { height: 40, size: 24, padding: 14, gap: 14 }

/** Which card of how many. */
export interface Page {
  number: number
  count: number
}

/** The band 题头 on every card, as each may be forwarded alone: title, number, date, and what marks it. */
export function headBlock(issued: IssuedCommentary, page: Page): Block {
  const title = `${drawable(issued.division)}日点评`
  const number = `第${issued.number}期`
  const numberRoom = textWidth(number, true) * 44
  const date = `${longDate(issued.date)}（${weekday(issued.date)}）`
  const marks = marksOf(issued)
  const height = marks.length > 0 ? 196 : 142
  return {
    height,
    draw: () => [
      box(0, 0, card.width, height, { fill: 'brand' }),
      textLine(title, inner.left, 28, inner.width - numberRoom - 24, {
        size: 44,
        bold: true,
        colour: 'white',
      }),
      textLine(number, inner.left + inner.width, 28, numberRoom, {
        size: 44,
        bold: true,
        colour: 'white',
        align: 'right',
      }),
      textLine(date, inner.left, 92, 500, { size: 28, colour: 'white' }),
      ...(page.count > 1
        ? [
            textLine(`（${page.number}/${page.count}）`, inner.left + inner.width, 92, 180, {
              size: 28,
              colour: 'white',
              align: 'right',
            }),
          ]
        : []),
      ...drawMarks(marks, 138),
    ],
  }
}

/** 更正, which is to be seen first of all, filled; 协同 framed. */
function marksOf({ version, joint }: IssuedCommentary): { content: string; filled: boolean }[] {
  return [
    ...(version > 1 ? [{ content: correctionPhrase(version), filled: true }] : []),
    ...(joint.length > 0 ? [{ content: `协同：${joint.join('、')}`, filled: false }] : []),
  ]
}

function drawMarks(marks: { content: string; filled: boolean }[], top: number): Shape[] {
  let x: number = inner.left
  return marks.flatMap(({ content, filled }): Shape[] => {
    const left = x
    const room = Math.min(
      textWidth(content, true) * mark.size,
      inner.left + inner.width - left - 2 * mark.padding,
    )
    x += room + 2 * mark.padding + mark.gap
    return [
      box(left, top, room + 2 * mark.padding, mark.height, {
        radius: 6,
        ...(filled ? { fill: 'white' } : { frame: { colour: 'white', width: 2 } }),
      }),
      textLine(content, left + mark.padding, top + (mark.height - mark.size) / 2, room, {
        size: mark.size,
        bold: true,
        colour: filled ? 'open' : 'white',
      }),
    ]
  })
}

/** The foot 落款: when it was sent out, and the office and name of the head. */
export function footBlock(issued: IssuedCommentary): Block {
  const { author, issuedAt } = issued
  const at = new Date(issuedAt)
  const office = headOffice(issued)
  return {
    height: 76,
    draw: top => [
      textLine(
        `${longDate(businessDate(at))}${businessTime(at)}发布`,
        inner.left,
        top + 24,
        inner.width * 0.45,
        { size: 22, colour: 'muted' },
      ),
      textLine(
        drawable(author === office ? office : `${office}　${author}`),
        inner.left + inner.width,
        top + 22,
        inner.width * 0.53,
        {
          size: 26,
          bold: true,
          align: 'right',
        },
      ),
    ],
  }
}
