import { shorten } from '../../reports/daily/phrases.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { answerTime } from '../../reports/letter/letter-parts.ts'
import { letterText } from '../../reports/letter/letter-text.ts'
import { shortDate } from '../../reports/time.ts'
import type { Context } from '../command.ts'
import type { Directory } from '../directory.ts'
import { addresseeOf } from '../escalation/addressee.ts'
import type { Choice, OutgoingMessage } from '../message.ts'
import { letterSubject } from '../subjects.ts'
import { placeLetter } from './letter-chain.ts'
import { letterFile, letterPictures } from './letter-files.ts'

/** Characters of a letter that a preview quotes: the picture shows it whole. */
const excerpt = 240
/** Leaders are not always at hand: what they may tap stays open for so long, in milliseconds. */
const signingTime = 24 * 3_600_000

/** Shows a draft: its pages, an excerpt, to whom it goes, what stands in its way, and what can be done with it. */
export async function previewLetter(letter: Letter, context: Context): Promise<OutgoingMessage[]> {
  const { id, version } = letter
  const placed = await placeLetter(letter, context)
  const lines = [
    `拟发提示函（稿${id}${version === 1 ? '' : `，第${version}版`}）`,
    '────',
    shorten(letterText(letter), excerpt),
    '────',
    ...circumstances(letter, context.directory),
    ...('obstacle' in placed ? [`注意：${placed.obstacle}`] : []),
    `如需修改：/提示函 修改 ${id} 标题、正文、依据、要求或期限 新内容`,
  ]
  const { to } = context.reply('')
  const subject = letterSubject(id)
  return [
    ...letterPictures(letter).map((file): OutgoingMessage => ({ to, file, subject })),
    context.reply(lines.join('\n'), {
      subject,
      choices: [
        { label: '送签', command: `/提示函 送签 ${id}` },
        { label: '修改', command: `/提示函 修改 ${id}` },
        { label: '取消', command: `/提示函 取消 ${id}` },
      ],
    }),
  ]
}

/** What the leaders 厅领导 see who are to sign: the document, its pages, its text, and what they may tap. */
export function signingRequest(letter: Letter, context: Context): OutgoingMessage[] {
  const { directory, now } = context
  const leaders = directory.peopleAs('leader')
  const rooms = directory.roomsFor('leaders')
  const choices: Choice[] = [
    { label: '签发', command: `/签发 ${letter.id}` },
    { label: '退回', command: `/退回 ${letter.id}` },
  ]
  const text = [
    `【待签发】提示函稿${letter.id}，起草：${letter.drafter}`,
    ...circumstances(letter, directory),
    '────',
    letterText(letter),
  ].join('\n')
  const common = { priority: 'letter', subject: letterSubject(letter.id) } as const
  // Without a group of theirs they are written to.
  const to = rooms.length > 0 ? rooms.map(room => ({ room })) : leaders.map(person => ({ person }))
  return to.flatMap((each): OutgoingMessage[] => [
    ...[letterFile(letter), ...letterPictures(letter)].map(file => ({
      ...common,
      to: each,
      file,
    })),
    {
      ...common,
      to: each,
      text,
      choices,
      choicesFor: leaders,
      choicesUntil: new Date(now.getTime() + signingTime),
    },
  ])
}

/** To whom it goes, about which hazards, and by when it asks for the answer. */
function circumstances({ unit, hazards, dueOn }: Letter, directory: Directory): string[] {
  const { room, officers, government } = addresseeOf(unit, 'government', directory)
  const to = [...(room === null ? [] : [room]), ...government]
  return [
    to.length === 0
      ? `注意：${unit}没有登记报送群，无法送达，请联系值班员登记。`
      : `发至：${to.join('、')}${officers.length === 0 ? '' : `（提醒${officers.join('、')}）`}`,
    ...(hazards.length === 0 ? [] : [`隐患：${hazards.map(hazardNumber).join('、')}`]),
    ...(dueOn === null ? [] : [`回函期限：${shortDate(dueOn)}${answerTime}`]),
  ]
}
