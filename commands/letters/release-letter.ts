import type { Calendar } from '../../reports/calendar.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { withDueOn } from '../../reports/letter/letter-parts.ts'
import { isPastDue } from '../../reports/letter/letter-standing.ts'
import { businessDate } from '../../reports/time.ts'
import { letterById, nextLetterNumber, saveLetter } from '../../storage/letters.ts'
import { moveWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { deliverLetter } from './deliver-letter.ts'
import { issueOnChain, placeLetter } from './letter-chain.ts'
import { obstacleTo, postponed, releaseWakeup } from './letter-stage.ts'

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
    const later = await postponed(releaseAt, context)
    if (later !== null) {
      await saveLetter(db, { ...letter, releaseAt: later.toISOString() })
      await moveWakeup(db, later, releaseWakeup(letter.id))
      return []
    }
    const obstacle = await obstacleTo(letter, context)
    return obstacle === null ? send(letter, context) : putBack(letter, obstacle, context)
  },
})

async function send(letter: Letter, context: Context): Promise<OutgoingMessage[]> {
  const { db, now, calendar } = context
  const date = businessDate(now)
  const year = Number(date.slice(0, 4))
  const dueOn = dueAfter(letter, now, calendar)
  const dated =
    dueOn === letter.dueOn ? letter : { ...letter, dueOn, content: withDueOn(letter.content, dueOn) }
  const placed = await placeLetter(letter, context)
  if ('obstacle' in placed) throw new Error(`letter ${letter.id} does not fit: ${placed.obstacle}`)
  const sent: Letter = {
    ...dated,
    state: 'sent',
    year,
    number: await nextLetterNumber(db, year),
    date,
    sentAt: now.toISOString(),
    chain: await issueOnChain(dated, placed.chain, context),
  }
  await saveLetter(db, sent)
  return deliverLetter(sent, context)
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
  { db, directory }: Context,
): Promise<OutgoingMessage[]> {
  await saveLetter(db, { ...letter, state: 'submitted', signer: null, signedAt: null, releaseAt: null })
  return directory.roomsFor('leaders').map(room => ({
    to: { room },
    text: `【未发出】提示函稿${letter.id}签发后情况有变，已恢复为待签发：${obstacle}`,
    mentions: letter.signer === null ? [] : [letter.signer],
  }))
}
