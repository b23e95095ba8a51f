import { placeName } from '../daily/phrases.ts'
import { type Chain, currentStep, pendingStep } from '../escalation/chain.ts'
import { businessDate, businessTime, dayText } from '../time.ts'
import { type HazardEvent, isOpen, isOverdue, stateNames, stepNames, type TrackedHazard } from './hazard.ts'
import { hazardNumber } from './hazard-number.ts'
import { daysBetween } from './hazard-text.ts'
import { type Moment, type Supervision, supervisionMoments } from './supervision-moments.ts'
import type { Takeover } from './takeover.ts'

/** A step with the hazard as it was left by it. */
type RecordedStep = HazardEvent & { hazard: TrackedHazard }

/** All that is on record about a hazard. */
export interface HazardRecord {
  hazard: TrackedHazard
  /** Oldest first. */
  steps: RecordedStep[]
  /** Earlier cases of the same hazard, latest first. */
  earlier: { hazard: TrackedHazard; steps: RecordedStep[] }[]
  takeover: Takeover | null
  /** The open chain of escalation 督办 that is about it. */
  chain: Chain | null
  /** What was done to have it rectified. */
  supervision: Supervision
}

/** The record of one hazard 隐患档案 for the phone. `today`: business date. */
export function renderHazardRecord(record: HazardRecord, today: string): string {
  const { hazard, steps, earlier, takeover, chain, supervision } = record
  const { unit, enterprise, place, industry, text, major, foundOn } = hazard
  return [
    `隐患${hazardNumber(hazard)}${major ? '（重大）' : ''}`,
    `单位：${placeName(unit)}`,
    `企业：${enterprise ?? '未写明'}${place === null ? '' : `（${place}）`}`,
    ...(industry === null ? [] : [`行业：${industry}`]),
    `隐患：${text.trim()}`,
    `发现：${dayText(foundOn, today)}，第${hazard.report}号报告`,
    `期限：${deadlineText(hazard, today)}`,
    `状态：${stateNames[hazard.state]}${hazard.onTheSpot ? '（现场整改）' : ''}`,
    ...(takeover === null
      ? []
      : [
          `提级：${momentOf(takeover.at, today)}（${takeover.by}）${takeover.reason === '' ? '' : `，${takeover.reason}`}`,
        ]),
    ...(chain === null ? [] : [`督办：${chainText(chain, today)}`]),
    ...(earlier.length === 0
      ? []
      : [
          hazard.afterClosure ? '屡改屡犯，此前：' : '与此前未销号的隐患重复：',
          ...earlier.map(each => earlierText(each, today)),
        ]),
    '办理：',
    ...[
      ...steps.map((step, i): Moment => ({ at: step.at, said: stepText(step, steps[i - 1] ?? null, today) })),
      ...supervisionMoments(supervision).map(({ at, said }) => ({
        at,
        said: `${momentOf(at, today)} ${said}`,
      })),
    ]
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map(({ said }) => said),
  ].join('\n')
}

function deadlineText(hazard: TrackedHazard, today: string): string {
  const { deadline } = hazard
  if (deadline === null) return '未报'
  return `${dayText(deadline, today)}${isOverdue(hazard, today) ? `，逾期${daysBetween(deadline, today)}天` : ''}`
}

/** 督办提示，5月20日17:00前反馈 */
function chainText(chain: Chain, today: string): string {
  const [current, pending] = [currentStep(chain), pendingStep(chain)]
  const due = current?.dueAt ?? null
  return [
    ...(current === null ? [] : [current.rung]),
    ...(current?.state === 'answered' ? ['已反馈'] : due === null ? [] : [`${momentOf(due, today)}前反馈`]),
    ...(pending === null ? [] : [`${pending.rung}办理中`]),
    `督办编号${chain.id}`,
  ].join('，')
}

/** 10-2：4月2日发现，4月20日销号（张三） */
function earlierText({ hazard, steps }: HazardRecord['earlier'][number], today: string): string {
  // On the spot it is closed by the very step that enters it.
  const closed = steps.findLast(({ step }) => step === 'close') ?? steps[0]
  const end =
    isOpen(hazard) || hazard.state === 'void' || closed === undefined
      ? stateNames[hazard.state]
      : `${dayText(businessDate(new Date(closed.at)), today)}${hazard.onTheSpot ? '现场整改' : ''}销号（${closed.by}）`
  return `${hazardNumber(hazard)}：${dayText(hazard.foundOn, today)}发现，${end}`
}

/** 5月20日10:02 报整改（四平市铁东区报送员）：已更换；照片2张 */
function stepText(step: RecordedStep, before: RecordedStep | null, today: string): string {
  const proof = evidenceText(step)
  const words = [wordsOf(step, before, today), ...(proof === '' ? [] : [proof])].filter(Boolean).join('；')
  return `${momentOf(step.at, today)} ${stepNames[step.step]}（${step.by}）${words === '' ? '' : `：${words}`}`
}

/** What was said with a step, behind what it changed. */
function wordsOf({ step, note, hazard }: RecordedStep, before: RecordedStep | null, today: string): string {
  const said = note?.trim() ?? ''
  if (step === 'ask') {
    // The date asked for stands before the reason.
    const [, date, reason] = /^(\d{4}-\d{2}-\d{2})\s*(.*)$/su.exec(said) ?? []
    return date === undefined ? said : [`延至${dayText(date, today)}`, reason].filter(Boolean).join('，')
  }
  const moved = before !== null && hazard.deadline !== before.hazard.deadline && hazard.deadline !== null
  return [...(moved ? [dayText(hazard.deadline!, today)] : []), said].filter(Boolean).join('，')
}

function evidenceText({ evidence }: HazardEvent): string {
  const pictures = evidence.filter(each => 'picture' in each).length
  const reports = evidence.flatMap(each => ('report' in each ? [`第${each.report}号`] : []))
  return [
    ...(pictures === 0 ? [] : [`照片${pictures}张`]),
    ...(reports.length === 0 ? [] : [`依据${reports.join('、')}报告`]),
  ].join('，')
}

function momentOf(at: string, today: string): string {
  const moment = new Date(at)
  return `${dayText(businessDate(moment), today)}${businessTime(moment)}`
}
