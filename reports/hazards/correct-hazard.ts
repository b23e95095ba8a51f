import type { Evidence, HazardEvent, TrackedHazard } from './hazard.ts'
import { type Actor, act, type Circumstance, type Verdict } from './life.ts'

/** What a report says about a hazard of its own. */
export interface StatedHazard
  extends Pick<
    TrackedHazard,
    'enterprise' | 'place' | 'industry' | 'text' | 'major' | 'foundOn' | 'deadline'
  > {
  /** Rectified 已整改: yes, no, or not stated. */
  rectified: boolean | null
}

/** What becomes of a hazard when its report is corrected. */
interface Corrected {
  /** With what is to be noted, in order; empty where nothing changes. */
  steps: { hazard: TrackedHazard; event: HazardEvent }[]
  /** The report says now that it is not rectified, and a person has re-inspected or closed it: that stays. */
  stands: boolean
}

const names = {
  text: '隐患描述',
  major: '是否重大',
  enterprise: '受检单位',
  place: '检查地点',
  industry: '行业',
  foundOn: '检查日期',
} as const

/**
 * Has a hazard follow the correction of its report. `former`: what the report said before it, as only what the
 * correction changes may overrule what people have done since.
 */
export function correctHazard(
  hazard: TrackedHazard,
  former: Pick<StatedHazard, 'rectified' | 'deadline'>,
  stated: StatedHazard,
  actor: Actor,
  evidence: Evidence[],
  circumstance: Circumstance,
): Corrected {
  const steps: Corrected['steps'] = []
  let current = hazard
  const take = (verdict: Verdict, change: Partial<TrackedHazard> = {}) => {
    if ('obstacle' in verdict) return
    current = { ...verdict.hazard, ...change }
    steps.push({ hazard: current, event: verdict.event })
  }
  const note = (step: 'revise' | 'reopen', change: Partial<TrackedHazard>, said: string) =>
    take({
      hazard: { ...current, ...change },
      event: { step, at: circumstance.now.toISOString(), by: actor.name, note: said, evidence },
    })

  const { rectified, deadline, ...own } = stated
  const changed = (Object.keys(names) as (keyof typeof names)[]).filter(key => own[key] !== hazard[key])
  // What is rectified needs no deadline; the one that held stays on record.
  const moves = rectified !== true && deadline !== former.deadline && deadline !== hazard.deadline
  if (changed.length > 0 || moves)
    note(
      'revise',
      { ...own, ...(moves && { deadline }) },
      `更正${[...changed.map(key => names[key]), ...(moves ? ['整改期限'] : [])].join('、')}`,
    )

  const mendedOnTheSpot = rectified === true && !stated.major
  const wasOnTheSpot = current.state === 'closed' && current.onTheSpot
  if (wasOnTheSpot && !mendedOnTheSpot)
    take(
      act(
        current,
        {
          kind: 'reopen',
          note: rectified === true ? '报告更正为重大隐患' : '报告更正为未整改',
          evidence,
        },
        actor,
        circumstance,
      ),
    )
  if (rectified === true && current.state === 'rectifying' && (former.rectified !== true || wasOnTheSpot)) {
    take(act(current, { kind: 'rectify', note: null, evidence }, actor, circumstance))
    if (circumstance.today === stated.foundOn)
      take(act(current, { kind: 'closeOnReport', report: current.report }, actor, circumstance), {
        onTheSpot: true,
      })
  }
  const takenBack = rectified !== true && former.rectified === true
  if (takenBack && current.state === 'reported')
    note('reopen', { state: 'rectifying', rectifiedBy: null }, '报告更正为未整改')
  return { steps, stands: takenBack && (current.state === 'closed' || current.state === 'reinspected') }
}
