import { answerTime } from '../../reports/escalation/ladder.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { answerDueAt } from '../../reports/letter/letter-standing.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { dayText } from '../../reports/time.ts'
import type { Context } from '../command.ts'
import { addresseeOf } from '../escalation/addressee.ts'
import type { OutgoingMessage } from '../message.ts'
import { letterSubject } from '../subjects.ts'
import { shortNumber } from './find-letter.ts'
import { letterFile } from './letter-files.ts'

/** A letter that has got its number: to the group of its unit and to its government, and a line to those who sent it. */
export function deliverLetter(letter: Letter, { directory }: Pick<Context, 'directory'>): OutgoingMessage[] {
  const { room, officers, government } = addresseeOf(letter.unit, 'government', directory)
  const common = { priority: 'letter', subject: letterSubject(letter.id) } as const
  const short = shortNumber(letter)
  const choices = {
    choices: [{ label: '收函', command: `/收函 ${short}` }],
    choicesUntil: answerDueAt(letter)!,
  }
  const text = noticeText(letter)
  const file = letterFile(letter)
  const copies = [...new Set([...directory.roomsFor('leaders'), ...directory.roomsFor('heads')])]
  return [
    ...(room === null
      ? []
      : [
          { ...common, ...choices, to: { room }, text, mentions: officers, choicesFor: officers },
          { ...common, to: { room }, file },
        ]),
    ...government.flatMap((person): OutgoingMessage[] => [
      { ...common, ...choices, to: { person }, text, choicesFor: [person] },
      { ...common, to: { person }, file },
    ]),
    ...copies
      .filter(each => each !== room)
      .map((each): OutgoingMessage => ({ to: { room: each }, text: copyText(letter), priority: 'report' })),
  ]
}

/** What the addressee reads above the document. */
function noticeText(letter: Letter): string {
  const { content } = letter
  const short = shortNumber(letter)
  return [
    `【提示函】${letterName(letter)}`,
    `${content.addressee}：`,
    `现发去《${content.title}》，请阅办，并于${dueText(letter)}前回函。`,
    `收到请发送“/收函 ${short}”；回函请发送“/回函 ${short} 内容”，以文件回函的，先发送“/回函 ${short}”，再发送文件。`,
  ].join('\n')
}

/** The line for the leaders and heads. */
const copyText = (letter: Letter): string =>
  `【已发函】${letterName(letter)}：致${letter.content.addressee}，《${letter.content.title}》，${letter.signer}签发，限${dueText(letter)}前回函。`

/** 5月25日17:00 */
const dueText = ({ dueOn, date }: Letter): string => `${dayText(dueOn!, date!)}${answerTime}`
