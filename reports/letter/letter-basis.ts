import type { Ground } from '../escalation/ladder.ts'
import { type HazardState, isOverdue, type TrackedHazard } from '../hazards/hazard.ts'
import { hazardNumber } from '../hazards/hazard-number.ts'
import { shortDate } from '../time.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { LetterPart } from './letter-parts.ts'

/** A part of a letter that a person can replace. */
export type RevisablePart = '标题' | LetterPart | '期限'

/** A hazard as the letter tells it, but for the number of days. */
interface ToldHazard {
  number: string
  state: HazardState
  deadline: string | null
  major: boolean
  overdue: boolean
  /** Enterprise and what was found. */
  what: string
}

/** What a letter was made from, so that it is seen what has changed since, and it can be made anew. */
export interface LetterBasis {
  hazards: ToldHazard[]
  grounds: Ground[]
  note: string | null
  /** Whether the unit was silent for rounds, and its figures corrected: the grounds that speak of a unit itself. */
  silent: boolean
  figures: boolean
  /** Parts that a person has written: they stay as they are. */
  written: RevisablePart[]
  /** Parts changed since the leaders last had it before them. */
  changed: RevisablePart[]
  /** A leader's last return 退回; null where there was none. `at`: UTC ISO 8601. */
  returned: { by: string; at: string; reason: string } | null
}

/** The basis of a letter that is made from these facts. */
export const basisOf = ({
  hazards,
  grounds,
  note,
  silentRounds,
  failedVerifications,
  today,
}: LetterFacts): LetterBasis => ({
  hazards: hazards.map(({ hazard }) => toldOf(hazard, today)),
  grounds,
  note,
  silent: silentRounds > 0,
  figures: failedVerifications > 0,
  written: [],
  changed: [],
  returned: null,
})

const toldOf = (hazard: TrackedHazard, today: string): ToldHazard => ({
  number: hazardNumber(hazard),
  state: hazard.state,
  deadline: hazard.deadline,
  major: hazard.major,
  overdue: isOverdue(hazard, today),
  what: `${hazard.unit}\n${hazard.enterprise ?? ''}\n${hazard.text}`,
})

/** What a letter tells and is so no more: 1-2已延期至5月20日, 4-1已报整改. That only days have gone by is no change. */
export function changesSince(basis: LetterBasis, facts: LetterFacts): string[] {
  const now = basisOf(facts)
  const standing = new Map(now.hazards.map(told => [told.number, told]))
  const { grounds } = basis
  return [
    ...basis.hazards.flatMap(told => {
      const change = changeOf(told, standing.get(told.number))
      return change === null ? [] : [`${told.number}${change}`]
    }),
    ...(grounds.includes('silent') && basis.silent && !now.silent ? [`${facts.unit.name}已恢复报送`] : []),
    ...(grounds.includes('figures') && basis.figures && !now.figures ? ['核实情况已超过30日'] : []),
  ]
}

const nowIn: Record<HazardState, string> = {
  rectifying: '已恢复整改',
  reported: '已报整改',
  reinspected: '已复查合格',
  closed: '已销号',
  void: '已作废',
}

function changeOf(told: ToldHazard, now: ToldHazard | undefined): string | null {
  if (now === undefined) return '已不在台账'
  if (now.state !== told.state) return nowIn[now.state]
  if (now.deadline !== told.deadline) {
    if (now.deadline === null) return '已取消整改期限'
    if (told.deadline === null) return `已定期限${shortDate(now.deadline)}`
    return `${now.deadline > told.deadline ? '已延期至' : '期限已提前至'}${shortDate(now.deadline)}`
  }
  if (now.major !== told.major) return now.major ? '已定为重大隐患' : '已定为一般隐患'
  if (now.overdue !== told.overdue) return '已逾期'
  return now.what === told.what ? null : '内容已更正'
}
