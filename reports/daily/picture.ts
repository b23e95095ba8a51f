import { drawChart } from '../documents/draw-chart.ts'
import type { DailyReport } from './daily-report.ts'
import { pictureOption } from './picture-option.ts'

export { pictureOption } from './picture-option.ts'

/** The daily report 日报表 as a picture for the phone: a PNG, 810 pixels wide. */
export const renderPicture = (report: DailyReport): Promise<Buffer> => drawChart(pictureOption(report))
