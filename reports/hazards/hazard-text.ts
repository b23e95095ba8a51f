import { placeName, shorten } from '../daily/phrases.ts'
import { shortDate } from '../time.ts'
import { isOverdue, stateNames, type TrackedHazard } from './hazard.ts'
import { hazardNumber } from './hazard-number.ts'

/** 四平市铁东区 宏达加油站 */
export const whereText = ({ unit, enterprise }: Pick<TrackedHazard, 'unit' | 'enterprise'>): string =>
  `${placeName(unit)} ${enterprise ?? '企业未写明'}`

/** 12-1 四平市铁东区 宏达加油站：灭火器压力不足（重大，整改中，限5月25日，逾期3天） */
export const hazardText = (hazard: TrackedHazard, today: string): string =>
  `${hazardNumber(hazard)} ${whereText(hazard)}：${hazard.text}（${standingText(hazard, today)}）`

/** 重大，整改中，限5月25日，逾期3天 */
export function standingText(hazard: TrackedHazard, today: string): string {
  const { major, state, deadline, recurrenceOf } = hazard
  const waits = state === 'rectifying'
  return [
    ...(major ? ['重大'] : []),
    stateNames[state],
    ...(waits ? [deadline === null ? '未报期限' : `限${shortDate(deadline)}`] : []),
    ...(isOverdue(hazard, today) ? [`逾期${daysBetween(deadline!, today)}天`] : []),
    ...(recurrenceOf === null ? [] : [`与${hazardNumber(recurrenceOf)}重复`]),
  ].join('，')
}

/** Characters of a text that is told in brief, as long as a phone shows. */
const briefLength = 40

/** A description, or what was said, in one line and no longer than a phone shows. */
export const briefText = (text: string, length = briefLength): string =>
  shorten(text.replace(/\s+/g, ' ').trim(), length)

/** Calendar days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
