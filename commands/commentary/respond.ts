import { commentaryTitle, renderCommentary } from '../../reports/commentary/commentary-text.ts'
import { commentariesAsking, commentariesOfMessage } from '../../storage/commentaries.ts'
import { type Context, defineCommand, officials, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { textAfter } from '../text-after.ts'
import { readAnswerStanding, tally, unitsToAnswerFor } from './answer-standing.ts'
import {
  commentariesNamed,
  type Issued,
  isIssued,
  readCommentaryName,
  readCommentaryTitle,
} from './named-commentary.ts'
import { takeAnswer, takeAnswerAndReport } from './take-answer.ts'

/** A commentary can be answered without its number for so long, in milliseconds. */
const askingTime = 30 * 24 * 3_600_000

/** 回应: a unit's answer to a commentary; with the number alone, the commentary and who has answered. */
export const respond = defineCommand({
  name: '回应',
  aliases: ['hy'],
  usage: '/回应 <点评编号> [内容]，如“/回应 3 已整改”“/回应 危化二处第3期 已整改”',
  summary: '回应日点评；只写编号则查看回应情况',
  roles: ['reporter', ...officials],
  takesText: true,
  async run(_args, context) {
    const said = textAfter([['回应', 'hy']], context.text).trim()
    const read = readCommentaryName(said, divisionsOf(context))
    if (read === null) return withoutName(said, context)
    const commentary = await findFor(read.name, context)
    if (read.rest === '') return [await show(commentary, context)]
    return answer(commentary, read.rest, context)
  },
})

const divisionsOf = ({ directory }: Context): string[] => directory.roster.divisions.map(({ name }) => name)

async function answer(commentary: Issued, text: string, context: Context): Promise<OutgoingMessage[]> {
  if (context.sender.role !== 'reporter') refuse('日点评由涉及单位的报送员回应；只写编号可查看回应情况。')
  return takeAnswerAndReport(() => takeAnswer(commentary, text, context), text, context)
}

/** The commentary that is meant: of those that the name fits, the one that concerns the officer, or is the head's own. */
export async function findFor(
  name: Parameters<typeof commentariesNamed>[1],
  context: Context,
): Promise<Issued> {
  const { db, sender } = context
  const found = await commentariesNamed(db, name, divisionsOf(context))
  if (found.length === 0) refuse('没有这一期日点评，或尚未发出。请核对编号，例如“/回应 3 已整改”。')
  const own = newestOfEach(
    sender.role === 'reporter'
      ? await concerning(found, context)
      : found.filter(
          ({ division }) => 'id' in name || name.division !== null || division === sender.division,
        ),
  )
  if (own.length === 1) return own[0]!
  if (own.length > 1 || sender.role !== 'reporter')
    return refuse(`请写明是哪一期：${(own.length > 0 ? own : newestOfEach(found)).map(listed).join('；')}。`)
  return refuse(
    `${newestOfEach(found)
      .map(({ issued }) => commentaryTitle(issued))
      .join('、')}未涉及本单位，无需回应。`,
  )
}

/** Those for which an officer may answer. */
async function concerning(commentaries: Issued[], context: Context): Promise<Issued[]> {
  const found: Issued[] = []
  for (const commentary of commentaries)
    if ((await unitsToAnswerFor(commentary, context)).length > 0) found.push(commentary)
  return found
}

/** Numbers 期号 begin anew each year: of each division the newest, which comes first. */
const newestOfEach = (commentaries: Issued[]): Issued[] =>
  commentaries.filter(({ division }, i) => commentaries.findIndex(other => other.division === division) === i)

/** Without a number it can be the commentary that is quoted, or the only one that waits for the unit's answer. */
async function withoutName(text: string, context: Context): Promise<OutgoingMessage[]> {
  const quoted = await quotedCommentary(context)
  if (quoted !== null) return text === '' ? [await show(quoted, context)] : answer(quoted, text, context)
  const waiting = await waitingFor(context)
  if (text !== '' && waiting.length === 1) return answer(waiting[0]!, text, context)
  if (waiting.length === 0)
    return refuse('请写明点评编号和内容，例如“/回应 3 已整改”“/回应 危化二处第3期 已整改”。')
  const list = waiting.map(listed).join('；')
  return refuse(
    `${text === '' ? '待回应' : '请写明回应哪一期'}：${list}。例如“/回应 ${waiting[0]!.id} ${text === '' ? '内容' : text.slice(0, 10)}”。`,
  )
}

/** The commentary that a message quotes 引用: by the title of the text that was relayed, or by its head's own message. */
export async function quotedCommentary(context: Context): Promise<Issued | null> {
  const { db, message, sender } = context
  const title = readCommentaryTitle(message.quotedText ?? '', divisionsOf(context))
  const quoted =
    title !== null
      ? await commentariesNamed(db, title, divisionsOf(context))
      : message.quote !== null
        ? (await commentariesOfMessage(db, message.quote)).filter(isIssued)
        : []
  const found = sender.role === 'reporter' ? await concerning(quoted, context) : quoted
  return found[0] ?? null
}

/** Commentaries that ask the sender's unit and have no answer of it yet, newest first. */
export async function waitingFor({ db, sender, now }: Context): Promise<Issued[]> {
  if (sender.role !== 'reporter' || sender.unit === null) return []
  const asking = await commentariesAsking(db, sender.unit, new Date(now.getTime() - askingTime))
  const waiting: Issued[] = []
  for (const commentary of asking.filter(isIssued))
    if ((await readAnswerStanding(db, commentary)).missing.includes(sender.unit)) waiting.push(commentary)
  return waiting
}

const listed = ({ id, issued }: Issued): string => `${commentaryTitle(issued)}（编号${id}）`

async function show(commentary: Issued, context: Context): Promise<OutgoingMessage> {
  const standing = await readAnswerStanding(context.db, commentary)
  const answers = standing.answers.map(
    ({ unit, person, text, at }) => `${momentText(at)} ${unit}（${person}）：${text}`,
  )
  const state = tally(standing) || (answers.length === 0 ? '该期点评未要求回应，尚无回应。' : '')
  return context.reply(
    [renderCommentary(commentary.issued), '', '回应情况：', state, ...answers]
      .filter((line, i) => i === 1 || line !== '')
      .join('\n'),
  )
}
