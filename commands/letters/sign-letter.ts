import { holdTime } from '../../reports/escalation/chain-steps.ts'
import { answerDueAt } from '../../reports/letter/letter-standing.ts'
import { saveLetter } from '../../storage/letters.ts'
import { cancelWakeup, moveWakeup } from '../../storage/wakeups.ts'
import { defineCommand, refuse } from '../command.ts'
import { inDaytime } from '../daytime.ts'
import { laterText } from '../moment-text.ts'
import { saidBehind } from '../text-after.ts'
import { broughtUpToDate, changedText, redraftChoice } from './bring-up-to-date.ts'
import { findDraft } from './find-letter.ts'
import { alreadyGone, releasable, releaseWakeup } from './letter-stage.ts'
import { letterAliases, letterWords } from './letter-words.ts'
import { signingChoices } from './signers.ts'
import { cancelSigningReminder, planSigningReminder } from './signing-reminder.ts'
import { refuseIfPast } from './submit-letter.ts'

/** 签发: a leader signs a letter; it goes out in two minutes, with the next number. */
export const signLetter = defineCommand({
  name: '签发',
  aliases: ['qf', ...letterAliases('签发', 'qf'), '提示函 签发'],
  usage: '/签发 <稿号>',
  summary: '签发提示函，两分钟后发出',
  roles: ['leader'],
  async run(args, context) {
    const { db, now, sender, calendar } = context
    const letter = await findDraft(
      saidBehind(
        [
          [...letterWords, ''],
          ['签发', 'qf'],
        ],
        args,
        context,
      ),
      context,
    )
    const { id } = letter
    if (letter.state !== 'submitted') refuse(alreadyGone(letter))
    if (letter.basis.written.includes('期限')) refuseIfPast(id, answerDueAt(letter), context)
    const current = await broughtUpToDate(letter, context)
    if ('changes' in current)
      return [
        context.reply(`未签发：${changedText(id, current.changes)}`, {
          choices: [redraftChoice(id), { label: '退回', command: `/退回 ${id}` }],
        }),
      ]
    const issued = await releasable(current.letter, sender.name, context)
    if ('obstacle' in issued) refuse(`稿${id}未签发：${issued.obstacle}`)
    const releaseAt = inDaytime(new Date(now.getTime() + holdTime), calendar)
    await saveLetter(db, {
      ...current.letter,
      state: 'held',
      signer: sender.name,
      signedAt: now.toISOString(),
      releaseAt: releaseAt.toISOString(),
    })
    await moveWakeup(db, releaseAt, releaseWakeup(id))
    await cancelSigningReminder(id, context)
    return [
      context.reply(
        `稿${id}已签发，将于${laterText(releaseAt, now)}编号发出；此前可撤销：/提示函 撤销 ${id}`,
        {
          choices: [{ label: '撤销', command: `/提示函 撤销 ${id}` }],
          choicesUntil: releaseAt,
        },
      ),
    ]
  },
})

/** 提示函 撤销: takes a signature back before the letter has gone out; no number has been used. */
export const withdrawSignature = defineCommand({
  name: '提示函 撤销',
  aliases: letterAliases('撤销', 'cx'),
  usage: '/提示函 撤销 <稿号>',
  summary: '撤销尚未发出的提示函签发',
  roles: ['leader'],
  async run(args, context) {
    const { db } = context
    const letter = await findDraft(saidBehind([letterWords, ['撤销', 'cx']], args, context), context)
    const { id } = letter
    if (letter.state === 'submitted') return [context.reply(`稿${id}未签发，无需撤销。`)]
    if (letter.state !== 'held') refuse(alreadyGone(letter))
    await saveLetter(db, { ...letter, state: 'submitted', signer: null, signedAt: null, releaseAt: null })
    await cancelWakeup(db, releaseWakeup(id))
    await planSigningReminder(id, context)
    return [context.reply(`稿${id}的签发已撤销，未发出，未占用文号。`, signingChoices(id, context))]
  },
})
