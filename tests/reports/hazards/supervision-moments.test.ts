import { expect, test } from 'vitest'
import type { Chain, ChainStep } from '../../../reports/escalation/chain.ts'
import { defaultPolicy } from '../../../reports/escalation/policy.ts'
import { supervisionMoments } from '../../../reports/hazards/supervision-moments.ts'
import { sentLetter } from '../letter/fixture.ts'

const step = (rung: ChainStep['rung'], issuedAt: string | null): ChainStep => ({
  rung,
  state: issuedAt === null ? 'withdrawn' : 'issued',
  by: '危化一处处长',
  note: null,
  decidedAt: '2022-05-18T02:00:00.000Z',
  releaseAt: null,
  issuedAt,
  chaseAt: null,
  dueAt: null,
  answers: [],
  messageId: null,
  undeliveredAt: null,
})

const chain: Chain = {
  id: 3,
  unit: '四平市铁东区',
  enterprise: '宏达加油站',
  hazards: [{ report: 12, position: 1 }],
  grounds: ['overdue'],
  divisions: [],
  policy: defaultPolicy,
  state: 'settled',
  openedBy: '危化一处处长',
  openedAt: '2022-05-18T02:00:00.000Z',
  endedBy: '厅领导',
  endedAt: '2022-06-01T02:00:00.000Z',
  outcome: '隐患已销号',
  steps: [
    step('督办提示', '2022-05-18T02:02:00.000Z'),
    step('约谈', null),
    step('提示函', '2022-05-20T02:02:00.000Z'),
  ],
  next: null,
}

test('a chain that has ended tells its rungs; a letter stands by its number, in place of its rung', () => {
  const sentAt = '2022-05-20T02:02:00.000Z'
  const letter = {
    ...sentLetter(),
    chain: 3,
    state: 'sent' as const,
    year: 2022,
    number: 5,
    sentAt,
    signer: '厅领导',
  }
  const interview = {
    chain: 3,
    result: '已约谈\n分管副区长',
    recordedBy: '值班员',
    recordedAt: '2022-05-25T02:00:00.000Z',
  }
  const said = (letters: (typeof letter)[]) =>
    supervisionMoments({ chains: [chain], letters, interviews: [interview] })
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map(moment => moment.said)
  expect(said([letter])).toEqual([
    '督办提示（危化一处处长），督办3',
    '提示函（厅领导）：吉安委办提示函〔2022〕5号，督办3',
    '约谈记录（值班员）：已约谈 分管副区长',
    '督办3办结（厅领导）：隐患已销号',
  ])
  expect(said([])[1]).toBe('提示函（危化一处处长），督办3')
})
