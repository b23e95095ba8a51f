import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCalendar, workingDaysAfter } from '../../../reports/calendar.ts'
import { type Chain, type ChainVerdict, currentRung, pendingStep } from '../../../reports/escalation/chain.ts'
import {
  answer,
  climb,
  holdTime,
  issue,
  openChain,
  refuseAnswer,
  settle,
  takeBack,
} from '../../../reports/escalation/chain-steps.ts'
import { planLater, planOn } from '../../../reports/escalation/chain-wake.ts'
import { type Rung, rank, rungs } from '../../../reports/escalation/ladder.ts'
import { defaultPolicy, ruleOf } from '../../../reports/escalation/policy.ts'
import { businessDate, moment } from '../../../reports/time.ts'

const calendar = createCalendar([])
const subject = {
  unit: '四平市铁东区',
  enterprise: '宏达加油站',
  hazards: [{ report: 1, position: 2 }],
  grounds: ['overdue' as const],
  divisions: ['危化二处'],
  policy: defaultPolicy,
}
const head = { by: '危化二处处长', role: 'divisionHead' as const, note: null }
const leader = { by: '厅领导', role: 'leader' as const, note: null }

const got = (verdict: ChainVerdict): Chain => {
  if ('obstacle' in verdict) throw new Error(verdict.obstacle)
  return verdict.chain
}

describe('a chain', () => {
  const opened = moment('2022-05-27', '10:00')
  const open = () => got(openChain(subject, { ...head, rung: '点名点评' }, opened, calendar))

  test('is held for two minutes, and its times run from when it goes out, over the holiday', () => {
    const chain = open()
    expect(chain.next).toEqual({ wake: 'release', at: new Date(opened.getTime() + holdTime).toISOString() })
    const out = got(issue(chain, new Date(chain.next!.at), calendar))
    // Two working days after Friday are Tuesday; who has not answered is chased on Monday.
    expect(out.next).toEqual({ wake: 'chase', at: moment('2022-05-30', '09:30').toISOString() })
    expect(out.steps[0]!.dueAt).toBe(moment('2022-05-31', '17:00').toISOString())
    const prompt = got(climb(out, { ...head, rung: '督办提示' }, moment('2022-06-01', '10:00'), calendar))
    const sent = got(issue(prompt, moment('2022-06-01', '10:02'), calendar))
    // 端午: 3 to 5 June are free.
    expect(sent.steps[1]!.dueAt).toBe(moment('2022-06-07', '17:00').toISOString())
  })

  test('taken back within the hold leaves nothing of it', () => {
    const chain = got(takeBack(open(), head.by, opened, calendar))
    expect(chain).toMatchObject({ state: 'withdrawn', next: null })
  })

  test('a letter is drafted first, and reminded of until it is signed', () => {
    let chain = got(openChain(subject, { ...leader, rung: '提示函' }, opened, calendar))
    expect(chain.next).toEqual({ wake: 'draft', at: moment('2022-05-30', '09:30').toISOString() })
    chain = planOn(chain, moment('2022-05-30', '09:30'), calendar)
    expect(chain.next).toEqual({ wake: 'draft', at: moment('2022-05-31', '09:30').toISOString() })
    const sent = got(issue(chain, moment('2022-05-31', '10:00'), calendar, '2022-06-10'))
    expect(sent.steps[0]!.dueAt).toBe(moment('2022-06-10', '17:00').toISOString())
  })

  test('what is not decided at the deadline is proposed again after three working days', () => {
    const out = got(issue(open(), moment('2022-05-27', '10:02'), calendar))
    const lapsed = planOn(out, moment('2022-05-31', '17:00'), calendar)
    expect(lapsed.next).toEqual({ wake: 'propose', at: moment('2022-06-06', '09:30').toISOString() })
  })

  test('a head goes up one rung at a time, a leader as he decides, nobody down', () => {
    const out = got(issue(open(), moment('2022-05-27', '10:02'), calendar))
    const up = (decision: typeof head | typeof leader, rung: Rung) =>
      climb(out, { ...decision, rung }, moment('2022-05-30', '10:00'), calendar)
    expect(up(head, '提示函')).toEqual({ obstacle: 'skips' })
    expect(up(head, '约谈')).toEqual({ obstacle: 'role' })
    expect(up(head, '点名点评')).toEqual({ obstacle: 'notHigher' })
    expect(up(leader, '点名点评')).toEqual({ obstacle: 'notHigher' })
    expect(up(leader, '挂牌督办')).toHaveProperty('chain')
    expect(up(head, '督办提示')).toHaveProperty('chain')
  })
})

type Move = {
  kind: 'climb' | 'takeBack' | 'wake' | 'keep' | 'issue' | 'answer' | 'refuse' | 'settle'
  rung: Rung
  isLeader: boolean
  minutes: number
}

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(
    'climb',
    'climb',
    'takeBack',
    'wake',
    'wake',
    'keep',
    'issue',
    'answer',
    'refuse',
    'settle',
  ),
  rung: fc.constantFrom(...rungs),
  isLeader: fc.boolean(),
  minutes: fc.integer({ min: 0, max: 4000 }),
})

test('whatever happens to it, an open chain has exactly one thing to wake up for, and rises by the rules', () => {
  fc.assert(
    fc.property(
      fc.array(move, { maxLength: 30 }),
      fc.constantFrom(...rungs),
      fc.boolean(),
      (moves, first, isLeader) => {
        let now = moment('2022-05-27', '10:00')
        const begun = openChain(subject, { ...(isLeader ? leader : head), rung: first }, now, calendar)
        if ('obstacle' in begun) {
          expect(isLeader).toBe(false)
          expect(first).not.toBe('点名点评')
          return
        }
        let chain = begun.chain
        for (const { kind, rung, isLeader: byLeader, minutes } of moves) {
          const before = chain
          now = new Date(now.getTime() + minutes * 60_000)
          // The clock rings before anybody speaks.
          if (
            chain.next !== null &&
            chain.next.wake !== 'release' &&
            Date.parse(chain.next.at) <= now.getTime()
          )
            chain = planOn(chain, now, calendar)
          const verdict = apply(kind, chain, rung, byLeader, now)
          if ('obstacle' in verdict) continue
          chain = verdict.chain
          checkWake(chain, now)
          checkRungs(before, chain, byLeader)
        }
      },
    ),
    { numRuns: 400 },
  )
})

function apply(kind: Move['kind'], chain: Chain, rung: Rung, byLeader: boolean, now: Date): ChainVerdict {
  const decision = { ...(byLeader ? leader : head), rung }
  const said = { by: '四平市铁东区报送员', at: now.toISOString(), text: '已整改', inboxId: 1 }
  switch (kind) {
    case 'climb':
      return climb(chain, decision, now, calendar)
    case 'takeBack':
      return takeBack(chain, decision.by, now, calendar)
    case 'wake':
      return { chain: planOn(chain, now, calendar) }
    case 'keep':
      checkKept(chain, now)
      return { chain: planLater(chain, now, calendar) }
    case 'issue':
      return issue(chain, now, calendar)
    case 'answer':
      return answer(chain, said, now, calendar)
    case 'refuse':
      return refuseAnswer(chain, '', now, calendar)
    case 'settle':
      return settle(chain, decision.by, '已办结', now)
  }
}

/** What is proposed only now is put off for ten working days; all else comes as it would have come. */
function checkKept(chain: Chain, now: Date): void {
  const [kept, planned] = [planLater(chain, now, calendar), planOn(chain, now, calendar)]
  expect({ ...kept, next: null }).toEqual({ ...chain, next: null })
  if (planned.next?.wake !== 'propose') {
    expect(kept).toEqual(planned)
    return
  }
  const day = workingDaysAfter(businessDate(now), 10, calendar)
  expect(kept.next).toEqual({ wake: 'propose', at: moment(day, '09:30').toISOString() })
  expect(kept.next!.at > planned.next.at).toBe(true)
}

function checkWake(chain: Chain, now: Date): void {
  expect(chain.next === null).toBe(chain.state !== 'open')
  if (chain.next === null) return
  expect(chain.next).not.toBeNull()
  // What is held may be late after a stop; all else is to come.
  if (chain.next!.wake !== 'release') expect(Date.parse(chain.next!.at)).toBeGreaterThan(now.getTime())
  if (chain.next!.wake !== 'release')
    expect(calendar.isWorkingDay(businessDate(new Date(chain.next!.at)))).toBe(true)
  expect(chain.next!.wake === 'release').toBe(pendingStep(chain)?.state === 'held')
  expect(
    chain.steps.filter(({ state }) => state === 'held' || state === 'drafting').length,
  ).toBeLessThanOrEqual(1)
}

function checkRungs(before: Chain, chain: Chain, byLeader: boolean): void {
  const gone = chain.steps.filter(({ state }) => state !== 'withdrawn').map(({ rung }) => rank(rung))
  expect(gone).toEqual([...new Set(gone)].sort((a, b) => a - b))
  if (chain.steps.length === before.steps.length) return
  const added = chain.steps.at(-1)!
  const from = currentRung(before)
  expect(ruleOf(added.rung, chain.policy).deciders).toContain(byLeader ? 'leader' : 'divisionHead')
  if (!byLeader) expect(rank(added.rung)).toBe(from === null ? 0 : rank(from) + 1)
}
