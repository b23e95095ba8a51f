import { placeName, shorten } from '../daily/phrases.ts'
import { shortDate } from '../time.ts'
import type { DivisionDigest, PendingDecision, UnitDigest } from './digest.ts'
import { isOverdue, stateNames, type TrackedHazard } from './hazard.ts'
import { hazardNumber } from './hazard-number.ts'
import { daysBetween, whereText } from './hazard-text.ts'

/** Lines of hazards in one message: it is read on a phone, at a glance. */
const unitLines = 8
export const divisionLines = 5
/** Further hazards of an enterprise that are named; of more the count is told. */
const namedOthers = 3
/** Characters of a description. */
const textLength = 40

type IsTakenOver = (hazard: TrackedHazard) => boolean

/** The morning's digest of a unit: figures, a line for each hazard, and how to answer. */
export function renderUnitDigest(digest: UnitDigest, today: string, isTakenOver: IsTakenOver): string {
  const { unit, due, overdue, undated } = digest
  const figures = figuresText([
    ['今日到期', due.length],
    ['逾期', overdue.length],
    ['待报期限', undated.length],
  ])
  const hazards = [...overdue, ...due, ...undated]
  const left = hazards.length - unitLines
  return [
    `【隐患整改】${placeName(unit)}：${figures.join('、')}。`,
    ...hazards.slice(0, unitLines).map(hazard => lineOf(hazard, today, isTakenOver(hazard))),
    ...(left > 0 ? [`另有${left}条，发送“/台账”查看。`] : []),
    howToAnswer(overdue[0] ?? due[0] ?? null, undated[0] ?? null),
  ].join('\n')
}

/** 12-1 宏达加油站：灭火器压力不足（重大，逾期3天，省级提级） */
export function lineOf(hazard: TrackedHazard, today: string, takenOver: boolean): string {
  const marks = marksOf(hazard, today, takenOver)
  return `${hazardNumber(hazard)} ${hazard.enterprise ?? '企业未写明'}：${brief(hazard)}（${marks.join('，')}）`
}

function marksOf(hazard: TrackedHazard, today: string, takenOver: boolean): string[] {
  return [...(hazard.major ? ['重大'] : []), stageOf(hazard, today), ...(takenOver ? ['省级提级'] : [])]
}

/** Where it stands in a word or two. */
function stageOf(hazard: TrackedHazard, today: string): string {
  const { state, deadline } = hazard
  if (state !== 'rectifying') return stateNames[state]
  if (deadline === null) return '待报期限'
  if (isOverdue(hazard, today)) return `逾期${daysBetween(deadline, today)}天`
  return deadline === today ? '今日到期' : `限${shortDate(deadline)}`
}

/** How a unit answers, with the numbers of its own hazards as examples. */
export function howToAnswer(dated: TrackedHazard | null, undated: TrackedHazard | null): string {
  const any = dated ?? undated
  if (any === null) return ''
  return [
    `整改后请发“/整改 ${hazardNumber(any)} 情况”`,
    ...(dated === null ? [] : [`需延期请发“/延期 ${hazardNumber(dated)} 日期 理由”`]),
    ...(undated === null ? [] : [`报期限请发“/延期 ${hazardNumber(undated)} 日期 理由”`]),
  ]
    .join('；')
    .concat('。')
}

/** The morning's digest of a division: figures, then what asks for a decision. */
export function renderDivisionDigest(
  { decisions, ...figures }: DivisionDigest,
  title: string,
  today: string,
  isTakenOver: IsTakenOver,
): string {
  const { rectifying, due, overdue, reported, reinspected, major, recurred } = figures
  const states = figuresText([
    ['整改中', rectifying],
    ['今日到期', due],
    ['逾期', overdue],
    ['待复查', reported],
    ['待销号', reinspected],
  ])
  const kinds = figuresText([
    ['重大', major],
    ['新增屡改屡犯', recurred],
  ])
  const left = decisions.length - divisionLines
  return [
    `【隐患晨报】${title}：${[states, kinds]
      .map(each => each.join('、'))
      .filter(Boolean)
      .join('；')}。`,
    ...(decisions.length > 0 ? ['待决定：'] : []),
    ...decisions
      .slice(0, divisionLines)
      .map(decision => decisionLine(decision, today, isTakenOver(decision.hazard))),
    ...(left > 0 ? [`另有${left}项，发送“/台账”查看。`] : []),
  ].join('\n')
}

/** 12-1 四平市铁东区 宏达加油站：灭火器压力不足（重大，逾期6天，第3次发现，同企业另有12-2） */
function decisionLine(decision: PendingDecision, today: string, takenOver: boolean): string {
  const { hazard, kind, asked } = decision
  const marks =
    kind === 'escalation'
      ? escalationMarks(decision, takenOver)
      : [...marksOf(hazard, today, takenOver), ...(asked === null ? [] : [`申请延期至${shortDate(asked)}`])]
  return `${hazardNumber(hazard)} ${whereText(hazard)}：${brief(hazard)}（${marks.join('，')}）`
}

/** The grounds tell the days, and may tell that it is major. */
const escalationMarks = ({ hazard, why, others }: PendingDecision, takenOver: boolean): string[] => [
  ...(hazard.major && !why.some(ground => ground.startsWith('重大')) ? ['重大'] : []),
  ...why,
  ...(takenOver ? ['省级提级'] : []),
  ...(others.length > 0 ? [othersText(others)] : []),
]

/** 同企业另有12-2、12-3 */
const othersText = (others: TrackedHazard[]): string =>
  others.length > namedOthers
    ? `同企业另有${others.length}条`
    : `同企业另有${others.map(hazardNumber).join('、')}`

const brief = ({ text }: TrackedHazard): string => shorten(text.replace(/\s+/g, ' ').trim(), textLength)

/** 今日到期1条, 逾期2条; what there is none of is not said. */
const figuresText = (figures: [name: string, count: number][]): string[] =>
  figures.filter(([, count]) => count > 0).map(([name, count]) => `${name}${count}条`)
