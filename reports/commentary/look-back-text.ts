import { placeName, shorten } from '../daily/phrases.ts'
import { hazardStates, stateNames, type TrackedHazard } from '../hazards/hazard.ts'
import { hazardNumber } from '../hazards/hazard-number.ts'
import { shortDate } from '../time.ts'
import type { LookBack, StrangeFigure, UnitReports } from './look-back.ts'

/** A head reads it on a phone: so many of a kind are named, the others counted. */
const namedHazards = 3
const namedUnits = 5
const namedNumbers = 6

/** Whether there is anything to tell. */
export const isTelling = (found: LookBack): boolean => linesOf(found).length > 0

/** Looking back 回头看 as text for the heads' group: a line for each kind of thing, with the numbers to refer to. */
export function renderLookBack(found: LookBack): string {
  const lines = linesOf(found)
  const compared = found.since === null ? '' : `较${roundPhrase(found.since)}`
  if (lines.length === 0) return `回头看（${found.divisions.join('、')}）：${compared}无需关注的变化。`
  return [`回头看（${found.divisions.join('、')}）${compared && ` ${compared}`}`, ...lines].join('\n')
}

const linesOf = (found: LookBack): string[] =>
  [
    freshLine(found),
    rectifiedLine(found),
    line('逾期未整改', '条', found.overdue, namedHazards, overduePhrase),
    line(
      `${found.rounds > 1 ? `近${found.rounds}批次多有检查` : '上批次有检查'}、本批次未检查`,
      '家',
      found.silent,
      namedUnits,
      silentPhrase,
    ),
    line('数据异常', '项', found.strange, namedUnits, strangePhrase),
    line('重大隐患', '条', found.majors, namedHazards, majorPhrase),
    line('重复隐患', '条', found.repeated, namedHazards, repeatedPhrase),
    line('检查多家、零隐患', '家', found.clean, namedUnits, cleanPhrase),
    line('迟报', '家', found.late, namedUnits, unitPhrase),
  ].filter(text => text !== null)

/** 【逾期未整改】5条：…；…；…等；nothing without any. */
function line<Item>(
  label: string,
  measure: string,
  items: Item[],
  named: number,
  phrase: (item: Item) => string,
): string | null {
  if (items.length === 0) return null
  const rest = items.length > named ? '等' : ''
  return `【${label}】${items.length}${measure}：${items.slice(0, named).map(phrase).join('；')}${rest}`
}

function freshLine({ fresh, since }: LookBack): string | null {
  if (since === null || fresh.length === 0) return null
  const enterprises = new Set(fresh.map(({ unit, enterprise, report }) => `${unit}${enterprise ?? report}`))
    .size
  const open = fresh.filter(isRectifying).length
  return `【新增隐患】${fresh.length}条，涉及企业${enterprises}家，${open === 0 ? '均已整改' : `未整改${open}条`}`
}

/** 【此前隐患】未整改5条，现已整改3条：1-1、1-2已报整改待复查；2-1已销号 */
function rectifiedLine({ rectified, openBefore }: LookBack): string | null {
  if (rectified.length === 0) return null
  const ofStates = Map.groupBy(rectified, ({ state }) => state)
  const phrases = hazardStates.flatMap(state => {
    const hazards = ofStates.get(state) ?? []
    if (hazards.length === 0) return []
    const rest = hazards.length > namedNumbers ? `等${hazards.length}条` : ''
    return [`${hazards.slice(0, namedNumbers).map(hazardNumber).join('、')}${rest}${stateNames[state]}`]
  })
  return `【此前隐患】未整改${openBefore}条，现已整改${rectified.length}条：${phrases.join('；')}`
}

const isRectifying = ({ state }: TrackedHazard) => state === 'rectifying'

const where = ({ unit, enterprise }: TrackedHazard) => `${placeName(unit)}｜${enterprise ?? '企业未注明'}｜`

const overduePhrase = (hazard: TrackedHazard) =>
  `${hazardNumber(hazard)} ${where(hazard)}${shorten(hazard.text, 20)}，限${shortDate(hazard.deadline!)}前`

const majorPhrase = (hazard: TrackedHazard) =>
  `${hazardNumber(hazard)} ${where(hazard)}${shorten(hazard.text, 30)}${isRectifying(hazard) ? '' : '（已整改）'}`

const repeatedPhrase = (hazard: TrackedHazard) =>
  `${hazardNumber(hazard)} ${where(hazard)}${shorten(hazard.text, 20)}（曾见${hazardNumber(hazard.recurrenceOf!)}）`

const silentPhrase = ({ unit, missing }: LookBack['silent'][number]) =>
  `${placeName(unit)}${missing ? '（缺报）' : ''}`

const strangePhrase = ({ unit, figure, now, usual, reports }: StrangeFigure) =>
  figure === 'enterprises'
    ? `${placeName(unit)}检查企业${now}家，以往平均${mean(usual)}家（${reportsPhrase(reports)}）`
    : `${placeName(unit)}发现隐患${now}条，以往平均${mean(usual)}条（${reportsPhrase(reports)}）`

const mean = (usual: number) => String(Math.round(usual * 10) / 10)

const cleanPhrase = ({ unit, reports, enterprises }: LookBack['clean'][number]) =>
  `${placeName(unit)}${enterprises}家（${reportsPhrase(reports)}）`

const unitPhrase = ({ unit, reports }: UnitReports) => `${placeName(unit)}（${reportsPhrase(reports)}）`

/** 第12、13、14号等9份 */
const reportsPhrase = (reports: number[]) =>
  `第${reports.slice(0, 3).join('、')}号${reports.length > 3 ? `等${reports.length}份` : ''}`

const roundPhrase = ({ date, round, rounds }: NonNullable<LookBack['since']>) =>
  `${shortDate(date)}${rounds > 1 ? `第${round}次` : ''}`
