import { currentStep } from '../../reports/escalation/chain.ts'
import { namedChain } from '../../reports/escalation/chain-text.ts'
import { messagesAbout } from '../../storage/outbox-subjects.ts'
import { defineCommand, refuse } from '../command.ts'
import { momentText } from '../moment-text.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import { escalationWords } from './escalation-words.ts'
import { explainObstacle } from './explain-obstacle.ts'
import { ownChain } from './find-chain.ts'
import { addresseeOfStep, chases, isUnreachable, subjectOf } from './notice.ts'

/** An addressee is not asked more often than this, in minutes. */
const restMinutes = 10

/** 督办 催办: asks the addressee of a rung for the answer, now. */
export const chaseByHand = defineCommand({
  name: '督办 催办',
  aliases: ['督办催办', '督办 催', 'duban cb'],
  usage: '/督办 催办 <督办编号>',
  summary: '催促未反馈的单位',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const { db, directory, now } = context
    const chain = await ownChain(
      firstWord(saidBehind([escalationWords, ['催办', '催', 'cb']], args, context)).word,
      context,
    )
    if (chain.state !== 'open') refuse(explainObstacle('ended', chain))
    const step = currentStep(chain) ?? refuse(explainObstacle('notIssued', chain))
    if (step.state === 'answered') refuse(`${namedChain(chain)}已反馈，无需催办。`)
    if (isUnreachable(addresseeOfStep(chain, step, directory)))
      refuse(`${chain.unit}没有登记报送群，未能催办。请联系值班员登记。`)
    const told = await messagesAbout(db, subjectOf(chain, step))
    if (told.some(({ state }) => state === 'waiting'))
      refuse(`${namedChain(chain)}的通知正在发送，无需催办。`)
    const last = told
      .flatMap(({ sentAt }) => sentAt ?? [])
      .sort()
      .at(-1)
    if (last !== undefined && now.getTime() - Date.parse(last) < restMinutes * 60_000)
      refuse(`${momentText(new Date(last))}刚通知过该单位，请间隔${restMinutes}分钟再催。`)
    return [...(await chases(chain, context)), context.reply(`${namedChain(chain)}已催办。`)]
  },
})
