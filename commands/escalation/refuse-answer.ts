import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { type Chain, currentRung, currentStep, isLapsed } from '../../reports/escalation/chain.ts'
import { refuseAnswer } from '../../reports/escalation/chain-steps.ts'
import { chainName, namedChain } from '../../reports/escalation/chain-text.ts'
import { saveChain } from '../../storage/chains.ts'
import { saveLetter, sentLetterOfChain } from '../../storage/letters.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import { mustNotUndoLeader } from './authority.ts'
import { escalationWords } from './escalation-words.ts'
import { explainObstacle } from './explain-obstacle.ts'
import { ownChain } from './find-chain.ts'
import { addresseeOfStep, subjectOf } from './notice.ts'

/** 督办 退回: an answer does not suffice; the unit answers again. */
export const refuseChainAnswer = defineCommand({
  name: '督办 退回',
  aliases: ['督办退回', 'duban th'],
  usage: '/督办 退回 <督办编号> [理由]',
  summary: '退回不合要求的反馈',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const { db, now, calendar } = context
    const { word, rest } = firstWord(saidBehind([escalationWords, ['退回', 'th']], args, context))
    const chain = await ownChain(word, context)
    mustNotUndoLeader(chain, currentStep(chain), '退回', context)
    const reason = tidyText(rest).replace(/[。.]$/u, '')
    const verdict = refuseAnswer(chain, reason, now, calendar)
    if ('obstacle' in verdict)
      return refuse(
        verdict.obstacle === 'notIssued'
          ? `${chainName(chain)}没有待处理的反馈，或反馈已退回，无需重复操作。`
          : explainObstacle(verdict.obstacle, chain),
      )
    await saveChain(db, verdict.chain)
    await reopenLetter(verdict.chain, context)
    return [
      context.reply(`${namedChain(chain)}的反馈已退回，已通知该单位。`),
      ...tellUnit(verdict.chain, reason, context),
    ]
  },
})

/** The letter at which the chain stands waits for another answer; the first one stays on record. */
async function reopenLetter(chain: Chain, { db }: Context): Promise<void> {
  if (currentRung(chain) !== '提示函') return
  const letter = await sentLetterOfChain(db, chain.id)
  if (letter !== null) await saveLetter(db, { ...letter, answeredBy: null, answeredAt: null })
}

function tellUnit(chain: Chain, reason: string, { directory, now, sender }: Context): OutgoingMessage[] {
  const step = currentStep(chain)!
  const { room, officers, government } = addresseeOfStep(chain, step, directory)
  const due = isLapsed(step, now) ? '尽快' : `于${momentText(new Date(step.dueAt!))}前`
  const because = reason === '' ? '' : `：${reason}`
  const common = {
    text: `【反馈退回】${namedChain(chain)}：反馈由${sender.name}退回${because}。请${due}重新反馈，发送“/反馈 ${chainName(chain)} 情况”。`,
    priority: 'order',
    subject: subjectOf(chain, step),
  } as const
  return [
    ...(room === null ? [] : [{ ...common, to: { room }, mentions: officers }]),
    ...government.map(person => ({ ...common, to: { person } })),
  ]
}
