import { placeName } from '../daily/phrases.ts'
import { percent } from '../documents/percent.ts'
import { businessDate, businessTime, longDate, shortDate } from '../time.ts'
import {
  type Board,
  type BoardEntry,
  type BoardFigures,
  type BoardQuestion,
  type BoardScope,
  boardEnd,
  clearanceRate,
} from './board.ts'
import { hazardNumber } from './hazard-number.ts'
import { briefText, standingText } from './hazard-text.ts'

/** What the board is called on every form of it. */
export const boardTitle = '隐患清零台账'

const mostLines = 20

/** 四平市、危险化学品、重大; 全省 where nothing is chosen. */
export const scopeText = ({ unit, industries, enterprise, major, overdue }: BoardScope): string =>
  [
    unit === null ? '全省' : placeName(unit),
    ...(industries ?? []),
    enterprise,
    major && '重大',
    overdue && '逾期',
  ]
    .filter(Boolean)
    .join('、')

/** 截至5月18日16:30; 截至5月17日24时 for the end of a past day. */
export function timeText(question: BoardQuestion, date = shortDate): string {
  const at = new Date(question.askedAt)
  return boardEnd(question) === null
    ? `截至${date(businessDate(at))}${businessTime(at)}`
    : `截至${isOfYear(question) ? date(question.date) : longDate(question.date)}24时`
}

const isOfYear = ({ date, askedAt }: BoardQuestion): boolean =>
  businessDate(new Date(askedAt)).startsWith(date.slice(0, 4))

/** Scope, time and remark in one line, as they stand under a title. */
export const noteOf = (board: Board): string =>
  [scopeText(board.question.scope), timeText(board.question, longDate), ...remarksOf(board)].join('　')

/** What else the reader must know: hazards of reports that came after the day that is shown. */
export const remarksOf = ({ question, enteredLater }: Board): string[] =>
  enteredLater === 0 ? [] : [`含${shortDate(question.date)}后补报的${enteredLater}条`]

/** The rate 清零率, never 100.0% while anything is open; “—” where nothing was found. */
export function clearanceText(figures: BoardFigures): string {
  const text = percent(clearanceRate(figures))
  return text === '100.0%' && figures.open > 0 ? '99.9%' : text
}

/** The board for the phone: figures, then what is most urgent. */
export function renderBoard(board: Board): string {
  const { question, open, figures } = board
  const remarks = remarksOf(board).map(remark => `（${remark}）`)
  const head = `${boardTitle}（${scopeText(question.scope)}，${timeText(question)}）`
  const totals = question.scope.overdue
    ? []
    : [`累计发现${figures.found}条，累计销号${figures.closed}条，清零率${clearanceText(figures)}。`]
  if (open.length === 0) return [head, emptyText(question, figures), ...totals, ...remarks].join('\n')
  return [head, ...figureLines(figures), ...totals, ...remarks, ...listLines(board)].join('\n')
}

/** Nothing is open: cleared, or nothing of the kind. */
function emptyText(question: BoardQuestion, { found }: BoardFigures): string {
  if (question.scope.overdue) return '没有逾期隐患。'
  if (found > 0) return '在册隐患已清零。'
  // Before the first was entered nothing had been cleared.
  return boardEnd(question) === null ? '没有登记在册的隐患，已清零。' : '当日没有登记在册的隐患。'
}

const figureLines = (figures: BoardFigures): string[] => [
  `在册${figures.open}条：整改中${figures.rectifying}条，待复查${figures.reported}条，待销号${figures.reinspected}条。`,
  `逾期${figures.overdue}条，重大${figures.major}条，屡改屡犯${figures.recurring}条，提级${figures.takenOver}条，未报期限${figures.undated}条。`,
]

/** The most urgent, under their units where there are several; units in the order of their most urgent. */
function listLines({ question, open }: Board): string[] {
  const shown = open.slice(0, mostLines)
  const rest = open.length - shown.length
  const groups = Map.groupBy(shown, ({ hazard }) => hazard.unit)
  const isOneUnit = new Set(open.map(({ hazard }) => hazard.unit)).size === 1
  const lines = [...groups].flatMap(([unit, entries]) => [
    ...(isOneUnit && unit === question.scope.unit ? [] : [`【${placeName(unit)}】`]),
    ...entries.map(entry => entryText(entry, question.date)),
  ])
  return rest === 0 ? lines : [...lines, `其余${rest}条见附表。`]
}

/** 12-1 宏达加油站：灭火器压力不足（重大，整改中，限5月25日，逾期3天，提级，督办提示） */
function entryText({ hazard, takenOver, rung }: BoardEntry, date: string): string {
  const standing = [standingText(hazard, date), takenOver && '提级', rung].filter(Boolean).join('，')
  return `${hazardNumber(hazard)} ${hazard.enterprise ?? '企业未写明'}：${briefText(hazard.text)}（${standing}）`
}
