import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { saveLetter } from '../../storage/letters.ts'
import { defineCommand, refuse } from '../command.ts'
import { saidBehind } from '../escalation/said-behind.ts'
import type { OutgoingMessage } from '../message.ts'
import { firstWord } from '../text-after.ts'
import { findDraft } from './find-letter.ts'
import { alreadyGone } from './letter-stage.ts'
import { letterAliases, letterWords } from './letter-words.ts'

/** 退回: a leader sends a letter back to its drafter, with the reason. */
export const returnLetter = defineCommand({
  name: '退回',
  aliases: ['th', ...letterAliases('退回', 'th'), '提示函 退回'],
  usage: '/退回 <稿号> [理由]',
  summary: '退回送签的提示函稿',
  roles: ['leader'],
  takesText: true,
  async run(args, context) {
    const { db, sender, directory, message } = context
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
    await saveLetter(db, { ...letter, state: 'draft' })
    const reason = tidyText(rest).replace(/\s+/g, ' ').trim()
    const answer = context.reply(`稿${id}已退回${drafter}。`)
    if (drafter === sender.name) return [answer]
    const told: Omit<OutgoingMessage, 'to'> = {
      text: `【退回】${sender.name}退回提示函稿${id}《${letter.content.title}》${reason === '' ? '。' : `：${reason}`}`,
      choices: [
        { label: '修改', command: `/提示函 修改 ${id}` },
        { label: '送签', command: `/提示函 送签 ${id}` },
        { label: '取消', command: `/提示函 取消 ${id}` },
      ],
    }
    // Drafts are worked on in the heads' group; a drafter who is not in it hears it in person.
    const rooms = directory.person(drafter)?.role === 'divisionHead' ? directory.roomsFor('heads') : []
    const known = directory.person(drafter) === null ? [] : [{ person: drafter }]
    const to = rooms.length > 0 ? rooms.map(room => ({ room })) : known
    return [
      answer,
      ...to
        .filter(each => !('room' in each) || each.room !== message.room)
        .map(each => ({
          ...told,
          to: each,
          choicesFor: [drafter],
          ...('room' in each && { mentions: [drafter] }),
        })),
    ]
  },
})
