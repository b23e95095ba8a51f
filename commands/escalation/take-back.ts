import { type Chain, pendingStep } from '../../reports/escalation/chain.ts'
import { takeBack } from '../../reports/escalation/chain-steps.ts'
import { chainName, namedChain } from '../../reports/escalation/chain-text.ts'
import { saveChain } from '../../storage/chains.ts'
import { lettersOfChain } from '../../storage/letters.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import { mustNotUndoLeader } from './authority.ts'
import { cancelLetters } from './cancel-letters.ts'
import { decided } from './decide.ts'
import { escalationWords } from './escalation-words.ts'
import { findChain, ownChain } from './find-chain.ts'

/** 督办 撤销: takes back a rung that has not gone out. */
export const takeBackRung = defineCommand({
  name: '督办 撤销',
  aliases: ['督办撤销', 'duban cx'],
  usage: '/督办 撤销 <督办编号>',
  summary: '撤销尚未发出的督办',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const { sender } = context
    const said = firstWord(saidBehind([escalationWords, ['撤销', 'cx']], args, context)).word
    const found = await findChain(said, context)
    const pending = pendingStep(found)
    const chain = pending?.by === sender.name ? found : await ownChain(said, context)
    mustNotUndoLeader(chain, pending, '撤销', context)
    return [context.reply(await takeBackPending(chain, '已撤销', context))]
  },
})

/** Takes back what has not gone out, with its letter; returns what to say. `word`: how it was done. */
export async function takeBackPending(chain: Chain, word: string, context: Context): Promise<string> {
  const { db, now, calendar, sender } = context
  // A letter that a leader has signed is the leader's.
  const signed = (await lettersOfChain(db, chain.id)).find(({ state }) => state === 'held')
  if (signed !== undefined && sender.role !== 'leader')
    refuse(`${chainName(chain)}的函件已由${signed.signer}签发，请由签发人撤销：/提示函 撤销 ${signed.id}`)
  const rung = pendingStep(chain)?.rung
  const left = decided(takeBack(chain, sender.name, now, calendar), chain)
  await saveChain(db, left)
  await cancelLetters(left, context)
  return left.state === 'open'
    ? `${chainName(chain)}的“${rung}”${word}，未发出；其余不变。`
    : `${namedChain(chain)}${word}，未发出。`
}
