import { placedLine, supervisionMarks, unitLines } from '../../../reports/hazards/digest-text.ts'
import { isOverdue, type TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { industries, unstatedIndustry } from '../../../reports/terms.ts'
import type { Context } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import type { Morning } from './division-digest.ts'
import { chooseNews, type ListedItems } from './listed-before.ts'

/** Until its industry is known no division can be told: the duty group finds out. */
export function unknownIndustry(
  { open, facts: { today }, takeovers, chains }: Morning,
  listed: ListedItems,
  { directory, calendar }: Context,
): OutgoingMessage[] {
  const waiting = open.filter(
    hazard => hazard.industry === null && (hazard.major || isOverdue(hazard, today)),
  )
  const factsOfUnknown = (hazard: TrackedHazard) => [isOverdue(hazard, today) ? '逾期' : '重大']
  const entries = waiting.map(hazard => ({
    hazard,
    number: hazardNumber(hazard),
    facts: factsOfUnknown(hazard),
  }))
  const { fresh, shown } = chooseNews(entries, listed, unitLines, today, calendar)
  if (fresh === 0) return []
  const text = [
    `【${unstatedIndustry}】重大或逾期隐患${waiting.length}条未注明行业，无法分送处室：`,
    ...shown.map(({ hazard }) => placedLine(hazard, today, supervisionMarks(takeovers, chains))),
    ...(waiting.length > shown.length ? [`另有${waiting.length - shown.length}条，发送“/台账”查看。`] : []),
    `请补行业，例如：/补 ${shown[0]!.hazard.report} 行业 ${industries[2]}`,
  ].join('\n')
  return directory.roomsFor('duty').map(room => ({ to: { room }, text }))
}
