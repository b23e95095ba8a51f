import { registerFonts } from '../documents/fonts.ts'
import { encodePng } from '../documents/png.ts'
import type { DailyReport } from './daily-report.ts'
import { pictureOption } from './picture-option.ts'

export { pictureOption } from './picture-option.ts'

/** Pixels per unit of the layout: packing a PNG takes most of the time, and a phone shows no more than this. */
const scale = 0.75

/** The daily report 日报表 as a picture for the phone: a PNG, 810 pixels wide. */
export async function renderPicture(report: DailyReport): Promise<Buffer> {
  const [{ createCanvas }, echarts] = await Promise.all([import('@napi-rs/canvas'), loadEcharts()])
  const { option, width, height } = pictureOption(report)
  const canvas = createCanvas(width * scale, height * scale)
  const chart = echarts.init(canvas as never, null, { width, height, devicePixelRatio: scale })
  try {
    chart.setOption(option)
    return await encodePng(canvas.data(), canvas.width, canvas.height)
  } finally {
    chart.dispose()
  }
}

/** Only the parts of echarts that the picture needs, with the fonts in place. */
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
