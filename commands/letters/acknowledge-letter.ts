import { letterName } from '../../reports/letter/letter-text.ts'
import { saveLetter } from '../../storage/letters.ts'
import { defineCommand, refuse } from '../command.ts'
import { sentAtOf } from '../conversation.ts'
import { momentText } from '../moment-text.ts'
import { saidBehind } from '../text-after.ts'
import { addressedLetter, shortNumber, waitingLetters } from './find-letter.ts'

/** 收函: the addressee has received a letter. */
export const acknowledgeLetter = defineCommand({
  name: '收函',
  aliases: ['sh'],
  usage: '/收函 <文号>，如“/收函 3”',
  summary: '签收提示函',
  roles: ['reporter', 'committeeMember'],
  takesText: true,
  async run(args, context) {
    const { db, sender } = context
    const said = saidBehind([['收函', 'sh']], args, context)
    const waiting = await waitingLetters(({ acknowledgedAt }) => acknowledgedAt === null, context)
    const only = said === '' && waiting.length === 1 ? waiting[0]! : null
    if (said === '' && only === null)
      return refuse(
        waiting.length === 0
          ? '没有待签收的提示函。'
          : `请写明文号：${waiting.map(letter => `/收函 ${shortNumber(letter)}`).join('，')}`,
      )
    const letter = only ?? (await addressedLetter(said, context))
    const { acknowledgedBy, acknowledgedAt } = letter
    if (acknowledgedAt !== null)
      return [
        context.reply(
          `${letterName(letter)}已由${acknowledgedBy}于${momentText(new Date(acknowledgedAt))}签收，无需重复签收。`,
        ),
      ]
    await saveLetter(db, {
      ...letter,
      acknowledgedBy: sender.name,
      acknowledgedAt: sentAtOf(context).toISOString(),
    })
    return [context.reply(`${letterName(letter)}已签收。回函请发送“/回函 ${shortNumber(letter)} 内容”。`)]
  },
})
