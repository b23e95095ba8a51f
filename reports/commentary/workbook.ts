import {
  type CellValue,
  type Column,
  createListWriter,
  openSheet,
  styles,
  type WorkbookWriter,
  writeHeads,
} from '../documents/worksheet.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'
import { hazardNumber } from '../hazards/hazard-number.ts'
import { businessDate, businessTime, longDate, weekday } from '../time.ts'
import type { IssuedCommentary } from './commentary.ts'
import { commentaryTitle } from './commentary-text.ts'
import type { CommentaryRound } from './rounds.ts'

/** A commentary with what came back on it. */
export interface AnsweredCommentary {
  issued: IssuedCommentary
  /** Oldest first. */
  answers: { unit: string; person: string; text: string; at: Date }[]
  /** Units that are asked for an answer. */
  asked: string[]
}

const commentaryColumns: Column[] = [
  { head: '处室', width: 12, style: styles.centre },
  { head: '期号', width: 11, style: styles.centre },
  { head: '日期', width: 11, style: styles.centre },
  { head: '性质', width: 11, style: styles.centre },
  { head: '内容', width: 60, style: styles.text },
  { head: '涉及单位', width: 20, style: styles.text },
  { head: '涉及报告', width: 10, style: styles.text },
  { head: '涉及隐患', width: 10, style: styles.text },
  { head: '回应', width: 24, style: styles.text },
]

const answerColumns: Column[] = [
  { head: '期号', width: 28, style: styles.centre },
  { head: '单位', width: 26, style: styles.centre },
  { head: '人员', width: 12, style: styles.centre },
  { head: '时间', width: 18, style: styles.centre },
  { head: '内容', width: 85, style: styles.text },
]

/** The commentary 日点评 of a round as an .xlsx file to print: sheet 点评 in the order given, and the answers 回应. */
export const renderCommentaryWorkbook = (
  round: CommentaryRound,
  commentaries: AnsweredCommentary[],
): Promise<Buffer> =>
  writeWorkbook(round.endsAt, workbook => {
    writeList(workbook, round, '点评', commentaryColumns, commentaries.map(commentaryRow))
    writeList(workbook, round, '回应', answerColumns, commentaries.flatMap(answerRows))
  })

function writeList(
  workbook: WorkbookWriter,
  { date, number, ofDay }: CommentaryRound,
  name: string,
  columns: Column[],
  rows: CellValue[][],
): void {
  const note = `${longDate(date)}（${weekday(date)}）${ofDay > 1 ? `　第${number}轮/共${ofDay}轮` : ''}`
  const sheet = openSheet(workbook, { name, title: `日点评汇总（${name}）`, note, columns })
  writeHeads(sheet, columns)
  const write = createListWriter(sheet, columns)
  for (const row of rows) write(row)
  if (rows.length === 0) write(['无', ...Array(columns.length - 1).fill('')])
  sheet.commit()
}

function commentaryRow({ issued, answers, asked }: AnsweredCommentary): CellValue[] {
  const { units, reports, hazards } = issued.references
  return [
    issued.division,
    // Without the division, which has a column of its own.
    commentaryTitle(issued).slice(`${issued.division}日点评`.length),
    issued.date,
    [...issued.kinds, ...(issued.joint.length > 0 ? [`协同（${issued.joint.join('、')}）`] : [])].join('、'),
    issued.text,
    units.join('、'),
    reports.join('、'),
    hazards.map(hazardNumber).join('、'),
    answerState(asked, new Set(answers.map(({ unit }) => unit))),
  ]
}

/** Who was asked and has answered; the names of those who have not. */
function answerState(asked: string[], answered: Set<string>): string {
  if (asked.length === 0) return answered.size > 0 ? `已回应${answered.size}家` : ''
  const silent = asked.filter(unit => !answered.has(unit))
  const tally = `应回应${asked.length}家，已回应${asked.length - silent.length}家`
  return silent.length === 0 ? tally : `${tally}；未回应：${silent.join('、')}`
}

const answerRows = ({ issued, answers }: AnsweredCommentary): CellValue[][] =>
  answers.map(({ unit, person, text, at }) => [
    commentaryTitle(issued),
    unit,
    person,
    `${businessDate(at)} ${businessTime(at)}`,
    text,
  ])
