import { placeName } from '../daily/phrases.ts'
import { type Chain, currentStep } from '../escalation/chain.ts'
import { chainName } from '../escalation/chain-text.ts'
import { isAbout } from '../escalation/grounds.ts'
import { shortDate } from '../time.ts'
import type { DivisionDigest, PendingDecision, UnitDigest } from './digest.ts'
import { isOverdue, stateNames, type TrackedHazard } from './hazard.ts'
import { hazardNumber } from './hazard-number.ts'
import { briefText, daysBetween, whereText } from './hazard-text.ts'
import { isTold, type Takeover, takeoverOf } from './takeover.ts'

/** Lines of hazards in one message: it is read on a phone, at a glance. */
export const unitLines = 8
export const divisionLines = 5
/** Further hazards of an enterprise that are named; of more the count is told. */
const namedOthers = 3

/** What else is to be said of a hazard beside its state: 省级提级, 督办3. */
type Beside = (hazard: TrackedHazard) => string[]

/** That it is taken over, and the escalation under which it is, once its unit has been told. */
export const supervisionMarks =
  (takeovers: Takeover[], chains: readonly Chain[]): Beside =>
  hazard => [
    ...(takeoverOf(hazard, takeovers.filter(isTold)) === null ? [] : ['省级提级']),
    ...chains
      .filter(chain => currentStep(chain) !== null && isAbout(chain, hazard))
      .slice(0, 1)
      .map(chainName),
  ]

/** The morning's digest of a unit: figures, a line for each hazard, and how to answer. */
export function renderUnitDigest(digest: UnitDigest, today: string, beside: Beside): string {
  const { unit, due, overdue, undated, reported, reinspected } = digest
  const figures = figuresText([
    ['今日到期', due.length],
    ['逾期', overdue.length],
    ['待报期限', undated.length],
    ['待复查', reported.length],
    ['待销号', reinspected.length],
  ])
  const hazards = [...overdue, ...due, ...undated]
  const left = hazards.length - unitLines
  return [
    `【隐患整改】${placeName(unit)}：${figures.join('、')}。`,
    ...hazards.slice(0, unitLines).map(hazard => lineOf(hazard, today, beside)),
    ...(left > 0 ? [`另有${left}条，发送“/台账”查看。`] : []),
    ...(hazards.length > 0 ? [howToAnswer(overdue[0] ?? due[0] ?? null, undated[0] ?? null)] : []),
    ...waitingLine('待复查', reported, number => `/复查 ${number} 合格”或“/复查 ${number} 不合格 原因`),
    ...waitingLine('待销号', reinspected, number => `/销号 ${number}`),
  ].join('\n')
}

/** 待销号：12-3、12-4，请发“/销号 12-3”。 */
function waitingLine(title: string, hazards: TrackedHazard[], command: (number: string) => string): string[] {
  if (hazards.length === 0) return []
  const numbers = hazards.map(hazardNumber)
  const more = numbers.length > unitLines ? `等${numbers.length}条` : ''
  return [`${title}：${numbers.slice(0, unitLines).join('、')}${more}，请发“${command(numbers[0]!)}”。`]
}

/** 12-1 宏达加油站：灭火器压力不足（重大，逾期3天，省级提级，督办3） */
export function lineOf(hazard: TrackedHazard, today: string, beside: Beside): string {
  const marks = marksOf(hazard, today, beside)
  return `${hazardNumber(hazard)} ${hazard.enterprise ?? '企业未写明'}：${briefText(hazard.text)}（${marks.join('，')}）`
}

const marksOf = (hazard: TrackedHazard, today: string, beside: Beside): string[] => [
  ...(hazard.major ? ['重大'] : []),
  stageOf(hazard, today),
  ...beside(hazard),
]

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

/** The morning's digest of a division: figures, then what asks anew for a decision; `left`: for the next day, `before`: listed before. */
export function renderDivisionDigest(
  { decisions, ...figures }: DivisionDigest,
  { left, before }: { left: number; before: number },
  title: string,
  today: string,
  beside: Beside,
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
  return [
    `【隐患晨报】${title}：${[states, kinds]
      .map(each => each.join('、'))
      .filter(Boolean)
      .join('；')}。`,
    ...(decisions.length > 0 ? ['待决定：'] : []),
    ...decisions.map(decision => decisionLine(decision, today, beside)),
    ...(left > 0 ? [`另有${left}项，下一工作日续列。`] : []),
    ...(before > 0 ? [`此前已列、尚未决定${before}项，发送“/台账”查看。`] : []),
  ].join('\n')
}

/** 12-1 四平市铁东区 宏达加油站：灭火器压力不足（重大，逾期6天，第3次发现，同企业另有12-2） */
function decisionLine(decision: PendingDecision, today: string, beside: Beside): string {
  const { hazard, kind, asked } = decision
  const marks =
    kind === 'escalation'
      ? escalationMarks(decision, beside)
      : [...marksOf(hazard, today, beside), ...(asked === null ? [] : [`申请延期至${shortDate(asked)}`])]
  return `${hazardNumber(hazard)} ${whereText(hazard)}：${briefText(hazard.text)}（${marks.join('，')}）`
}

/** 12-1 四平市铁东区 宏达加油站：灭火器压力不足（重大，逾期6天） */
export const placedLine = (hazard: TrackedHazard, today: string, beside: Beside): string =>
  `${hazardNumber(hazard)} ${whereText(hazard)}：${briefText(hazard.text)}（${marksOf(hazard, today, beside).join('，')}）`

/** The grounds tell the days, and may tell that it is major. */
const escalationMarks = ({ hazard, why, others }: PendingDecision, beside: Beside): string[] => [
  ...(hazard.major && !why.some(ground => ground.startsWith('重大')) ? ['重大'] : []),
  ...why,
  ...beside(hazard),
  ...(others.length > 0 ? [othersText(others)] : []),
]

/** 同企业另有12-2、12-3 */
const othersText = (others: TrackedHazard[]): string =>
  others.length > namedOthers
    ? `同企业另有${others.length}条`
    : `同企业另有${others.map(hazardNumber).join('、')}`

/** 今日到期1条, 逾期2条; what there is none of is not said. */
const figuresText = (figures: [name: string, count: number][]): string[] =>
  figures.filter(([, count]) => count > 0).map(([name, count]) => `${name}${count}条`)
