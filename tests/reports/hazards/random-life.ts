import fc from 'fast-check'
import { expect } from 'vitest'
import type { Evidence, HazardEvent, TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { type Actor, act, type HazardAct } from '../../../reports/hazards/life.ts'
import { addDays, businessDate, moment } from '../../../reports/time.ts'

export const start = moment('2022-05-18', '09:00')

export const hazardOf = (parts: Partial<TrackedHazard> = {}): TrackedHazard => ({
  id: 1,
  report: 12,
  position: 1,
  unit: '四平市铁东区',
  enterprise: '宏达加油站',
  place: null,
  industry: '危险化学品',
  text: '配电箱未接地',
  major: false,
  foundOn: '2022-05-18',
  deadline: null,
  state: 'rectifying',
  rectifiedBy: null,
  reinspectedBy: null,
  onTheSpot: false,
  recurrenceOf: null,
  afterClosure: false,
  ...parts,
})

const day = fc.integer({ min: -3, max: 30 }).map(days => addDays('2022-05-18', days))
const words = fc.constantFrom('已更换', '说明')
const evidence = fc.constantFrom<Evidence[]>([], [{ message: 1 }], [{ message: 1 }, { picture: 2 }])
const note = fc.option(fc.constantFrom('已更换', ' '))

const acts: fc.Arbitrary<HazardAct> = fc.oneof(
  fc.record({ kind: fc.constant('rectify' as const), note, evidence }),
  fc.record({ kind: fc.constant('ask' as const), deadline: day, note: words }),
  fc.record({ kind: fc.constant('postpone' as const), deadline: day, note }),
  fc.record({ kind: fc.constant('refusePostponement' as const), note }),
  fc.record({ kind: fc.constantFrom('pass' as const, 'fail' as const), note, evidence }),
  fc.record({ kind: fc.constant('close' as const), note, evidence }),
  fc.record({ kind: fc.constant('closeOnReport' as const), report: fc.constant(15) }),
  fc.record({
    kind: fc.constantFrom('reopen' as const, 'void' as const, 'revive' as const),
    note: words,
    evidence,
  }),
  fc.constant({ kind: 'urge' as const }),
)
/** The likely way of a hazard comes often enough to be walked to its end. */
const likely = fc.constantFrom<HazardAct>(
  { kind: 'rectify', note: '已更换', evidence: [] },
  { kind: 'pass', note: null, evidence: [] },
  { kind: 'close', note: null, evidence: [] },
)
const actor: fc.Arbitrary<Actor> = fc.record({
  // One name is part of another's, and one looks like two.
  name: fc.constantFrom('甲', '乙', '甲乙', '丙、丁', '丁'),
  standing: fc.constantFrom('unit' as const, 'city' as const, 'province' as const, 'record' as const),
})
export const steps = fc.array(
  fc.record({
    what: fc.oneof(acts, likely, likely),
    actor,
    takenOver: fc.boolean(),
    escalated: fc.boolean(),
    // Often no more than a minute or two.
    hours: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 1 / 60, 3 / 60)),
    /** He takes back the last step instead. */
    undoes: fc.integer({ min: 0, max: 3 }).map(chance => chance === 0),
    /** Its report is corrected before: now it is a major one. */
    turnsMajor: fc.integer({ min: 0, max: 5 }).map(chance => chance === 0),
  }),
  { minLength: 1, maxLength: 40 },
)
export const hazards = fc.record({ major: fc.boolean(), deadline: fc.option(day) }).map(hazardOf)

/** Walks a hazard through its life and calls back for each step that was taken. */
export function walk(
  begin: TrackedHazard,
  sequence: typeof steps extends fc.Arbitrary<infer T> ? T : never,
  taken: (
    before: TrackedHazard,
    after: TrackedHazard,
    step: (typeof sequence)[number] & { now: Date; last: HazardEvent | null },
  ) => void,
): void {
  let hazard = begin
  let now = start
  let last: { event: HazardEvent; former: TrackedHazard } | null = null
  for (const step of sequence) {
    now = new Date(now.getTime() + step.hours * 3_600_000)
    if (step.turnsMajor && hazard.state !== 'closed') hazard = { ...hazard, major: true }
    const before = structuredClone(hazard)
    const circumstance = {
      now,
      today: businessDate(now),
      takenOver: step.takenOver,
      escalated: step.escalated,
    }
    const what: HazardAct =
      step.undoes && last !== null
        ? { kind: 'undo', last: last.event, former: last.former, recalled: false }
        : step.what
    const verdict = act(hazard, what, step.actor, circumstance)
    expect(hazard, 'the hazard given is not changed').toEqual(before)
    if ('obstacle' in verdict) continue
    expect(verdict.event).toMatchObject({ by: step.actor.name, at: now.toISOString() })
    taken(before, verdict.hazard, { ...step, what, now, last: last?.event ?? null })
    last = { event: verdict.event, former: before }
    hazard = verdict.hazard
  }
}
