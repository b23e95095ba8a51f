import { expect, test } from 'vitest'
import type { Chain } from '../../../reports/escalation/chain.ts'
import {
  type GroundFacts,
  groundedEnterprises,
  groundedUnits,
  groundsOf,
  groundsOfUnit,
} from '../../../reports/escalation/grounds.ts'
import { defaultPolicy } from '../../../reports/escalation/policy.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { aHazard } from '../../commands/hazards/enter-hazards.ts'

const facts = (parts: Partial<GroundFacts> = {}): GroundFacts => ({
  policy: defaultPolicy,
  today: '2022-05-18',
  earlier: new Map(),
  silentRounds: new Map(),
  failedVerifications: new Map(),
  ...parts,
})

const policyWith = (ground: string, threshold: number) => ({
  ...defaultPolicy,
  grounds: defaultPolicy.grounds.map(rule => (rule.ground === ground ? { ...rule, threshold } : rule)),
})

test('overdue from the day after the deadline on, or later where the policy says so', () => {
  expect(groundsOf([aHazard({ deadline: '2022-05-18' })], facts()).grounds).toEqual([])
  expect(groundsOf([aHazard({ deadline: '2022-05-12' })], facts())).toEqual({
    grounds: ['overdue'],
    why: ['逾期6天'],
  })
  const patient = facts({ policy: policyWith('overdue', 7) })
  expect(groundsOf([aHazard({ deadline: '2022-05-12' })], patient).grounds).toEqual([])
  expect(groundsOf([aHazard({ deadline: '2022-05-11' })], patient).grounds).toEqual(['overdue'])
})

test('what has been reported rectified is neither overdue nor a major one left alone', () => {
  expect(groundsOf([aHazard({ state: 'reported', major: true })], facts()).grounds).toEqual([])
  expect(groundsOf([aHazard({ state: 'closed' })], facts()).grounds).toEqual([])
})

test('recurring counts the cases after a closure, and says how often it was found', () => {
  const first = aHazard({ report: 1, state: 'closed' })
  const second = aHazard({ report: 2, state: 'closed', recurrenceOf: first, afterClosure: true })
  const third = aHazard({ report: 3, deadline: '2022-05-30', recurrenceOf: second, afterClosure: true })
  const earlier = new Map([first, second].map(hazard => [hazardNumber(hazard), hazard]))
  expect(groundsOf([third], facts({ earlier }))).toEqual({ grounds: ['recurring'], why: ['第3次发现'] })
  const twice = facts({ earlier, policy: policyWith('recurring', 3) })
  expect(groundsOf([third], twice).grounds).toEqual([])
  // Never mended in between: it is the same case still.
  const unmended = { ...third, recurrenceOf: first, afterClosure: false }
  expect(groundsOf([unmended], facts({ earlier })).grounds).toEqual([])
})

test('a major hazard is a ground three days after it was found', () => {
  const found = (foundOn: string) => aHazard({ major: true, foundOn, deadline: '2022-05-30' })
  expect(groundsOf([found('2022-05-16')], facts()).grounds).toEqual([])
  expect(groundsOf([found('2022-05-15')], facts())).toEqual({
    grounds: ['major'],
    why: ['重大隐患发现3天未整改'],
  })
})

test('a unit is silent, or its figures did not hold up', () => {
  const known = facts({
    silentRounds: new Map([
      ['四平市铁东区', 3],
      ['四平市铁西区', 2],
    ]),
    failedVerifications: new Map([['四平市铁东区', 2]]),
  })
  expect(groundsOfUnit('四平市铁东区', known)).toEqual({
    grounds: ['silent', 'figures'],
    why: ['连续3次缺报', '30天内2次核实不符或逾期未答复'],
  })
  expect(groundsOfUnit('四平市铁西区', known).grounds).toEqual([])
  expect(groundedUnits(['四平市铁东区'], [chainOf({ unit: '四平市铁东区' })], known)).toEqual([])
})

test('hazards of one enterprise are one subject, but for what a chain is after already', () => {
  const hazards = [
    aHazard({ position: 1, deadline: '2022-05-17' }),
    aHazard({ position: 2, deadline: '2022-05-12' }),
    aHazard({ position: 3, deadline: '2022-05-25' }),
    aHazard({ report: 13, enterprise: null }),
    aHazard({ report: 14, enterprise: null }),
  ]
  const subjects = groundedEnterprises(hazards, [], facts())
  expect(subjects.map(({ hazards: found, why }) => [found.map(hazardNumber), why])).toEqual([
    [['12-2', '12-1'], ['逾期6天']],
    [['13-1'], ['逾期2天']],
    [['14-1'], ['逾期2天']],
  ])
  const chain = chainOf({
    unit: '四平市铁东区',
    enterprise: '宏达加油站',
    hazards: [{ report: 12, position: 2 }],
  })
  const left = groundedEnterprises(hazards, [chain], facts()).map(({ hazards: found }) => found)
  expect(left.map(found => found.map(hazardNumber))).toEqual([['12-1'], ['13-1'], ['14-1']])
})

const chainOf = (parts: Partial<Chain>): Chain => ({
  id: 1,
  unit: '',
  enterprise: null,
  hazards: [],
  grounds: [],
  divisions: [],
  policy: defaultPolicy,
  state: 'open',
  openedBy: '危化一处处长',
  openedAt: '2022-05-17T01:00:00.000Z',
  endedBy: null,
  endedAt: null,
  outcome: null,
  steps: [],
  next: null,
  ...parts,
})
