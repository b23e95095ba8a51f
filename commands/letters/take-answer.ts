import { currentRung } from '../../reports/escalation/chain.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { isPastDue } from '../../reports/letter/letter-standing.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { chainById } from '../../storage/chains.ts'
import type { StoredFile } from '../../storage/inbox.ts'
import { saveLetter } from '../../storage/letters.ts'
import { type Context, refuse } from '../command.ts'
import { sentAtOf } from '../conversation.ts'
import { recordAnswer } from '../escalation/record-answer.ts'
import type { OutgoingMessage } from '../message.ts'
import { letterSubject } from '../subjects.ts'

/** Characters of an answer in words; longer ones come as a file. */
const answerLimit = 2000
/** Parts several answers. */
const parting = '\n────\n'

/** Keeps an answer 回函, tells those who sent the letter, and its chain of escalation. Several answers add up. */
export async function takeAnswer(
  letter: Letter,
  text: string,
  file: StoredFile | null,
  context: Context,
): Promise<OutgoingMessage[]> {
  const { db, sender, message } = context
  if (file?.refused !== undefined) refuse(`附件“${file.name}”未能保存：${file.refused}。请重新发送。`)
  const length = [...text].length
  if (length > answerLimit) refuse(`回函内容共${length}字，请压缩到${answerLimit}字以内，或以文件回函。`)
  const at = sentAtOf(context)
  const said = [text, ...(file === null ? [] : [`附件：${file.name}`])].filter(Boolean).join('\n')
  const former = letter.answer?.split(parting) ?? []
  // The same name may be another file.
  if (file === null && former.includes(said))
    return [context.reply(`${letterName(letter)}的这条回函已收到，无需重复发送。`)]
  const late = isPastDue(letter, at) && letter.answeredAt === null
  await saveLetter(db, {
    ...letter,
    acknowledgedBy: letter.acknowledgedBy ?? sender.name,
    acknowledgedAt: letter.acknowledgedAt ?? at.toISOString(),
    answeredBy: letter.answeredBy ?? sender.name,
    answeredAt: letter.answeredAt ?? at.toISOString(),
    answer: [...former, said].join(parting),
    answerInbox: message.id,
  })
  const lateMark = late ? '（逾期）' : ''
  const named = `${letterName(letter)}（${letter.unit}，${sender.name}）`
  const heading = `【${former.length > 0 ? '补充回函' : '回函'}】${named}`
  const onChain = await answerChain(letter, said, heading, at, context)
  // Where its chain asks what comes next, the answer is quoted already.
  const isTold = (room: string) => onChain.some(({ to }) => 'room' in to && to.room === room)
  const common = { priority: 'letter', subject: letterSubject(letter.id) } as const
  return [
    context.reply(
      `${letterName(letter)}的${file === null ? '回函' : `回函“${file.name}”`}已收到${late ? '，记为逾期' : ''}，已转省安委会办公室。`,
      { bundle: file !== null },
    ),
    ...onChain,
    ...roomsOf(context).flatMap((room): OutgoingMessage[] => [
      ...(isTold(room)
        ? []
        : [{ ...common, to: { room }, text: `${heading}${lateMark}：${said}`, bundle: file !== null }]),
      ...(file === null ? [] : [{ ...common, to: { room }, file: { name: file.name, sha256: file.sha256 } }]),
    ]),
  ]
}

/** The leaders' and the heads' groups: one of them drafted the letter, one signed it. */
const roomsOf = ({ directory }: Context): string[] => [
  ...new Set([...directory.roomsFor('leaders'), ...directory.roomsFor('heads')]),
]

/** The answer counts for the rung, while the chain stands at it. */
async function answerChain(
  letter: Letter,
  text: string,
  heading: string,
  at: Date,
  context: Context,
): Promise<OutgoingMessage[]> {
  const chain = letter.chain === null ? null : await chainById(context.db, letter.chain)
  if (chain === null || chain.state !== 'open' || currentRung(chain) !== '提示函') return []
  const { sender, message } = context
  const answer = { by: sender.name, at: at.toISOString(), text, inboxId: message.id }
  return recordAnswer(chain, answer, context, heading)
}
