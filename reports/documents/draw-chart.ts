import type { EChartsOption } from 'echarts'
import { registerFonts } from './fonts.ts'
import { encodePng } from './png.ts'

/** Pixels per unit of the layout: packing a PNG takes most of the time, and a phone shows no more than this. */
const scale = 0.75

/** What echarts draws as plain data, and the size that it is laid out for: multiples of four. */
export interface ChartLayout {
  option: EChartsOption
  width: number
  height: number
}

/** Draws bars and graphic elements as a PNG of three quarters of the layout's size. */
export async function drawChart({ option, width, height }: ChartLayout): Promise<Buffer> {
  const [{ createCanvas }, echarts] = await Promise.all([import('@napi-rs/canvas'), loadEcharts()])
  const canvas = createCanvas(width * scale, height * scale)
  const chart = echarts.init(canvas as never, null, { width, height, devicePixelRatio: scale })
  try {
    chart.setOption(option)
    return await encodePng(canvas.data(), canvas.width, canvas.height)
  } finally {
    chart.dispose()
  }
}

/** Only the parts of echarts that bars need, with the fonts in place. */
async function loadEcharts() {
  const [{ createCanvas }, core, { BarChart }, { GridComponent, GraphicComponent }, { CanvasRenderer }] =
    await Promise.all([
      import('@napi-rs/canvas'),
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ])
  await registerFonts()
  core.use([BarChart, GridComponent, GraphicComponent, CanvasRenderer])
  core.setPlatformAPI({ createCanvas: () => createCanvas(1, 1) as never })
  return core
}
