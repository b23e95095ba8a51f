import { type HazardEvent, type HazardStep, stepNames } from '../../../reports/hazards/hazard.ts'
import { momentText } from '../../moment-text.ts'

/** Said to somebody who asked for or decides on a postponement, not of a first deadline. */
const words: Record<HazardStep, string> = { ...stepNames, postpone: '延期' }

/** 由四平市报送员于5月24日10:02复查合格 */
export const eventText = ({ step, at, by }: HazardEvent): string =>
  `由${by}于${momentText(new Date(at))}${words[step]}`

/** The last of some steps; undefined where none was taken. */
export const lastOf = <E extends HazardEvent>(events: E[], ...steps: HazardStep[]): E | undefined =>
  events.findLast(({ step }) => steps.includes(step))

/** What was done since the hazard was last put back to be rectified. */
export const sincePutBack = <E extends HazardEvent>(events: E[]): E[] =>
  events.slice(events.findLastIndex(({ step }) => ['fail', 'reopen', 'revive'].includes(step)) + 1)
