import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import type { PlacedHazard } from '../../../reports/hazards/place-hazards.ts'
import { shortDate } from '../../../reports/time.ts'
import type { FormerReport } from '../../../storage/report-versions.ts'
import type { ReportRow } from '../../../storage/reports.ts'
import type { Context } from '../../command.ts'
import { ontoWorkingDay } from '../steps/read-deadline.ts'

/**
 * What is to be said of the deadlines of a report: those on days off, which hold until the next working day, and those
 * before the inspection; empty where all are in order. What was so before, `former`, has been said.
 */
export function datesText(
  report: ReportRow,
  hazards: PlacedHazard[],
  former: FormerReport | undefined,
  { calendar }: Pick<Context, 'calendar'>,
): string {
  const before = former?.status === 'counted' ? former.hazards : []
  const dates = new Map<string, number[]>()
  for (const { position, rectified, deadline } of hazards) {
    if (rectified === true || deadline === null) continue
    if (before.some(each => each.position === position && each.deadline === deadline)) continue
    dates.set(deadline, [...(dates.get(deadline) ?? []), position])
  }
  return [...dates]
    .map(([date, positions]) => {
      const numbers = positions.map(position => hazardNumber({ report: report.id, position })).join('、')
      if (date < report.date) return `${numbers}限期${shortDate(date)}早于检查日期，请核对。`
      const moved = ontoWorkingDay(date, calendar)
      return moved === date ? '' : `${numbers}${movedText(date, moved)}。`
    })
    .join('')
}

/** 限期5月1日为休息日，顺延至5月5日 */
export const movedText = (date: string, moved: string): string =>
  `限期${shortDate(date)}为休息日，顺延至${shortDate(moved)}`
