import type { ReportRow } from '../../storage/reports.ts'
import type { StoredRound } from '../../storage/rounds.ts'
import type { Outcome, Verification } from '../../storage/verifications.ts'
import type { Context } from '../command.ts'
import { roundName } from '../current-round.ts'
import type { OutgoingMessage } from '../message.ts'
import { laterText } from '../moment-text.ts'
import { verificationSubject } from '../subjects.ts'
import { renderList } from './verify-list.ts'
import { askerOf } from './verify-outcome.ts'

/** What a verification 核实 is about. */
export interface Subject {
  unit: string
  round: StoredRound
  reports: ReportRow[]
}

/** A verification as ordered. */
export type Asked = Omit<Verification, 'former' | 'messageId' | keyof Outcome>

/** What the unit is asked, in its group: its officers are called, and those of its city may answer for it. */
export async function order(
  asked: Asked,
  { round, reports }: Omit<Subject, 'unit'>,
  { db, directory, now }: Context,
): Promise<OutgoingMessage> {
  const { id, unit, room, question, dueAt } = asked
  const officers = directory.officersOf(unit)
  const ofCity = directory.officersOf(directory.cityOf(unit) ?? unit)
  const none = reports.length === 0
  const lines = [
    `【核实】核实${id}：${askerOf(asked)}请${unit}核实${roundName(round)}报送情况，于${laterText(dueAt, now)}前答复。`,
    `核实内容：${question}`,
    ...(none
      ? [`${unit}本批次尚未报送，请报送检查情况；当日无检查的，请报“零报告”。`]
      : await renderList(db, reports)),
    `${none ? '' : `确认无误的，发送“/核实 确认 ${id}”；有误的，直接更正、补报或撤销原报告；`}需要说明的，发送“/核实 说明 ${id} 情况”。`,
  ]
  return {
    to: { room },
    text: lines.join('\n'),
    mentions: officers.length > 0 ? officers : ofCity,
    choices: [
      ...(none ? [] : [{ label: '确认无误', command: `/核实 确认 ${id}` }]),
      { label: '说明情况', command: `/核实 说明 ${id}` },
    ],
    choicesFor: [...new Set([...officers, ...ofCity])],
    choicesUntil: dueAt,
    priority: 'order',
    subject: verificationSubject(id),
  }
}
