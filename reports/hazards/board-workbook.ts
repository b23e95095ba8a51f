import { placeName } from '../daily/phrases.ts'
import {
  type CellValue,
  type Column,
  createListWriter,
  openSheet,
  styles,
  type WorkbookWriter,
  writeHeads,
  writeRow,
} from '../documents/worksheet.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'
import { unstatedIndustry } from '../terms.ts'
import type { Board, BoardEntry, BoardFigures } from './board.ts'
import { boardTitle, clearanceText, noteOf } from './board-text.ts'
import { isOverdue, stateNames, type TrackedHazard } from './hazard.ts'
import { hazardNumber } from './hazard-number.ts'
import { daysBetween } from './hazard-text.ts'

const centre = (head: string, width: number): Column => ({ head, width, style: styles.centre })
const text = (head: string, width: number): Column => ({ head, width, style: styles.text })

const listColumns: Column[] = [
  centre('编号', 8),
  text('单位', 14),
  text('企业', 18),
  text('地点', 14),
  centre('行业', 10),
  text('隐患', 34),
  centre('重大', 6),
  centre('发现日期', 11),
  centre('期限', 11),
  centre('状态', 11),
  centre('逾期天数', 9),
  centre('屡改屡犯', 10),
  centre('提级', 6),
  centre('督办阶梯', 10),
  centre('整改人', 12),
  centre('复查人', 12),
  centre('照片数', 7),
]

/** The board 清零台账 as an .xlsx file to print: sheet 台账 of all that is open, and 汇总 by city and industry. */
export const renderBoardWorkbook = (board: Board): Promise<Buffer> =>
  writeWorkbook(new Date(board.question.askedAt), async workbook => {
    await writeList(workbook, board)
    writeSummary(workbook, board)
  })

/** After so many rows the zip gets its turn; otherwise the whole sheet would pile up in memory before it. */
const batch = 16

async function writeList(workbook: WorkbookWriter, board: Board): Promise<void> {
  const sheet = openSheet(workbook, {
    name: '台账',
    title: boardTitle,
    note: noteOf(board),
    columns: listColumns,
  })
  writeHeads(sheet, listColumns)
  const write = createListWriter(sheet, listColumns)
  for (const [i, entry] of board.open.entries()) {
    write(valuesOf(entry, board.question.date))
    if (i % batch === batch - 1) await new Promise(resolve => setImmediate(resolve))
  }
  if (board.open.length === 0) write(['无', ...Array(listColumns.length - 1).fill('')])
  sheet.commit()
}

function valuesOf({ hazard, takenOver, rung, pictures }: BoardEntry, date: string): CellValue[] {
  const overdue = isOverdue(hazard, date)
  return [
    hazardNumber(hazard),
    placeName(hazard.unit),
    hazard.enterprise ?? '',
    hazard.place ?? '',
    hazard.industry ?? unstatedIndustry,
    hazard.text,
    hazard.major ? '重大' : '',
    hazard.foundOn,
    hazard.deadline ?? (hazard.state === 'rectifying' ? '未报' : ''),
    stateNames[hazard.state],
    overdue ? daysBetween(hazard.deadline!, date) : '',
    recurrenceText(hazard),
    takenOver ? '提级' : '',
    rung ?? '',
    hazard.rectifiedBy ?? '',
    hazard.reinspectedBy ?? '',
    pictures,
  ]
}

/** 与12-1; of an earlier case that had not been mended at all it is no recurrence. */
function recurrenceText({ recurrenceOf, afterClosure }: TrackedHazard): string {
  if (recurrenceOf === null) return ''
  return `与${hazardNumber(recurrenceOf)}${afterClosure ? '' : '重复（其未销号）'}`
}

const summaryColumns: Column[] = [
  centre('市（州）', 14),
  centre('行业', 14),
  ...['在册', '整改中', '待复查', '待销号', '逾期', '重大', '屡改屡犯', '提级', '未报期限'].map(head =>
    centre(head, 10),
  ),
]
/** Of a choice of what is overdue they would say nothing. */
const totalColumns: Column[] = ['累计发现', '累计销号', '清零率'].map(head => centre(head, 10))

function writeSummary(workbook: WorkbookWriter, board: Board): void {
  const { scope } = board.question
  const columns = scope.overdue ? summaryColumns : [...summaryColumns, ...totalColumns]
  const title = `${boardTitle}（分市州、分行业）`
  const sheet = openSheet(workbook, { name: '汇总', title, note: noteOf(board), columns })
  writeHeads(sheet, columns)
  const write = (names: string[], figures: BoardFigures, style?: Column['style']) =>
    writeRow(
      sheet,
      [...names, ...valuesOfFigures(figures)].slice(0, columns.length),
      columns.map(column => style ?? column.style),
    )
  for (const { city, industry, figures } of board.cells) write([city, industry ?? unstatedIndustry], figures)
  write(['合计', ''], board.figures, styles.sum)
  sheet.commit()
}

const valuesOfFigures = (figures: BoardFigures): CellValue[] => [
  figures.open,
  figures.rectifying,
  figures.reported,
  figures.reinspected,
  figures.overdue,
  figures.major,
  figures.recurring,
  figures.takenOver,
  figures.undated,
  figures.found,
  figures.closed,
  clearanceText(figures),
]
