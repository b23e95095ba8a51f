import { expect, test } from 'vitest'
import { groundedEnterprises } from '../../../reports/escalation/grounds.ts'
import { defaultPolicy } from '../../../reports/escalation/policy.ts'
import { type DivisionMatters, divisionDigest, unitDigests } from '../../../reports/hazards/digest.ts'
import { hazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { aHazard } from '../../commands/hazards/enter-hazards.ts'

const today = '2022-05-18'

function matters(hazards: DivisionMatters['hazards'], parts: Partial<DivisionMatters> = {}): DivisionMatters {
  const none = new Map<string, never>()
  const facts = {
    policy: defaultPolicy,
    today,
    earlier: none,
    silentRounds: none,
    failedVerifications: none,
  }
  const subjects = groundedEnterprises(hazards, [], facts)
  const asked = new Map<number, string>()
  return { hazards, recurred: 0, subjects, asked, chains: [], isTakenOver: () => false, ...parts }
}

test('a unit hears of what is due, overdue or undated, and of what is its own to finish', () => {
  const digests = unitDigests(
    [
      aHazard({ position: 1, deadline: today }),
      aHazard({ position: 2, deadline: '2022-05-16' }),
      aHazard({ position: 3, deadline: '2022-05-14' }),
      aHazard({ position: 4, deadline: null }),
      aHazard({ position: 5, deadline: '2022-05-19' }),
      aHazard({ position: 6, state: 'reported' }),
      aHazard({ position: 7, state: 'reported', major: true }),
      aHazard({ position: 8, state: 'reinspected' }),
      aHazard({ position: 9, state: 'reinspected' }),
      aHazard({ report: 13, unit: '四平市铁西区', deadline: '2022-05-19' }),
    ],
    today,
    ({ position }) => position === 9,
  )
  expect(digests).toHaveLength(1)
  expect(digests[0]!.overdue.map(hazardNumber)).toEqual(['12-3', '12-2'])
  expect(digests[0]!.due.map(hazardNumber)).toEqual(['12-1'])
  expect(digests[0]!.undated.map(hazardNumber)).toEqual(['12-4'])
  // Major ones, and those under the province or under escalation, are brought before the division.
  expect(digests[0]!.reported.map(hazardNumber)).toEqual(['12-6'])
  expect(digests[0]!.reinspected.map(hazardNumber)).toEqual(['12-8'])
})

test('a division hears nothing while all is within its time', () => {
  expect(divisionDigest(matters([]), today)).toBeNull()
  expect(divisionDigest(matters([aHazard({ deadline: '2022-05-25' })]), today)).toBeNull()
  expect(divisionDigest(matters([], { recurred: 1 }), today)).not.toBeNull()
  expect(divisionDigest(matters([aHazard({ deadline: today })]), today)?.due).toBe(1)
})

test('decisions stand most serious first', () => {
  const hazards = [
    aHazard({ id: 1, report: 1, enterprise: '甲', state: 'reported' }),
    aHazard({ id: 2, report: 2, enterprise: '乙', state: 'reinspected', major: true }),
    aHazard({ id: 3, report: 3, enterprise: '丙', state: 'reported' }),
    aHazard({ id: 4, report: 4, enterprise: '丁', deadline: '2022-05-25' }),
    aHazard({ id: 5, report: 5, enterprise: '戊', deadline: '2022-05-17' }),
    aHazard({ id: 6, report: 6, enterprise: '己', deadline: '2022-05-10' }),
    aHazard({ id: 7, report: 7, enterprise: '庚', deadline: '2022-05-17', major: true }),
  ]
  const digest = divisionDigest(
    matters(hazards, {
      isTakenOver: ({ report }) => report === 3,
      asked: new Map([[4, '2022-06-01']]),
    }),
    today,
  )
  expect(digest?.decisions.map(({ kind, hazard }) => `${hazardNumber(hazard)} ${kind}`)).toEqual([
    '7-1 escalation',
    '6-1 escalation',
    '5-1 escalation',
    '4-1 postponement',
    '3-1 step',
    '2-1 step',
  ])
})
