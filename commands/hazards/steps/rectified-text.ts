import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { whereText } from '../../../reports/hazards/hazard-text.ts'
import { province } from '../../../reports/terms.ts'
import type { Context } from '../../command.ts'
import type { OutgoingMessage } from '../../message.ts'
import { hazardChoices } from '../hazard-choices.ts'
import { headsInCharge, tellHeads } from '../tell-about.ts'
import type { StepTaken } from './take-step.ts'

/** Hazards that have just been reported rectified, with the pictures that came before. */
export interface Rectified extends StepTaken {
  pictures: number
}

/** More numbers than these are told as a span. */
const listed = 3

/** 1-1、1-2已报整改，附照片2张，由四平市铁东区、四平市或分管处室任一方复查。 One line for all of which it is the same. */
export function receiptLines(done: Rectified[], context: Context): string[] {
  const groups = Map.groupBy(done, each => afterNumber(each, context))
  return [...groups].map(([said, each]) => `${numbersText(each.map(({ hazard }) => hazard))}${said}`)
}

function numbersText(hazards: TrackedHazard[]): string {
  const numbers = hazards.map(hazardNumber)
  return numbers.length <= listed
    ? numbers.join('、')
    : `${numbers[0]}至${numbers.at(-1)}共${numbers.length}条`
}

function afterNumber({ hazard, takenOver, escalated, pictures }: Rectified, { directory }: Context): string {
  const { unit, major } = hazard
  const city = unit === province ? null : directory.cityOf(unit)
  const above = city === null ? '分管处室' : `${city}或分管处室`
  const own = unit === province || city === unit ? '' : `${unit}、`
  const waits = takenOver
    ? '已由省级提级管理，由分管处室复查'
    : major || escalated
      ? `${major ? '属重大隐患' : '正在督办'}，须由他人（${above}）复查`
      : `由${own}${above}${city === null ? '' : '任一方'}复查`
  return `已报整改，${pictures > 0 ? `附照片${pictures}张，` : ''}${waits}。`
}

/** The heads hear at once of what is under escalation 督办 or taken over; of all else with the morning's digest. */
export function tellOfSupervised(
  rectified: Rectified[],
  said: string | null,
  pictures: number,
  context: Context,
): OutgoingMessage[] {
  const words = said === null ? '' : `：${said}`
  const shown = pictures > 0 ? `（照片${pictures}张）` : ''
  const hazards = rectified.map(({ hazard }) => hazard)
  return [...Map.groupBy(hazards, ({ industry }) => industry)].flatMap(([industry, reported]) => {
    const lines = reported.map(
      hazard =>
        `${hazardNumber(hazard)}${hazard.major ? '（重大）' : ''} ${whereText(hazard)}：${hazard.text}，${hazard.rectifiedBy}已报整改${words}${shown}，待复查。`,
    )
    const choices = reported
      .flatMap(hazard => hazardChoices(hazard, 'divisionHead', true))
      .filter(({ command }) => command.startsWith('/复查'))
    const mentions = reported.some(({ major }) => major) ? headsInCharge({ industry }, context) : []
    return tellHeads(
      { industry },
      { text: `【整改】${lines.join('\n')}`, choices, mentions, bundle: true },
      context,
    )
  })
}
