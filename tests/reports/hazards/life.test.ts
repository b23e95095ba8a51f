import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Evidence, HazardState, TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { type Actor, act, type HazardAct } from '../../../reports/hazards/life.ts'
import { addDays, businessDate, moment } from '../../../reports/time.ts'

/** Which states each act may lead to, from each state: written from the rules, not from the code. */
const legal: Record<HazardState, Partial<Record<HazardAct['kind'], HazardState>>> = {
  rectifying: {
    rectify: 'reported',
    ask: 'rectifying',
    postpone: 'rectifying',
    refusePostponement: 'rectifying',
    urge: 'rectifying',
    closeOnReport: 'closed',
    void: 'void',
  },
  reported: {
    rectify: 'reported',
    pass: 'reinspected',
    fail: 'rectifying',
    closeOnReport: 'closed',
    void: 'void',
  },
  // Once more only where it has been told since to be a major one, and its rectifier had passed it.
  reinspected: { pass: 'reinspected', fail: 'rectifying', close: 'closed', void: 'void' },
  closed: { fail: 'rectifying', reopen: 'rectifying', void: 'void' },
  void: { revive: 'rectifying' },
}

/** What only some may do, of all hazards. */
const reserved: Partial<Record<HazardAct['kind'], Actor['standing'][]>> = {
  postpone: ['province'],
  refusePostponement: ['province'],
  reopen: ['province', 'record'],
  void: ['record'],
  revive: ['record'],
}

const start = moment('2022-05-18', '09:00')

const hazardOf = (parts: Partial<TrackedHazard> = {}): TrackedHazard => ({
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
const steps = fc.array(
  fc.record({
    what: fc.oneof(acts, likely, likely),
    actor,
    takenOver: fc.boolean(),
    hours: fc.integer({ min: 0, max: 60 }),
    /** Its report is corrected before: now it is a major one. */
    turnsMajor: fc.integer({ min: 0, max: 5 }).map(chance => chance === 0),
  }),
  { minLength: 1, maxLength: 40 },
)
const hazards = fc.record({ major: fc.boolean(), deadline: fc.option(day) }).map(hazardOf)

/** Walks a hazard through its life and calls back for each step that was taken. */
function walk(
  begin: TrackedHazard,
  sequence: typeof steps extends fc.Arbitrary<infer T> ? T : never,
  taken: (
    before: TrackedHazard,
    after: TrackedHazard,
    step: (typeof sequence)[number] & { now: Date },
  ) => void,
): void {
  let hazard = begin
  let now = start
  for (const step of sequence) {
    now = new Date(now.getTime() + step.hours * 3_600_000)
    if (step.turnsMajor && hazard.state !== 'closed') hazard = { ...hazard, major: true }
    const before = structuredClone(hazard)
    const circumstance = { now, today: businessDate(now), takenOver: step.takenOver }
    const verdict = act(hazard, step.what, step.actor, circumstance)
    expect(hazard, 'the hazard given is not changed').toEqual(before)
    if ('obstacle' in verdict) continue
    expect(verdict.event).toMatchObject({ by: step.actor.name, at: now.toISOString() })
    taken(before, verdict.hazard, { ...step, now })
    hazard = verdict.hazard
  }
}

/** Enough that a rule that is broken is found. */
const runs = { numRuns: 1500 }

describe('whatever people do about a hazard', () => {
  test('it goes only where the rules let it, by those who may', () => {
    fc.assert(
      fc.property(hazards, steps, (hazard, sequence) => {
        walk(hazard, sequence, (before, after, { what, actor: { standing } }) => {
          expect(after.state).toBe(legal[before.state][what.kind])
          if (before.state === 'reinspected' && what.kind === 'pass') expect(before.major).toBe(true)
          if (reserved[what.kind] !== undefined) expect(reserved[what.kind]).toContain(standing)
        })
      }),
      runs,
    )
  })

  test('it is closed on a rectification and a re-inspection, or a general one on a later report', () => {
    fc.assert(
      fc.property(hazards, steps, (hazard, sequence) => {
        let [rectified, passed] = [false, false]
        walk(hazard, sequence, (_before, after, { what }) => {
          if (after.state === 'rectifying') rectified = passed = false
          if (what.kind === 'rectify') {
            rectified = true
            expect(what.evidence.length > 0 || (what.note ?? '').trim() !== '').toBe(true)
          }
          if (what.kind === 'pass') passed = rectified
          if (after.state !== 'closed') return
          if (what.kind === 'closeOnReport') expect(after.major).toBe(false)
          else expect([rectified, passed]).toEqual([true, true])
        })
      }),
      runs,
    )
  })

  test('a major one is re-inspected and closed by nobody who has reported it rectified', () => {
    fc.assert(
      fc.property(hazards, steps, (hazard, sequence) => {
        let rectifiers = new Set<string>()
        let passedBy = ''
        walk(hazard, sequence, (_before, after, { what, actor: { name } }) => {
          if (after.state === 'rectifying') rectifiers = new Set()
          if (what.kind === 'rectify') rectifiers.add(name)
          if (what.kind === 'pass') passedBy = name
          if (!after.major) return
          if (what.kind === 'pass' || what.kind === 'close') expect(rectifiers).not.toContain(name)
          if (after.state === 'closed') expect(rectifiers).not.toContain(passedBy)
        })
      }),
      runs,
    )
  })

  test('what the province has taken over only the province re-inspects, closes and gives time', () => {
    fc.assert(
      fc.property(hazards, steps, (hazard, sequence) => {
        walk(hazard, sequence, (before, after, { what, takenOver, actor: { standing } }) => {
          if (!takenOver) return
          const reservedNow = ['pass', 'fail', 'close', 'closeOnReport'].includes(what.kind)
          if (reservedNow || after.deadline !== before.deadline) expect(standing).toBe('province')
        })
      }),
      runs,
    )
  })

  test('deadlines only grow, and none is set in the past', () => {
    fc.assert(
      fc.property(hazards, steps, (hazard, sequence) => {
        walk(hazard, sequence, (before, after, { now }) => {
          if (after.deadline === before.deadline) return
          expect(after.deadline! > (before.deadline ?? '')).toBe(true)
          expect(after.deadline! >= businessDate(now)).toBe(true)
        })
      }),
      runs,
    )
  })

  test('a closure is undone only by the province, or by the record', () => {
    fc.assert(
      fc.property(hazards, steps, (hazard, sequence) => {
        walk(hazard, sequence, (before, after, { what, actor: { standing } }) => {
          if (before.state !== 'closed') return
          expect(after.state).not.toBe('closed')
          expect(what.kind === 'fail' ? ['province'] : ['province', 'record']).toContain(standing)
        })
      }),
      runs,
    )
  })
})

const by = (name: string): Actor => ({ name, standing: 'city' })
const today = { now: start, today: '2022-05-18', takenOver: false }
const rectify: HazardAct = { kind: 'rectify', note: '已更换', evidence: [] }
const pass: HazardAct = { kind: 'pass', note: null, evidence: [] }

test('who says once more that a major one is rectified does not free who said it first', () => {
  const first = act(hazardOf({ major: true }), rectify, by('甲'), today)
  const second = 'hazard' in first ? act(first.hazard, rectify, by('乙'), today) : first
  const reported = 'hazard' in second ? second.hazard : expect.unreachable()
  expect(reported.rectifiedBy).toBe('甲、乙')
  for (const name of ['甲', '乙'])
    expect(act(reported, pass, by(name), today)).toEqual({ obstacle: 'sameAsRectifier' })
  expect(act(reported, pass, by('丙'), today)).toMatchObject({ hazard: { state: 'reinspected' } })
})

test('of a general one that turns out to be major the re-inspection is done again by another', () => {
  const passed = hazardOf({ state: 'reinspected', rectifiedBy: '甲', reinspectedBy: '甲', major: true })
  const close: HazardAct = { kind: 'close', note: null, evidence: [] }
  expect(act(passed, close, by('乙'), today)).toEqual({ obstacle: 'notReinspected' })
  expect(act(passed, pass, by('甲'), today)).toEqual({ obstacle: 'sameAsRectifier' })
  const again = act(passed, pass, by('乙'), today)
  expect('hazard' in again && act(again.hazard, close, by('乙'), today)).toMatchObject({
    hazard: { state: 'closed' },
  })
})
