/** The workbook as the bot renders it. */
import { renderWorkbook } from '../../../reports/daily/workbook.ts'
import { sampleReport } from '../../reports/daily/fixture.ts'
import { annexRows, report } from './annex.ts'

await report(() => renderWorkbook(sampleReport({ localRows: annexRows() })))
