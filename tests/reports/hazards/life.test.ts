import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HazardState } from '../../../reports/hazards/hazard.ts'
import { type Actor, act, type HazardAct, undoTime } from '../../../reports/hazards/life.ts'
import { businessDate } from '../../../reports/time.ts'
import { hazardOf, hazards, start, steps, walk } from './random-life.ts'

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
  void: ['province', 'record'],
  revive: ['record'],
}

/** Enough that a rule that is broken is found. */
const runs = { numRuns: 1500 }

describe('whatever people do about a hazard', () => {
  test('it goes only where the rules let it, by those who may', () => {
    fc.assert(
      fc.property(hazards, steps, (hazard, sequence) => {
        walk(hazard, sequence, (before, after, { what, escalated, actor: { standing } }) => {
          if (what.kind === 'undo') return
          expect(after.state).toBe(legal[before.state][what.kind])
          if (before.state === 'reinspected' && what.kind === 'pass')
            expect(before.major || escalated).toBe(true)
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
        let former = [false, false]
        walk(hazard, sequence, (_before, after, { what }) => {
          if (what.kind === 'undo') {
            ;[rectified, passed] = former as [boolean, boolean]
            return
          }
          former = [rectified, passed]
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

  test('a major one, or one under escalation, is re-inspected and closed by nobody who has reported it rectified', () => {
    fc.assert(
      fc.property(hazards, steps, (hazard, sequence) => {
        let rectifiers = new Set<string>()
        let passedBy = ''
        let former: [Set<string>, string] = [rectifiers, passedBy]
        walk(hazard, sequence, (_before, after, { what, escalated, actor: { name } }) => {
          if (what.kind === 'undo') {
            ;[rectifiers, passedBy] = former
            return
          }
          former = [new Set(rectifiers), passedBy]
          if (after.state === 'rectifying') rectifiers = new Set()
          if (what.kind === 'rectify') rectifiers.add(name)
          if (what.kind === 'pass') passedBy = name
          if (!after.major && !escalated) return
          if (what.kind === 'pass' || what.kind === 'close') expect(rectifiers).not.toContain(name)
          if (what.kind === 'close') expect(rectifiers).not.toContain(passedBy)
        })
      }),
      runs,
    )
  })

  test('what the province has taken over only the province re-inspects, closes and gives time', () => {
    fc.assert(
      fc.property(hazards, steps, (hazard, sequence) => {
        walk(hazard, sequence, (before, after, { what, takenOver, actor: { standing } }) => {
          if (!takenOver || what.kind === 'undo') return
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
        walk(hazard, sequence, (before, after, { now, what }) => {
          if (what.kind === 'undo') return
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
          if (before.state !== 'closed' || what.kind === 'undo') return
          expect(after.state).not.toBe('closed')
          expect(what.kind === 'fail' ? ['province'] : ['province', 'record']).toContain(standing)
        })
      }),
      runs,
    )
  })
})

test('a step is taken back by who took it, at once, before anything else is done; then all is as before', () => {
  let undone = 0
  fc.assert(
    fc.property(hazards, steps, (hazard, sequence) => {
      let former = hazard
      walk(hazard, sequence, (before, after, { what, actor: { name }, now, last }) => {
        if (what.kind === 'undo') {
          undone++
          expect(last).toMatchObject({ by: name })
          expect(last!.step).not.toBe('undo')
          expect(now.getTime() - Date.parse(last!.at)).toBeLessThanOrEqual(undoTime)
          expect({ ...after, major: former.major }).toEqual(former)
        }
        former = before
      })
    }),
    runs,
  )
  expect(undone).toBeGreaterThan(20)
})

test('under escalation nothing is closed on a later report by the unit, nor by who reported it', () => {
  const said: HazardAct = { kind: 'closeOnReport', report: 15 }
  const under = { ...today, escalated: true }
  const own: Actor = { name: '甲', standing: 'unit' }
  expect(act(hazardOf(), said, own, under)).toEqual({ obstacle: 'needsReinspection' })
  expect(act(hazardOf(), said, own, today)).toMatchObject({ hazard: { state: 'closed' } })
  expect(act(hazardOf({ state: 'reported', rectifiedBy: '乙' }), said, by('乙'), under)).toEqual({
    obstacle: 'needsReinspection',
  })
  expect(act(hazardOf(), said, by('乙'), under)).toMatchObject({ hazard: { state: 'closed' } })
})

test('what is taken over is told before anything else', () => {
  for (const kind of ['pass', 'close'] as const)
    expect(
      act(hazardOf(), { kind, note: null, evidence: [] }, by('甲'), { ...today, takenOver: true }),
    ).toEqual({ obstacle: 'takenOver' })
})

const by = (name: string): Actor => ({ name, standing: 'city' })
const today = { now: start, today: '2022-05-18', takenOver: false, escalated: false }
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
