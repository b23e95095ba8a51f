import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { reportById } from '../../storage/reports.ts'
import { collectingRound, lastCompiledRound, roundById, type StoredRound } from '../../storage/rounds.ts'
import { addVerification, openVerifications } from '../../storage/verifications.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'
import { type Context, defineCommand, operators, refuse } from '../command.ts'
import { findUnit } from '../find-unit.ts'
import { laterText, momentText } from '../moment-text.ts'
import { firstWord, textAfter } from '../text-after.ts'
import { brief } from '../understood.ts'
import { type Deadline, readDeadline } from './verify-deadline.ts'
import { listOf } from './verify-list.ts'
import { type Asked, order, type Subject } from './verify-order.ts'
import { askerOf, reportsInQuestion } from './verify-outcome.ts'

/** Characters of a question. */
const questionLimit = 500

const example = '例如：/核实 四平市铁东区 至16:00 请核对宏达加油站整改情况'

/** 核实: sends a unit's list, or one of its reports, back to be checked by a time; alone, lists those that are open. */
export const verify = defineCommand({
  name: '核实',
  aliases: ['hs'],
  usage: '/核实 <单位或第几号> [至16:00] <核实内容>',
  summary: '将单位所报情况退回核实，限时答复；不带内容时列出待答复的核实',
  roles: ['divisionHead', ...operators],
  takesText: true,
  async run(_args, context) {
    const { db, directory, calendar, sender, room, now } = context
    const { word: written, rest: said } = firstWord(textAfter([['核实', 'hs']], context.text))
    if (written === '') return [context.reply(await listOpen(context))]
    const subject = await readSubject(written.replace(/[，,：:；;。]+$/, ''), context)
    const group =
      directory.reportingRoomOf(subject.unit) ??
      refuse(`${subject.unit}没有登记报送群，核实未发出。请联系值班员，先将报送群登记入名册。`)
    const deadline = readDeadline(said, calendar, now)
    const question = tidyText(deadline.rest)
    if (question === '') refuse(`请写明核实内容，${example}`)
    if ([...question].length > questionLimit)
      refuse(`核实内容共${[...question].length}字，请压缩到${questionLimit}字以内。`)
    const asked = {
      roundId: subject.round.id,
      unit: subject.unit,
      room: group,
      askedBy: sender.name,
      askedIn: room?.name ?? null,
      division: sender.division,
      question,
      reports: subject.reports.map(({ id }) => id),
      askedAt: now,
      dueAt: deadline.dueAt,
    }
    const id = await addVerification(db, { ...asked, messageId: context.message.messageId })
    await scheduleWakeup(db, deadline.dueAt, `/核实到期 ${id}`)
    return [
      await order({ ...asked, id }, subject, context),
      context.reply(receipt({ ...asked, id }, deadline, now)),
    ]
  },
})

async function readSubject(written: string, context: Context): Promise<Subject> {
  const { db, directory } = context
  const number = /^第?(\d{1,15})号?$/.exec(written.normalize('NFKC'))?.[1]
  if (number === undefined) {
    const unit = findUnit(written, null, directory)
    const round = await roundInQuestion(context)
    return { unit, round, reports: await listOf(db, round.id, unit) }
  }
  const report = (await reportById(db, Number(number))) ?? refuse(`没有编号为${Number(number)}的报告。`)
  if (report.status === 'withdrawn') refuse(`第${report.id}号已撤销，无需核实。`)
  if (report.status === 'pending') refuse(`第${report.id}号尚待值班员采信，未计入日报表，暂不能核实。`)
  const round = (await roundById(db, report.roundId))!
  return { unit: report.unit, round, reports: [report] }
}

/** The round that collects reports; before it opens, the one that was compiled last. */
async function roundInQuestion({ db, now }: Context): Promise<StoredRound> {
  const collecting = await collectingRound(db)
  if (collecting !== null && collecting.opensAt <= now) return collecting
  return (await lastCompiledRound(db)) ?? collecting ?? refuse('尚无报送批次，没有可核实的情况。')
}

function receipt(asked: Asked, { dueAt, movedFrom }: Deadline, now: Date): string {
  const moved =
    movedFrom === null ? '' : `${momentText(movedFrom)}为非工作日，期限顺延至${momentText(dueAt)}。`
  return `核实${asked.id}已发“${asked.room}”：${reportsInQuestion(asked)}，限${laterText(dueAt, now)}前答复。${moved}如需取消，请发送“/核实 取消 ${asked.id}”。`
}

/** The sender's own; those who run the day see all. */
async function listOpen({ db, sender, now }: Context): Promise<string> {
  const all = operators.includes(sender.role)
  const open = (await openVerifications(db)).filter(({ askedBy }) => all || askedBy === sender.name)
  if (open.length === 0) return `没有待答复的核实。如需核实，${example}`
  return [
    `待答复的核实${open.length}件：`,
    ...open.map(
      verification =>
        `核实${verification.id}：${reportsInQuestion(verification)}，${all ? `${askerOf(verification)}，` : ''}限${laterText(verification.dueAt, now)}前。${brief(verification.question)}`,
    ),
  ].join('\n')
}
