import type { IssuedCommentary } from '../../reports/commentary/commentary.ts'
import { renderCommentary } from '../../reports/commentary/commentary-text.ts'
import { businessDate, moment } from '../../reports/time.ts'
import { changeCommentary, keepIssued } from '../../storage/change-commentaries.ts'
import { commentaryById, type StoredCommentary } from '../../storage/commentaries.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import { heldUpUntil } from '../held-up.ts'
import type { OutgoingMessage } from '../message.ts'
import { commentarySubject } from '../subjects.ts'
import { readAnswerStanding } from './answer-standing.ts'
import { chaseTime } from './chase-time.ts'
import { type Addressee, addressees } from './commentary-addressees.ts'
import { cardFiles } from './commentary-files.ts'
import { stageOf } from './commentary-stage.ts'
import { issueCommentary } from './issue-commentary.ts'
import { readLinked } from './read-draft.ts'
import { holdTime } from './relay-time.ts'

/**
 * 点评转发: the hold is over. The commentary gets its number, is kept as it is sent out, and goes to its groups, all in
 * one transaction: its state decides that it happens once, whatever stops in between.
 */
export const relayCommentary = defineCommand({
  name: '点评转发',
  aliases: [],
  usage: '/点评转发 <编号> <版本>',
  summary: '按时发出日点评',
  roles: ['system'],
  async run([id, version], context) {
    const { db, now } = context
    const commentary = await commentaryById(db, numberOf(id))
    if (commentary === null || commentary.version !== numberOf(version) || stageOf(commentary) !== 'held')
      return []
    // It was changed and published again: another wake-up is planned for it.
    if (commentary.releaseAt! > now) return []
    const later = await heldUpUntil(commentary.releaseAt!, holdTime, context)
    if (later !== null) {
      await changeCommentary(db, commentary.id, { releaseAt: later })
      await scheduleWakeup(db, later, `/点评转发 ${commentary.id} ${commentary.version}`)
      return []
    }
    const issued = await issueCommentary(commentary, context)
    const { asked } = await readLinked(issued.text, context)
    // Who has answered before the correction need not answer again.
    const { missing } = await readAnswerStanding(db, { id: commentary.id, asked })
    const to = await addressees({ ...commentary, references: issued.references }, context)
    if (commentary.issued !== null) await keepIssued(db, commentary.issued, now)
    await changeCommentary(db, commentary.id, {
      state: 'issued',
      number: issued.number,
      asked,
      chaseAt: await planChase(commentary, missing, context),
      issued,
    })
    return to.filter(each => !each.later).flatMap(each => relayTo(each, issued, missing))
  },
})

/** When units that have not answered are chased: a time that lies ahead already stays. Null where there are none. */
async function planChase(
  { id, chaseAt }: StoredCommentary,
  missing: string[],
  { db, calendar, now }: Context,
): Promise<Date | null> {
  if (missing.length === 0) return null
  if (chaseAt !== null && chaseAt > now) return chaseAt
  const at = moment(calendar.nextWorkingDay(businessDate(now)), chaseTime)
  await scheduleWakeup(db, at, `/点评催复 ${id}`)
  return at
}

/** The text, the cards, and in the group of a unit that is asked how it answers. */
function relayTo(
  { room, units, mentions }: Addressee,
  issued: IssuedCommentary,
  missing: string[],
): OutgoingMessage[] {
  const common = { to: { room }, priority: 'report', subject: commentarySubject(issued) } as const
  const answering = units.filter(unit => missing.includes(unit))
  const request =
    answering.length === 0
      ? ''
      : `\n请${answering.join('、')}回应，发送“/回应 ${issued.division}第${issued.number}期 内容”。`
  return [
    { ...common, text: renderCommentary(issued) + request, mentions },
    ...cardFiles(issued).map(file => ({ ...common, file })),
  ]
}
