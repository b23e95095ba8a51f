import { tidyText } from '../../reports/commentary/tidy-text.ts'
import type { Chain } from '../../reports/escalation/chain.ts'
import { settle } from '../../reports/escalation/chain-steps.ts'
import { chainName, namedChain } from '../../reports/escalation/chain-text.ts'
import { delistedText } from '../../reports/escalation/public-notice.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { businessDate, longDate } from '../../reports/time.ts'
import { saveChain } from '../../storage/chains.ts'
import { endListing, listingOf } from '../../storage/listings.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { decided } from '../escalation/decide.ts'
import { findChain, hazardsOf, openHazardsOf } from '../escalation/find-chain.ts'
import { addresseeOfStep, copyRooms } from '../escalation/notice.ts'
import type { OutgoingMessage } from '../message.ts'
import { firstWord, saidBehind } from '../text-after.ts'

/** 摘牌: ends a public listing, and its chain with it, once nothing of it is open any more. */
export const delist = defineCommand({
  name: '摘牌',
  aliases: ['zp'],
  usage: '/摘牌 <督办编号> [依据]',
  summary: '隐患全部销号后摘牌，督办随之办结',
  roles: ['leader'],
  async run(args, context) {
    const { db, sender, now } = context
    const { word, rest } = firstWord(saidBehind([['摘牌', 'zp']], args, context))
    const chain = await findChain(word === '' ? undefined : word, context)
    const listing = await listingOf(db, chain.id)
    if (listing === null) return refuse(`${chainName(chain)}未挂牌督办。发送“/挂牌”查看名单。`)
    if (listing.delistedOn !== null)
      return refuse(`${chainName(chain)}已于${longDate(listing.delistedOn)}由${listing.delistedBy}摘牌。`)
    const open = await openHazardsOf(chain, db)
    if (open.length > 0)
      return refuse(
        `${chainName(chain)}尚有未销号隐患：${open.map(hazardNumber).join('、')}，销号后方可摘牌。`,
      )
    const basis = tidyText(rest) || (chain.hazards.length === 0 ? '已按要求办理' : '隐患均已销号')
    const settled = decided(settle(chain, sender.name, `摘牌，${basis}`, now), chain)
    await saveChain(db, settled)
    await endListing(db, listing.id, {
      delistedOn: businessDate(now),
      delistedBy: sender.name,
      delistedFor: basis,
    })
    return [
      context.reply(`${namedChain(chain)}已摘牌：${basis}。督办办结。`),
      ...(await tellDelisted(settled, basis, context)),
    ]
  },
})

/** Whoever was told of the listing hears that it has ended: what was public ends in public. */
async function tellDelisted(chain: Chain, basis: string, context: Context): Promise<OutgoingMessage[]> {
  const { db, now, directory, room: here } = context
  const step = chain.steps.findLast(({ rung }) => rung === '挂牌督办')!
  const { room, officers, government } = addresseeOfStep(chain, step, directory)
  const hazards = await hazardsOf(chain, db)
  const text = delistedText(chain, { hazards, basis, today: businessDate(now) })
  const rooms = new Set([...(room === null ? [] : [room]), ...copyRooms(chain, step, directory)])
  return [
    ...[...rooms]
      .filter(name => name !== here?.name)
      .map(
        (name): OutgoingMessage => ({ to: { room: name }, text, mentions: name === room ? officers : [] }),
      ),
    ...government.map((person): OutgoingMessage => ({ to: { person }, text })),
  ]
}
