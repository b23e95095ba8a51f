import type { EChartsOption } from 'echarts'
import { fontFamily } from '../documents/fonts.ts'
import { percent } from '../documents/percent.ts'
import { wrapNames } from '../documents/wrap-names.ts'
import { provincialLevel } from '../terms.ts'
import { businessDate, businessTime, longDate } from '../time.ts'
import { type DailyReport, rectificationRate, type Totals } from './daily-report.ts'
import { datePhrase, ratesOf, remarks, reportTitle } from './phrases.ts'
import { type Colour, type Element, paint, rect, text } from './picture-elements.ts'
import { overall } from './totals.ts'

/** Every length here is for a picture of this width; the height grows with what there is to say. */
const pictureWidth = 1080

const margin = 36
const inner = pictureWidth - 2 * margin
const rowHeight = 56
/** Where the bars of enterprises and those of hazards may stand; right of them is room for their figures. */
const leftChart = { left: 178, width: 230 }
const rightChart = { left: 520, width: 330 }
/** What the width holds of characters of 28 pixels. */
const charactersPerLine = 34
const mostLines = 10

/** One block of the picture and where it ends. */
interface Block {
  bottom: number
  elements: Element[]
}

/** What echarts draws for the picture of a report, as plain data, and the size that it is laid out for. */
export function pictureOption(report: DailyReport): { option: EChartsOption; width: number; height: number } {
  const places = [
    { city: provincialLevel, totals: report.provincial },
    ...report.cities.map(({ city, totals }) => ({ city, totals })),
  ]
  const head = headBlock(report)
  const figures = figuresBlock(overall(report), head.bottom + 28)
  const reporting = reportingBlock(report, figures.bottom + 24)
  const chartTop = reporting.bottom + 110
  const chartHeight = places.length * rowHeight
  const cardHeight = chartTop + chartHeight + 16 - (reporting.bottom + 24)
  const legend = legendElements(reporting.bottom + 68)
  const missing = missingBlock(report, chartTop + chartHeight + 40)
  return {
    width: pictureWidth,
    // A multiple of four, so that three quarters of it are whole pixels.
    height: Math.ceil(missing.bottom / 4) * 4,
    option: {
      animation: false,
      backgroundColor: paint('paper'),
      textStyle: { fontFamily },
      graphic: {
        elements: [
          ...head.elements,
          ...figures.elements,
          ...reporting.elements,
          rect(margin, reporting.bottom + 24, inner, cardHeight, 'white', 12),
          ...legend,
          ...missing.elements,
        ] as never,
      },
      ...bars(places, chartTop, chartHeight),
    },
  }
}

function headBlock(report: DailyReport): Block {
  const notes = remarks(report)
  const height = 180 + notes.length * 44
  return {
    bottom: height,
    elements: [
      rect(0, 0, pictureWidth, height, 'brand'),
      text(reportTitle, pictureWidth / 2, 64, { size: 54, colour: 'white', bold: true, align: 'center' }),
      ...[datePhrase(report), ...notes].map((line, i) =>
        text(line, pictureWidth / 2, 130 + i * 44, {
          size: i === 0 ? 36 : 30,
          colour: 'white',
          align: 'center',
        }),
      ),
    ],
  }
}

function figuresBlock(totals: Totals, top: number): Block {
  const tiles: [string, string, Colour][] = [
    ['检查组（个）', String(totals.teams), 'ink'],
    ['检查（人次）', String(totals.personTimes), 'ink'],
    ['检查企业（家）', String(totals.enterprises), 'inspected'],
    ['发现隐患（条）', String(totals.hazards), 'open'],
    ['已整改（条）', String(totals.rectified), 'rectified'],
    ['整改率', percent(rectificationRate(totals)), 'rectified'],
  ]
  const [width, height, gap] = [(inner - 2 * 24) / 3, 156, 24]
  return {
    bottom: top + 2 * height + gap,
    elements: tiles.flatMap(([label, value, colour], i) => {
      const x = margin + (i % 3) * (width + gap)
      const y = top + Math.floor(i / 3) * (height + gap)
      return [
        rect(x, y, width, height, 'white', 12),
        text(value, x + width / 2, y + 62, { size: 66, colour, bold: true, align: 'center' }),
        text(label, x + width / 2, y + 122, { size: 30, colour: 'muted', align: 'center' }),
      ]
    }),
  }
}

function reportingBlock({ reporting }: DailyReport, top: number): Block {
  const { expected, actual, onTime } = reporting
  const rates = ratesOf(reporting)
  const halves: [string, string, string][] = [
    ['报送率', rates.reporting, `应报${expected}家，实报${actual}家`],
    ['及时率', rates.onTime, `按时${onTime}家`],
  ]
  return {
    bottom: top + 116,
    elements: [
      rect(margin, top, inner, 116, 'white', 12),
      ...halves.flatMap(([label, value, note], i) => {
        const x = margin + 28 + i * 600
        return [
          text(label, x, top + 40, { size: 30, colour: 'muted' }),
          text(note, x, top + 80, { size: 30, colour: 'muted' }),
          text(value, x + (i === 0 ? 550 : 350), top + 58, { size: 52, bold: true, align: 'right' }),
        ]
      }),
    ],
  }
}

const legendElements = (y: number): Element[] =>
  (
    [
      [leftChart.left, 'inspected', '检查企业'],
      [rightChart.left, 'rectified', '隐患已整改'],
      [rightChart.left + 220, 'open', '未整改'],
    ] as const
  ).flatMap(([x, colour, label]) => [
    rect(x, y - 12, 24, 24, colour, 4),
    text(label, x + 36, y, { size: 30 }),
  ])

/** Enterprises on the left, hazards on the right, one row per place. */
function bars(places: { city: string; totals: Totals }[], top: number, height: number) {
  const largest = (figure: 'enterprises' | 'hazards') =>
    Math.max(1, ...places.map(({ totals }) => totals[figure]))
  const grid = { top, height }
  const yAxis = {
    type: 'category' as const,
    inverse: true,
    data: places.map(({ city }) => city),
    axisLine: { lineStyle: { color: paint('line') } },
    axisTick: { show: false },
    axisLabel: { fontSize: 30, color: paint('ink'), fontFamily },
  }
  const series = { type: 'bar' as const, barWidth: 28, silent: true }
  const label = { show: true, position: 'right' as const, fontSize: 28, color: paint('ink'), fontFamily }
  const hidden = { type: 'value' as const, show: false }
  return {
    grid: [
      { ...grid, ...leftChart },
      { ...grid, ...rightChart },
    ],
    xAxis: [
      { ...hidden, gridIndex: 0, max: largest('enterprises') },
      { ...hidden, gridIndex: 1, max: largest('hazards') },
    ],
    yAxis: [
      { ...yAxis, gridIndex: 0 },
      { ...yAxis, gridIndex: 1, axisLabel: { show: false } },
    ],
    series: [
      {
        ...series,
        itemStyle: { color: paint('inspected') },
        label,
        data: places.map(({ totals }) => totals.enterprises),
      },
      ...(['rectified', 'open'] as const).map(part => ({
        ...series,
        xAxisIndex: 1,
        yAxisIndex: 1,
        stack: 'hazards',
        itemStyle: { color: paint(part) },
        ...(part === 'open' ? { label } : {}),
        data: places.map(({ totals: { hazards, rectified } }) =>
          part === 'rectified'
            ? rectified
            : {
                value: Math.max(0, hazards - rectified),
                label: { formatter: hazards === 0 ? '0' : `${rectified}/${hazards}` },
              },
        ),
      })),
    ],
  }
}

function missingBlock(report: DailyReport, top: number): Block {
  const { missing, expected } = report.reporting
  const lines = wrapNames(missing, charactersPerLine, mostLines)
  const height = 92 + lines.length * 44
  const heading = missing.length > 0 ? `缺报${missing.length}家` : expected > 0 ? '无缺报' : '无应报单位'
  const compiled = new Date(report.compiledAt)
  return {
    bottom: top + height + 64,
    elements: [
      rect(margin, top, inner, height, 'white', 12),
      text(heading, margin + 24, top + 46, {
        size: 36,
        bold: true,
        colour: missing.length > 0 ? 'open' : 'rectified',
      }),
      ...lines.map((line, i) => text(line, margin + 24, top + 98 + i * 44, { size: 28 })),
      text(
        `${longDate(businessDate(compiled))}${businessTime(compiled)}编制`,
        pictureWidth - margin,
        top + height + 32,
        { size: 26, colour: 'muted', align: 'right' },
      ),
    ],
  }
}
