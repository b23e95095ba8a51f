import { messagesAbout } from '../../storage/outbox-subjects.ts'
import { verificationById } from '../../storage/verifications.ts'
import { scheduleWakeup } from '../../storage/wakeups.ts'
import { numberOf } from '../arguments.ts'
import { defineCommand } from '../command.ts'
import { verificationSubject } from '../subjects.ts'
import { settle } from './verify-outcome.ts'
import { postpone } from './verify-postpone.ts'

/** The bot was down over the deadline where it notices it so late, in milliseconds. */
const downTime = 2 * 60_000
/** How long it then waits for answers that were given meanwhile, in milliseconds. */
const catchUpTime = 10 * 60_000

/** At the deadline of a verification: who asked hears that the unit has not answered, or was not reached. */
export const verificationDue = defineCommand({
  name: '核实到期',
  aliases: [],
  usage: '/核实到期 <核实编号> [再次]',
  summary: '核实到期未答复的，告知发起人',
  roles: ['system'],
  async run([id, again], context) {
    const { db, now } = context
    const verification = await verificationById(db, numberOf(id))
    // Of a deadline that was moved this is the former wake-up.
    if (verification?.state !== 'open' || verification.dueAt > now) return []
    if (again === undefined && now.getTime() - verification.dueAt.getTime() > downTime) {
      await scheduleWakeup(db, new Date(now.getTime() + catchUpTime), `/核实到期 ${verification.id} 再次`)
      return []
    }
    const orders = await messagesAbout(db, verificationSubject(verification.id))
    const asked = orders.some(({ sentAt }) => sentAt !== null && new Date(sentAt) < verification.dueAt)
    return asked ? settle(verification, 'expired', null, context) : postpone(verification, context)
  },
})
