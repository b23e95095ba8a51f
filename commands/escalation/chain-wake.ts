import { type Chain, currentStep, isLapsed } from '../../reports/escalation/chain.ts'
import { holdUntil } from '../../reports/escalation/chain-steps.ts'
import { planOn } from '../../reports/escalation/chain-wake.ts'
import { chainById, saveChain } from '../../storage/chains.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { chases } from './notice.ts'
import { proposeAgain, proposeAtDeadline } from './propose-rung.ts'
import { releaseRung } from './release-rung.ts'
import { remindOfDraft } from './remind-of-draft.ts'
import { postponed } from './wake-time.ts'

/** 督办到点: a chain does what it wakes up for, and plans what comes next. */
export const wakeChain = defineCommand({
  name: '督办到点',
  aliases: [],
  usage: '/督办到点 <督办编号>',
  summary: '按时发出、催复和提请督办升级',
  roles: ['system'],
  async run([id], context) {
    const { db, now } = context
    const chain = await chainById(db, numberOf(id))
    if (chain === null || chain.next === null) return []
    // A stale wake-up: the one that it should have is planned anew, as this may have been its only one.
    const later =
      new Date(chain.next.at) > now ? new Date(chain.next.at) : await postponed(chain.next, context)
    if (later !== null) {
      await saveChain(db, wokenLater(chain, later))
      return []
    }
    return act(chain, context)
  },
})

const wokenLater = (chain: Chain, at: Date): Chain =>
  chain.next!.wake === 'release'
    ? holdUntil(chain, at)
    : { ...chain, next: { ...chain.next!, at: at.toISOString() } }

async function act(chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const { db, now, calendar } = context
  if (chain.next!.wake === 'release') return releaseRung(chain, context)
  const planned = planOn(chain, now, calendar)
  await saveChain(db, planned)
  const standing = currentStep(chain)
  switch (chain.next!.wake) {
    case 'draft':
      return remindOfDraft(planned, context)
    case 'chase':
      // A long stop may have carried it over the deadline.
      if (standing !== null && isLapsed(standing, now)) return proposeAtDeadline(planned, context)
      return standing?.state === 'issued' ? chases(planned, context) : []
    case 'due':
      return proposeAtDeadline(planned, context)
    case 'propose':
      return proposeAgain(planned, context)
  }
}
