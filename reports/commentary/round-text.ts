import { shortDate } from '../time.ts'

/** How a division stands at the end of a commentary round 点评轮次. */
export interface DivisionStanding {
  division: string
  /** Numbers 期号 of its commentaries in the round. */
  numbers: number[]
  /** Those that came after the round of their own day 补评: they count for that. */
  late: { number: number; date: string }[]
  /** Distinct reports of which they speak. */
  reports: number
  /** Reports of its industries in the daily reports of the day; null where there is no daily report. */
  ofIndustry: number | null
}

/** Divisions that owe a commentary: they have not commented, and had something to comment on. */
export const owing = (standings: DivisionStanding[]): string[] =>
  standings
    .filter(({ numbers, ofIndustry }) => numbers.length === 0 && (ofIndustry ?? 0) > 0)
    .map(({ division }) => division)

/**
 * What the heads' group is told at a round's end: which divisions have commented and on how many reports, which have
 * not, and which had nothing to comment on. Null where there is nothing to tell. `name` is the
 * round and its end.
 */
export function renderRoundEnd(name: string, standings: DivisionStanding[]): string | null {
  const commented = standings.filter(({ numbers }) => numbers.length > 0)
  const missing = owing(standings)
  if (commented.length === 0 && missing.length === 0) return null
  const idle = standings
    .filter(({ numbers, ofIndustry }) => numbers.length === 0 && ofIndustry === 0)
    .map(({ division }) => division)
  return [
    `【点评情况】${name}，应点评${commented.length + missing.length}个处室，已点评${commented.length}个。`,
    ...commented.map(renderCommented),
    ...standings.filter(({ late }) => late.length > 0).map(renderLate),
    ...(missing.length === 0 ? [] : [`未点评：${missing.join('、')}`]),
    ...(idle.length === 0 ? [] : [`无本行业检查：${idle.join('、')}`]),
  ].join('\n')
}

/** 补评：危化二处第5期（5月17日） */
const renderLate = ({ division, late }: DivisionStanding): string =>
  `补评：${division}${late.map(({ number, date }) => `第${number}期（${shortDate(date)}）`).join('、')}`

/** 危化二处：第3、4期，涉及报告2份（本行业19份） */
function renderCommented({ division, numbers, reports, ofIndustry }: DivisionStanding): string {
  const whole = ofIndustry === null ? '' : `（本行业${ofIndustry}份）`
  const spokenOf = reports === 0 ? '' : `，涉及报告${reports}份${whole}`
  return `${division}：第${numbers.join('、')}期${spokenOf}`
}
