import {
  type CellValue,
  type Column,
  createListWriter,
  openSheet,
  styles,
  type WorkbookWriter,
  writeHeads,
} from '../documents/worksheet.ts'
import type { ReportedHazard } from '../intake/parsed-message.ts'
import { unstatedIndustry } from '../terms.ts'
import { shortDate } from '../time.ts'
import { type AnnexRow, type DailyReport, type ListedHazard, numbered } from './daily-report.ts'
import { noHazards, noteOf, reportTitle } from './phrases.ts'
import { statedColumns } from './stated-phrases.ts'

const columns: Column[] = [
  { head: '序号', width: 6, style: styles.centre },
  { head: '检查单位', width: 18, style: styles.text },
  { head: '受检单位', width: 22, style: styles.text },
  { head: '检查地点', width: 18, style: styles.text },
  { head: '发现的问题隐患', width: 42, style: styles.text },
  { head: '检查人员', width: 18, style: styles.text },
  { head: '整改情况', width: 24, style: styles.text },
  { head: '行业', width: 11.5, style: styles.centre },
  { head: '日期', width: 11, style: styles.centre },
  { head: '编号', width: 7.5, style: styles.centre },
  { head: '备注', width: 7.5, style: styles.centre },
]

/** After so many rows the zip gets its turn; otherwise the whole sheet would pile up in memory before it. */
const batch = 16

/** An annex 附表: one line per inspection or report of totals, in the six columns and what stands beside them. */
export async function writeAnnex(
  workbook: WorkbookWriter,
  report: DailyReport,
  name: string,
  scope: string,
  rows: Iterable<AnnexRow>,
): Promise<void> {
  const sheet = openSheet(workbook, {
    note: noteOf(report),
    name,
    title: `${reportTitle}${name}（${scope}）`,
    columns,
  })
  writeHeads(sheet, columns)
  const write = createListWriter(sheet, columns)
  let count = 0
  for (const row of rows) {
    write(valuesOf(row, ++count))
    if (count % batch === 0) await new Promise(resolve => setImmediate(resolve))
  }
  if (count === 0) write(['', '无', ...Array(columns.length - 2).fill('')])
  sheet.commit()
}

const valuesOf = (row: AnnexRow, number: number): CellValue[] => [
  number,
  ...(row.totals === undefined ? sixColumns(row) : statedColumns(row.inspectingUnit, row.totals)),
  row.industry ?? unstatedIndustry,
  row.date,
  row.number,
  row.late ? '迟报' : '',
]

const sixColumns = (row: AnnexRow): string[] => [
  row.inspectingUnit,
  row.enterprise ?? '',
  row.place ?? '',
  hazardsText(row.hazards),
  row.inspectors.join('、'),
  row.rectification ?? rectificationText(row.hazards),
]

const hazardsText = (hazards: ListedHazard[]): string =>
  hazards.length === 0
    ? noHazards
    : numbered(hazards)
        .map(hazard => `${hazard.position}. ${hazardText(hazard)}`)
        .join('\n')

const hazardText = ({ major, text, basis, deadline }: ReportedHazard) =>
  `${major ? '【重大】' : ''}${text}${basis ? `（依据：${basis}）` : ''}${deadline ? `（限${shortDate(deadline)}前整改）` : ''}`

/** Where the report does not say in words what was rectified, its hazards tell. */
function rectificationText(hazards: ReportedHazard[]): string {
  if (hazards.length === 0) return ''
  return `共${hazards.length}条，已整改${hazards.filter(({ rectified }) => rectified === true).length}条`
}
