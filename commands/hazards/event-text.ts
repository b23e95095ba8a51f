import type { HazardEvent, HazardStep } from '../../reports/hazards/hazard.ts'
import { momentText } from '../moment-text.ts'

const words: Record<HazardStep, string> = {
  find: '登记',
  rectify: '报整改',
  ask: '申请延期',
  postpone: '延期',
  refusePostponement: '不同意延期',
  pass: '复查合格',
  fail: '复查不合格',
  close: '销号',
  reopen: '恢复',
  void: '作废',
  revive: '恢复',
  revise: '更正',
  urge: '催办',
}

/** 由四平市报送员于5月24日10:02复查合格 */
export const eventText = ({ step, at, by }: HazardEvent): string =>
  `由${by}于${momentText(new Date(at))}${words[step]}`

/** The last of some steps; undefined where none was taken. */
export const lastOf = <E extends HazardEvent>(events: E[], ...steps: HazardStep[]): E | undefined =>
  events.findLast(({ step }) => steps.includes(step))

/** What was done since the hazard was last put back to be rectified. */
export const sincePutBack = <E extends HazardEvent>(events: E[]): E[] =>
  events.slice(events.findLastIndex(({ step }) => ['fail', 'reopen', 'revive'].includes(step)) + 1)
