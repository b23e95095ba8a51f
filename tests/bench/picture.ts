import * as echarts from 'echarts'
import { pictureOption, renderPicture } from '../../reports/daily/picture.ts'
import { busyReport } from '../reports/daily/fixture.ts'
import { type Comparison, interleave, milliseconds, time } from './measure.ts'

/** The picture as PNG, against echarts' SVG text of the same picture. */
export async function comparePicture(): Promise<Comparison> {
  const report = busyReport()
  const { ours, reference } = await interleave(
    () => time(() => renderPicture(report)),
    () => time(() => renderSvg(report)),
    15,
    3,
  )
  const ratio = ours / reference
  return {
    subject: 'picture: PNG / SVG text of echarts',
    ours: milliseconds(ours),
    reference: milliseconds(reference),
    ratio,
    aim: '< 4',
    met: ratio < 4,
  }
}

function renderSvg(report: Parameters<typeof pictureOption>[0]): string {
  const { option, width, height } = pictureOption(report)
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
