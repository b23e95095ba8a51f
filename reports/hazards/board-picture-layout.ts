import { placeName, shorten } from '../daily/phrases.ts'
import { type Colour, type Element, paint, rect, text } from '../daily/picture-elements.ts'
import type { ChartLayout } from '../documents/draw-chart.ts'
import { fontFamily } from '../documents/fonts.ts'
import { drawable, textWidth } from '../documents/glyphs.ts'
import { businessDate, businessTime, longDate } from '../time.ts'
import type { Board, BoardEntry, BoardFigures } from './board.ts'
import { boardTitle, clearanceText, remarksOf, scopeText, timeText } from './board-text.ts'
import { isOverdue } from './hazard.ts'
import { hazardNumber } from './hazard-number.ts'
import { briefText, daysBetween } from './hazard-text.ts'

/** Every length here is for a picture of this width; the height grows with what there is to say. */
const pictureWidth = 1080
const margin = 36
const inner = pictureWidth - 2 * margin
const rowHeight = 56
/** Where the bars may stand; right of them is room for their figures. */
const chart = { left: 290, width: 510 }
const mostPlaces = 12
const mostOverdue = 5

/** One block of the picture and where it ends. */
interface Block {
  bottom: number
  elements: Element[]
}

/** The figures, what is open by place, and what has been overdue longest. */
export function boardPictureLayout(board: Board): ChartLayout {
  const places = shownPlaces(board)
  const head = headBlock(board)
  const figures = figuresBlock(board, head.bottom + 28)
  const top = figures.bottom + 24
  const bars = { top: top + 86, height: places.length * rowHeight }
  const card = { top, height: bars.top + bars.height + 16 - top }
  const overdue = overdueBlock(board, card.top + card.height + 24)
  const foot = overdue.bottom + 32
  const asked = new Date(board.question.askedAt)
  return {
    width: pictureWidth,
    height: Math.ceil((foot + 32) / 4) * 4,
    option: {
      animation: false,
      backgroundColor: paint('paper'),
      textStyle: { fontFamily },
      graphic: {
        elements: [
          ...head.elements,
          ...figures.elements,
          rect(margin, card.top, inner, card.height, 'white', 12),
          ...legend(card.top + 44),
          ...overdue.elements,
          text(`${longDate(businessDate(asked))}${businessTime(asked)}编制`, pictureWidth - margin, foot, {
            size: 26,
            colour: 'muted',
            align: 'right',
          }),
        ] as never,
      },
      ...barsOf(places, bars.top, bars.height),
    },
  }
}

function headBlock(board: Board): Block {
  const { question } = board
  const lines = [scopeText(question.scope), [timeText(question, longDate), ...remarksOf(board)].join('，')]
  const height = 132 + lines.length * 48
  return {
    bottom: height,
    elements: [
      rect(0, 0, pictureWidth, height, 'brand'),
      text(boardTitle, pictureWidth / 2, 64, { size: 54, colour: 'white', bold: true, align: 'center' }),
      ...lines.map((line, i) =>
        text(fitted(line, inner, 32), pictureWidth / 2, 132 + i * 48, {
          size: 32,
          colour: 'white',
          align: 'center',
        }),
      ),
    ],
  }
}

function figuresBlock({ figures, question }: Board, top: number): Block {
  const tiles: [string, string | number, Colour][] = [
    ['在册（条）', figures.open, 'ink'],
    ['逾期（条）', figures.overdue, 'open'],
    ['重大（条）', figures.major, 'open'],
    ['整改中', figures.rectifying, 'inspected'],
    ['待复查', figures.reported, 'rectified'],
    ['待销号', figures.reinspected, 'rectified'],
    ['屡改屡犯', figures.recurring, 'ink'],
    ['提级', figures.takenOver, 'ink'],
    ['未报期限', figures.undated, 'ink'],
    ...(question.scope.overdue
      ? []
      : ([
          ['累计发现', figures.found, 'ink'],
          ['累计销号', figures.closed, 'rectified'],
          ['清零率', clearanceText(figures), 'rectified'],
        ] as [string, string | number, Colour][])),
  ]
  const [width, height, gap] = [(inner - 2 * 24) / 3, 124, 20]
  const rows = tiles.length / 3
  return {
    bottom: top + rows * height + (rows - 1) * gap,
    elements: tiles.flatMap(([label, value, colour], i) => {
      const x = margin + (i % 3) * (width + 24)
      const y = top + Math.floor(i / 3) * (height + gap)
      return [
        rect(x, y, width, height, 'white', 12),
        text(String(value), x + width / 2, y + 48, { size: 54, colour, bold: true, align: 'center' }),
        text(label, x + width / 2, y + 98, { size: 28, colour: 'muted', align: 'center' }),
      ]
    }),
  }
}

/** The parts of a bar, from the left. */
const parts: { name: string; colour: Colour; of: (figures: BoardFigures) => number }[] = [
  { name: '逾期', colour: 'open', of: ({ overdue }) => overdue },
  { name: '整改中未逾期', colour: 'inspected', of: ({ rectifying, overdue }) => rectifying - overdue },
  { name: '待复查、待销号', colour: 'rectified', of: ({ reported, reinspected }) => reported + reinspected },
]

const legend = (y: number): Element[] => {
  let x = margin + 24
  return parts.flatMap(({ name, colour }) => {
    const at = x
    x += 36 + textWidth(name) * 28 + 48
    return [rect(at, y - 12, 24, 24, colour, 4), text(name, at + 36, y, { size: 28 })]
  })
}

/** The places with most open hazards; those for which there is no room are one. */
function shownPlaces({ places }: Board): Board['places'] {
  if (places.length <= mostPlaces) return places
  const rest = places.slice(mostPlaces - 1)
  const sum = (figure: keyof BoardFigures) => rest.reduce((total, { figures }) => total + figures[figure], 0)
  const figures = Object.fromEntries(
    Object.keys(rest[0]!.figures).map(figure => [figure, sum(figure as keyof BoardFigures)]),
  ) as unknown as BoardFigures
  return [...places.slice(0, mostPlaces - 1), { name: `其余${rest.length}家`, figures }]
}

function barsOf(places: Board['places'], top: number, height: number) {
  const label = { show: true, position: 'right' as const, fontSize: 28, color: paint('ink'), fontFamily }
  return {
    grid: [{ top, height, ...chart }],
    xAxis: [
      { type: 'value' as const, show: false, max: Math.max(1, ...places.map(({ figures }) => figures.open)) },
    ],
    yAxis: [
      {
        type: 'category' as const,
        inverse: true,
        data: places.map(({ name }) => fitted(placeName(name), chart.left - margin - 20, 28)),
        axisLine: { lineStyle: { color: paint('line') } },
        axisTick: { show: false },
        axisLabel: { fontSize: 28, color: paint('ink'), fontFamily, interval: 0 },
      },
    ],
    series: parts.map(({ colour, of }, i) => ({
      type: 'bar' as const,
      barWidth: 28,
      silent: true,
      stack: 'open',
      itemStyle: { color: paint(colour) },
      data: places.map(({ figures }) => ({
        value: of(figures),
        // The whole of the bar stands at its end; an empty last part stands there as well.
        label: i < parts.length - 1 ? { show: false } : { ...label, formatter: wholeText(figures) },
      })),
    })),
  }
}

const wholeText = ({ open, overdue }: BoardFigures): string =>
  overdue === 0 ? `${open}条` : `${open}条，逾期${overdue}`

function overdueBlock({ open, question }: Board, top: number): Block {
  const overdue = open.filter(({ hazard }) => isOverdue(hazard, question.date)).slice(0, mostOverdue)
  const height = 84 + overdue.length * 92
  const heading = overdue.length === 0 ? '无逾期隐患' : '逾期最久'
  return {
    bottom: top + height,
    elements: [
      rect(margin, top, inner, height, 'white', 12),
      text(heading, margin + 24, top + 44, {
        size: 34,
        bold: true,
        colour: overdue.length === 0 ? 'rectified' : 'open',
      }),
      ...overdue.flatMap((entry, i) => overdueLines(entry, question.date, top + 100 + i * 92)),
    ],
  }
}

/** Two lines for one: whose it is with its days, and what it is. */
function overdueLines({ hazard }: BoardEntry, date: string, y: number): Element[] {
  const days = `逾期${daysBetween(hazard.deadline!, date)}天`
  const room = inner - 48
  const whose = `${hazardNumber(hazard)} ${placeName(hazard.unit)} ${hazard.enterprise ?? '企业未写明'}`
  const what = `${hazard.major ? '【重大】' : ''}${briefText(hazard.text, 60)}`
  return [
    text(fitted(whose, room - textWidth(days, true) * 28 - 24, 28), margin + 24, y, { size: 28 }),
    text(days, margin + 24 + room, y, { size: 28, bold: true, colour: 'open', align: 'right' }),
    text(fitted(what, room, 26), margin + 24, y + 40, { size: 26, colour: 'muted' }),
  ]
}

/** A text that can be drawn, cut to `width` pixels at a size. */
function fitted(written: string, width: number, size: number): string {
  const content = drawable(written).replaceAll('\n', ' ')
  const most = width / size
  if (textWidth(content) <= most) return content
  let length = [...content].length - 1
  while (length > 1 && textWidth(shorten(content, length)) > most) length--
  return shorten(content, length)
}
