import { answerDueAt } from '../../reports/letter/letter-standing.ts'
import { saveLetter } from '../../storage/letters.ts'
import { withdrawWaiting } from '../../storage/outbox-subjects.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { letterSubject } from '../subjects.ts'
import { saidBehind } from '../text-after.ts'
import { broughtUpToDate, changedText, redraftChoice } from './bring-up-to-date.ts'
import { findOwnDraft } from './find-letter.ts'
import { letterNotes } from './letter-notes.ts'
import { alreadyGone } from './letter-stage.ts'
import { letterAliases, letterWords } from './letter-words.ts'
import { signingRequest } from './preview-letter.ts'
import { planSigningReminder } from './signing-reminder.ts'

/** 提示函 送签: puts a draft before the leaders. */
export const submitLetter = defineCommand({
  name: '提示函 送签',
  aliases: letterAliases('送签', 'sq'),
  usage: '/提示函 送签 <稿号>',
  summary: '提示函稿送厅领导签发',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const { db, directory } = context
    const letter = await findOwnDraft(saidBehind([letterWords, ['送签', 'sq']], args, context), context)
    if (letter.state === 'submitted') return [context.reply(`稿${letter.id}已送签，等待厅领导签发。`)]
    if (letter.state !== 'draft') refuse(alreadyGone(letter))
    if (directory.peopleAs('leader').length === 0) refuse('名册中没有厅领导，无法送签，请联系值班员登记。')
    if (letter.basis.written.includes('期限')) refuseIfPast(letter.id, answerDueAt(letter), context)
    const { id } = letter
    const current = await broughtUpToDate(letter, context)
    if ('changes' in current)
      return [context.reply(changedText(id, current.changes), { choices: [redraftChoice(id)] })]
    const submitted = { ...current.letter, state: 'submitted' as const }
    await saveLetter(db, submitted)
    await planSigningReminder(id, context)
    // Its pages of before, where they still wait, tell figures of another day.
    await withdrawWaiting(db, letterSubject(id))
    const warnings = (await letterNotes(submitted, context)).filter(note => note.startsWith('注意'))
    return [
      context.reply([`稿${id}已送厅领导签发。`, ...warnings].join('\n')),
      ...(await signingRequest(submitted, context)),
    ]
  },
})

/** A letter whose own deadline has passed says something that cannot be done. */
export function refuseIfPast(id: number, dueAt: Date | null, { now }: Pick<Context, 'now'>): void {
  if (dueAt !== null && dueAt <= now)
    refuse(`稿${id}的回函期限已过，请先修改期限，例如：/提示函 修改 ${id} 期限 后天`)
}
