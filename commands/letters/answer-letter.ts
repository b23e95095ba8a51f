import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { type Letter, splitDocumentNumber } from '../../reports/letter/letter.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { storedFile } from '../../storage/inbox.ts'
import { letterById } from '../../storage/letters.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { mentionOf } from '../conversation.ts'
import { saidBehind } from '../text-after.ts'
import { awaitedBy, awaitFile } from './awaited-file.ts'
import { addressedLetter, mayRead, shortNumber, waitingLetters } from './find-letter.ts'
import { takeAnswer } from './take-answer.ts'

/** 回函: the addressee answers a letter, in words or by the file that follows. */
export const answerLetter = defineCommand({
  name: '回函',
  aliases: ['hh'],
  usage: '/回函 <文号> [内容]，如“/回函 3 已整改完毕”；不写内容的，10分钟内发送文件',
  summary: '答复提示函',
  roles: ['reporter', 'committeeMember'],
  takesText: true,
  async run(args, context) {
    const said = saidBehind([['回函', 'hh']], args, context)
    const split = splitDocumentNumber(said)
    if (split === null) return refuse(await askForNumber(context))
    const number = said.slice(0, said.length - split.rest.length).replace(/[\s:：，,。]+$/, '')
    const letter = await addressedLetter(number, context)
    const text = tidyText(split.rest).trim()
    const file = storedFile(context.message)
    if (text !== '' || file !== null) return takeAnswer(letter, text, file, context)
    await awaitFile(letter, context)
    return [
      context.reply(
        `请在10分钟内发送${letterName(letter)}的回函文件；也可直接写内容：/回函 ${shortNumber(letter)} 内容`,
        { mentions: mentionOf(context) },
      ),
    ]
  },
})

/** 回函附件: files that their sender has announced within ten minutes, in the same room. Empty where none were. */
export const takeLetterAnswer = defineCommand({
  name: '回函附件',
  aliases: [],
  usage: '发送“/回函 <文号>”后10分钟内发送文件，可发多份',
  summary: '以文件答复提示函',
  roles: 'anyone',
  async run(_args, context) {
    const file = storedFile(context.message)
    if (file === null) return []
    const id = await awaitedBy(file.name, context)
    const letter = id === null ? null : await letterById(context.db, id)
    if (letter === null || !(await mayRead(letter, context))) return []
    return takeAnswer(letter, '', file, context)
  },
})

async function askForNumber(context: Context): Promise<string> {
  const waiting = await waitingLetters((letter: Letter) => letter.answeredAt === null, context)
  return waiting.length === 0
    ? '请写明文号和内容，例如“/回函 3 已整改完毕”。本单位目前没有待回复的提示函。'
    : `请写明文号和内容，例如：${waiting.map(letter => `/回函 ${shortNumber(letter)} 内容`).join('；')}`
}
