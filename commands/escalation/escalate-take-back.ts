import { pendingStep } from '../../reports/escalation/chain.ts'
import { takeBack } from '../../reports/escalation/chain-steps.ts'
import { chainName, namedChain } from '../../reports/escalation/chain-text.ts'
import { saveChain } from '../../storage/chains.ts'
import { defineCommand } from '../command.ts'
import { firstWord } from '../text-after.ts'
import { cancelLetters } from './cancel-letters.ts'
import { decided } from './decide.ts'
import { findChain, ownChain } from './find-chain.ts'
import { escalationWords, saidBehind } from './said-behind.ts'

/** 督办 撤销: takes back a rung that has not gone out. */
export const takeBackRung = defineCommand({
  name: '督办 撤销',
  aliases: ['督办撤销', 'duban cx'],
  usage: '/督办 撤销 <督办编号>',
  summary: '撤销尚未发出的督办',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const { db, now, calendar, sender } = context
    const said = firstWord(saidBehind([escalationWords, ['撤销', 'cx']], args, context)).word
    const found = await findChain(said, context)
    const pending = pendingStep(found)
    const chain = pending?.by === sender.name ? found : await ownChain(said, context)
    const left = decided(takeBack(chain, sender.name, now, calendar), chain)
    await saveChain(db, left)
    await cancelLetters(left, context)
    return [
      context.reply(
        left.state === 'open'
          ? `${chainName(chain)}的“${pending!.rung}”已撤销，未发出；其余不变。`
          : `${namedChain(chain)}已撤销，未发出。`,
      ),
    ]
  },
})
