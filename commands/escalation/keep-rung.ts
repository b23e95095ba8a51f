import { currentRung, pendingStep } from '../../reports/escalation/chain.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import { planLater } from '../../reports/escalation/chain-wake.ts'
import { rungAbove } from '../../reports/escalation/ladder.ts'
import type { Decider } from '../../reports/escalation/policy.ts'
import { businessDate, shortDate } from '../../reports/time.ts'
import { saveChain } from '../../storage/chains.ts'
import { defineCommand, refuse } from '../command.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import { keepChoices } from './chain-choices.ts'
import { escalationWords } from './escalation-words.ts'
import { explainObstacle, whoDecides } from './explain-obstacle.ts'
import { ownChain } from './find-chain.ts'

/** 督办 不升级: a chain stays at its rung for the time being. */
export const keepRung = defineCommand({
  name: '督办 不升级',
  aliases: ['督办不升级', 'duban bsj'],
  usage: '/督办 不升级 <督办编号>',
  summary: '暂不升级，维持现有一级',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const { db, now, calendar, sender } = context
    const chain = await ownChain(
      firstWord(saidBehind([escalationWords, ['不升级', 'bsj']], args, context)).word,
      context,
    )
    if (chain.state !== 'open') refuse(explainObstacle('ended', chain))
    if (pendingStep(chain) !== null) refuse(explainObstacle('pending', chain))
    const above = rungAbove(currentRung(chain))
    if (above === null) refuse(explainObstacle('top', chain))
    else if (keepChoices(chain, sender.role as Decider).length === 0) refuse(whoDecides(above, chain.policy))
    const kept = planLater(chain, now, calendar)
    await saveChain(db, kept)
    const again =
      kept.next!.wake === 'propose' ? `${shortDate(businessDate(new Date(kept.next!.at)))}再提请决定；` : ''
    return [
      context.reply(
        `${namedChain(chain)}维持“${currentRung(chain)}”，${again}如需终止，请发送“/办结 ${chain.id}”。`,
      ),
    ]
  },
})
