import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { saveLetter } from '../../storage/letters.ts'
import { defineCommand, refuse } from '../command.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import { findDraft } from './find-letter.ts'
import { alreadyGone } from './letter-stage.ts'
import { letterAliases, letterWords } from './letter-words.ts'
import { draftChoices } from './preview-letter.ts'
import { cancelSigningReminder } from './signing-reminder.ts'
import { toDrafter } from './tell-drafter.ts'

/** 退回: a leader sends a letter back to its drafter, with the reason. */
export const returnLetter = defineCommand({
  name: '退回',
  aliases: ['th', ...letterAliases('退回', 'th'), '提示函 退回'],
  usage: '/退回 <稿号> [理由]',
  summary: '退回送签的提示函稿',
  roles: ['leader'],
  takesText: true,
  async run(args, context) {
    const { db, now, sender, message } = context
    const { word, rest } = firstWord(
      saidBehind(
        [
          [...letterWords, ''],
          ['退回', 'th'],
        ],
        args,
        context,
      ),
    )
    const letter = await findDraft(word === '' ? undefined : word, context)
    const { id, drafter } = letter
    if (letter.state === 'draft') return [context.reply(`稿${id}已在起草人处，无需退回。`)]
    if (letter.state !== 'submitted') refuse(alreadyGone(letter))
    const reason = tidyText(rest).replace(/\s+/g, ' ').trim()
    const returned = { by: sender.name, at: now.toISOString(), reason }
    await saveLetter(db, { ...letter, state: 'draft', basis: { ...letter.basis, changed: [], returned } })
    await cancelSigningReminder(id, context)
    const answer = context.reply(`稿${id}已退回${drafter}。`)
    if (drafter === sender.name) return [answer]
    return [
      answer,
      ...toDrafter(letter, context)
        .filter(({ to }) => !('room' in to) || to.room !== message.room)
        .map(each => ({
          ...each,
          text: `【退回】${sender.name}退回提示函稿${id}《${letter.content.title}》${reason === '' ? '。' : `：${reason}`}`,
          choices: draftChoices(id),
          choicesFor: [drafter],
        })),
    ]
  },
})
