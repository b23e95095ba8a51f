import { type Chain, currentStep, isLapsed, type Wake } from '../../reports/escalation/chain.ts'
import { holdUntil } from '../../reports/escalation/chain-steps.ts'
import { planOn } from '../../reports/escalation/chain-wake.ts'
import { chainById, openChains, saveChain } from '../../storage/chains.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { openHazardsOf } from './find-chain.ts'
import { type Asked, mergeProposals } from './merge-proposals.ts'
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
    switch (chain.next.wake) {
      case 'release':
        return releaseRung(chain, context)
      case 'draft':
        return remindOfDraft(await plannedOn(chain, context), context)
      case 'chase':
        return chase(chain, context)
      case 'due':
      case 'propose':
        return askTogether(chain, chain.next.wake, context)
    }
  },
})

const wokenLater = (chain: Chain, at: Date): Chain =>
  chain.next!.wake === 'release'
    ? holdUntil(chain, at)
    : { ...chain, next: { ...chain.next!, at: at.toISOString() } }

async function plannedOn(chain: Chain, { db, now, calendar }: Context): Promise<Chain> {
  const planned = planOn(chain, now, calendar)
  await saveChain(db, planned)
  return planned
}

/** Nobody is chased who has answered, or has reported all of its hazards rectified. */
async function chase(chain: Chain, context: Context): Promise<OutgoingMessage[]> {
  const planned = await plannedOn(chain, context)
  const standing = currentStep(planned)
  // A long stop may have carried it over the deadline.
  if (standing !== null && isLapsed(standing, context.now)) return proposeAtDeadline(planned, context)
  const open = await openHazardsOf(planned, context.db)
  const waits = chain.hazards.length === 0 || open.some(({ state }) => state === 'rectifying')
  return standing?.state === 'issued' && waits ? chases(planned, context) : []
}

/** Asks for a decision on a chain, and on all others that ask at the same moment: their own wake-ups move on. */
async function askTogether(chain: Chain, wake: Wake, context: Context): Promise<OutgoingMessage[]> {
  const propose = wake === 'due' ? proposeAtDeadline : proposeAgain
  const asking = (await openChains(context.db)).filter(
    ({ next }) => next?.wake === wake && next.at === chain.next!.at,
  )
  const asked: Asked[] = []
  for (const each of asking) {
    const planned = await plannedOn(each, context)
    for (const message of await propose(planned, context)) asked.push({ chain: planned, message })
  }
  return mergeProposals(asked)
}
