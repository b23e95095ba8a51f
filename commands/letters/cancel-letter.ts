import { pendingStep } from '../../reports/escalation/chain.ts'
import { takeBack } from '../../reports/escalation/chain-steps.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { chainById, saveChain } from '../../storage/chains.ts'
import { saveLetter } from '../../storage/letters.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { saidBehind } from '../text-after.ts'
import { findOwnDraft } from './find-letter.ts'
import { alreadyGone } from './letter-stage.ts'
import { letterAliases, letterWords } from './letter-words.ts'
import { cancelSigningReminder } from './signing-reminder.ts'
import { tellDrafter } from './tell-drafter.ts'

/** 提示函 取消: gives up a letter that has not been signed; the rung that it was drafted for is taken back with it. */
export const cancelLetter = defineCommand({
  name: '提示函 取消',
  aliases: letterAliases('取消', 'qx'),
  usage: '/提示函 取消 <稿号>',
  summary: '取消尚未签发的提示函',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const letter = await findOwnDraft(saidBehind([letterWords, ['取消', 'qx']], args, context), context)
    const { id, state } = letter
    if (state === 'cancelled') return [context.reply(`稿${id}已取消，无需重复操作。`)]
    if (state === 'held' || state === 'sent') refuse(alreadyGone(letter))
    await saveLetter(context.db, { ...letter, state: 'cancelled' })
    await cancelSigningReminder(id, context)
    const told =
      state === 'submitted'
        ? context.directory
            .roomsFor('leaders')
            .filter(room => room !== context.message.room)
            .map(room => ({ to: { room }, text: `提示函稿${id}已由${context.sender.name}取消，无需签发。` }))
        : []
    return [
      context.reply(`稿${id}已取消，未发出。${await takeRungBack(letter, context)}`),
      ...told,
      ...tellDrafter(letter, `由${context.sender.name}取消`, context),
    ]
  },
})

/** Its rung is taken back: nobody has heard of it. */
async function takeRungBack({ chain: id }: Letter, context: Context): Promise<string> {
  const { db, now, calendar, sender } = context
  const chain = id === null ? null : await chainById(db, id)
  if (chain === null || pendingStep(chain)?.rung !== '提示函') return ''
  const verdict = takeBack(chain, sender.name, now, calendar)
  if ('obstacle' in verdict) return ''
  await saveChain(db, verdict.chain)
  return verdict.chain.state === 'open' ? `${chainName(chain)}退回上一级。` : `${chainName(chain)}随之撤销。`
}
