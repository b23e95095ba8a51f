import type { Calendar } from '../../reports/calendar.ts'
import type { Chain } from '../../reports/escalation/chain.ts'
import { workingDaysAfter } from '../../reports/escalation/chain-wake.ts'
import { type GroundedSubject, type GroundFacts, groundedUnits } from '../../reports/escalation/grounds.ts'
import { moment } from '../../reports/time.ts'
import { lastProposals, noteProposal, type Proposal } from '../../storage/proposals.ts'
import type { Context } from '../command.ts'
import { daytime } from '../daytime.ts'
import type { OutgoingMessage } from '../message.ts'

/** Units that are proposed at once: each asks for a decision. Those that are left come the next morning. */
const unitLimit = 8
/** A unit is not proposed again on the same grounds within so many working days. */
const restDays = 5

/** Proposes 督办建议 to the heads to escalate units that are silent, or whose figures did not hold up. */
export async function proposeUnits(
  chains: readonly Chain[],
  facts: GroundFacts,
  { db, directory, calendar }: Context,
): Promise<OutgoingMessage[]> {
  const { today } = facts
  const before = await lastProposals(db)
  const units = directory.expected.map(({ name }) => name)
  const due = groundedUnits(units, chains, facts).filter(subject =>
    isNews(subject, before.get(subject.unit), today, calendar),
  )
  const proposed = due.slice(0, unitLimit)
  const rooms = directory.roomsFor('heads')
  if (proposed.length === 0 || rooms.length === 0) return []
  for (const { unit, grounds } of proposed) await noteProposal(db, { unit, grounds, date: today })
  const left = due.length - proposed.length
  const lines = proposed.map(({ unit, why }) => `${unit}：${why.join('，')}`)
  return rooms.map(room => ({
    to: { room },
    text: [
      '【督办建议】以下单位有督办事由，尚未督办：',
      ...lines,
      ...(left > 0 ? [`另有${left}家，下一工作日续列。`] : []),
      '如需督办，请点选或发送“/督办 单位”。',
    ].join('\n'),
    choices: proposed.map(({ unit }) => ({ label: `督办${unit}`, command: `/督办 ${unit} 点名点评` })),
    choicesFor: directory.peopleAs('divisionHead'),
    choicesUntil: moment(today, daytime.to),
    choicesApart: true,
  }))
}

/** Whether there is reason to propose a unit after the proposal before. */
const isNews = (
  { grounds }: GroundedSubject,
  before: Proposal | undefined,
  today: string,
  calendar: Calendar,
): boolean =>
  before === undefined ||
  before.grounds.join() !== grounds.join() ||
  workingDaysAfter(before.date, restDays, calendar) <= today
