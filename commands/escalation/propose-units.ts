import { type Calendar, workingDaysAfter } from '../../reports/calendar.ts'
import type { Chain } from '../../reports/escalation/chain.ts'
import { type GroundedSubject, type GroundFacts, groundedUnits } from '../../reports/escalation/grounds.ts'
import { moment } from '../../reports/time.ts'
import { lastProposals, noteProposal, type Proposal } from '../../storage/proposals.ts'
import type { Context } from '../command.ts'
import { daytime } from '../daytime.ts'
import type { OutgoingMessage } from '../message.ts'

/** The worst of them, that may be escalated by a tap; the others by their names. */
const tapped = 3
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
  const rooms = directory.roomsFor('heads')
  if (due.length === 0 || rooms.length === 0) return []
  for (const { unit, grounds } of due) await noteProposal(db, { unit, grounds, date: today })
  const cities = Map.groupBy(due, ({ unit }) => directory.cityOf(unit) ?? unit)
  const worst = due.toSorted((a, b) => severity(b, facts) - severity(a, facts)).slice(0, tapped)
  return rooms.map(room => ({
    to: { room },
    text: [
      `【督办建议】以下${due.length}家单位有督办事由，尚未督办：`,
      ...[...cities].map(([city, own]) => `${city}：${own.map(namesOf).join('、')}`),
      `如需督办，请${due.length > tapped ? '发送“/督办 单位”，最突出的可点选' : '点选或发送“/督办 单位”'}。`,
    ].join('\n'),
    choices: worst.map(({ unit }) => ({ label: `督办${unit}`, command: `/督办 ${unit} 点名点评` })),
    choicesFor: directory.peopleAs('divisionHead'),
    choicesUntil: moment(today, daytime.to),
    choicesApart: true,
  }))
}

/** 四平市铁东区（连续3次缺报） */
const namesOf = ({ unit, why }: GroundedSubject): string => `${unit}（${why.join('，')}）`

/** Rounds of silence and figures that did not hold up, added: a rank, not a figure to be told. */
const severity = ({ unit }: GroundedSubject, { silentRounds, failedVerifications }: GroundFacts): number =>
  (silentRounds.get(unit) ?? 0) + (failedVerifications.get(unit) ?? 0)

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
