import type { Calendar } from '../../reports/calendar.ts'
import type { Chain } from '../../reports/escalation/chain.ts'
import { holdTime } from '../../reports/escalation/chain-steps.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { withDueOn } from '../../reports/letter/letter-parts.ts'
import { isPastDue } from '../../reports/letter/letter-standing.ts'
import { businessDate } from '../../reports/time.ts'
import { letterById, nextLetterNumber, saveLetter } from '../../storage/letters.ts'
import { moveWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import { heldUpUntil } from '../held-up.ts'
import type { OutgoingMessage } from '../message.ts'
import { broughtUpToDate, changedText, redraftChoice } from './bring-up-to-date.ts'
import { deliverLetter } from './deliver-letter.ts'
import { storeIssued } from './issue-on-chain.ts'
import { releasable, releaseWakeup } from './letter-stage.ts'
import { signingChoices, toSigners } from './signers.ts'
import { planSigningReminder } from './signing-reminder.ts'

/**
 * 提示函发出: the hold is over. The letter gets its number and date and goes to its addressee, all in one transaction:
 * its state decides that this happens once, and the number is that behind the last, so there is never a gap.
 */
export const releaseLetter = defineCommand({
  name: '提示函发出',
  aliases: [],
  usage: '/提示函发出 <稿号>',
  summary: '按时发出已签发的提示函',
  roles: ['system'],
  async run([written], context) {
    const { db, now } = context
    const letter = await letterById(db, numberOf(written))
    if (letter?.state !== 'held') return []
    const releaseAt = new Date(letter.releaseAt!)
    // It was withdrawn and signed again: another wake-up is planned for it.
    if (releaseAt > now) return []
    const later = await heldUpUntil(releaseAt, holdTime, context)
    if (later !== null) {
      await saveLetter(db, { ...letter, releaseAt: later.toISOString() })
      await moveWakeup(db, later, releaseWakeup(letter.id))
      return []
    }
    const current = await broughtUpToDate(letter, context)
    if ('changes' in current) return putBack(letter, changedText(letter.id, current.changes), true, context)
    const dated = datedAnew(current.letter, now, context.calendar)
    const signer = letter.signer!
    const issued = await releasable(dated, signer, context)
    return 'obstacle' in issued
      ? putBack(letter, issued.obstacle, false, context)
      : send(dated, issued.chain, context)
  },
})

async function send(letter: Letter, chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const { db, now } = context
  const date = businessDate(now)
  const year = Number(date.slice(0, 4))
  const sent: Letter = {
    ...letter,
    state: 'sent',
    year,
    number: await nextLetterNumber(db, year),
    date,
    sentAt: now.toISOString(),
    chain: await storeIssued(chain, context),
  }
  await saveLetter(db, sent)
  return deliverLetter(sent, context)
}

function datedAnew(letter: Letter, now: Date, calendar: Calendar): Letter {
  const dueOn = dueAfter(letter, now, calendar)
  return dueOn === letter.dueOn ? letter : { ...letter, dueOn, content: withDueOn(letter.content, dueOn) }
}

/** The date that the letter states, or where it has fallen behind meanwhile or became a day off the working day behind. */
function dueAfter(letter: Letter, now: Date, calendar: Calendar): string {
  const today = businessDate(now)
  const dueOn = letter.dueOn ?? today
  if (isPastDue(letter, now) || dueOn <= today) return calendar.nextWorkingDay(today)
  return calendar.isWorkingDay(dueOn) ? dueOn : calendar.nextWorkingDay(dueOn)
}

/** Something has come up since it was signed: it is before the leaders again, and has used no number. */
async function putBack(
  letter: Letter,
  obstacle: string,
  isChanged: boolean,
  context: Context,
): Promise<OutgoingMessage[]> {
  await saveLetter(context.db, {
    ...letter,
    state: 'submitted',
    signer: null,
    signedAt: null,
    releaseAt: null,
  })
  await planSigningReminder(letter.id, context)
  const offered = signingChoices(letter.id, context)
  return toSigners(context).map(to => ({
    to,
    text: `【未发出】提示函稿${letter.id}签发后情况有变，已恢复为待签发：${obstacle}`,
    mentions: 'room' in to && letter.signer !== null ? [letter.signer] : [],
    ...offered,
    ...(isChanged && { choices: [redraftChoice(letter.id), ...offered.choices.slice(1)] }),
  }))
}
