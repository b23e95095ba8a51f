import { type Letter, readDocumentNumber } from '../../reports/letter/letter.ts'
import { isAnswerReturned } from '../../reports/letter/letter-standing.ts'
import { letterName, letterText } from '../../reports/letter/letter-text.ts'
import { registerText, standingText } from '../../reports/letter/register-text.ts'
import { businessDate } from '../../reports/time.ts'
import { endedChains, letterById, lettersIn, lettersOfYear, unansweredBefore } from '../../storage/letters.ts'
import { type Context, defineCommand, officials, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { momentText } from '../moment-text.ts'
import { saidBehind } from '../text-after.ts'
import { draftLetter, pendingLetter } from './draft-letter.ts'
import { letterCalled, mayRead, readable } from './find-letter.ts'
import { leaveOut } from './leave-out.ts'
import { placeLetter } from './letter-chain.ts'
import { letterFile } from './letter-files.ts'
import { letterWords } from './letter-words.ts'
import { previewLetter } from './preview-letter.ts'
import { readRequest } from './read-request.ts'

/** 提示函: drafts a letter to the head of a local government; alone the register, with a number that letter. */
export const letter = defineCommand({
  name: '提示函',
  aliases: ['tsh'],
  usage: '/提示函 <单位> [隐患编号] [说明]，只写文号则查看，不写或只写年份则查看登记',
  summary: '起草给属地政府主要负责人的提示函；查看提示函登记',
  roles: ['reporter', 'committeeMember', ...officials],
  takesText: true,
  async run(args, context) {
    const said = saidBehind([letterWords], args, context)
    const thisYear = businessDate(context.now).slice(0, 4)
    const year = said === '' ? thisYear : /^(\d{4})年?度?$/u.exec(said.normalize('NFKC'))?.[1]
    if (year !== undefined && year <= thisYear) return [await register(Number(year), context)]
    const draft = /^稿号?(\d{1,9})$/u.exec(said.normalize('NFKC'))?.[1]
    const named = readDocumentNumber(said)
    if (draft !== undefined || named !== null) return show(named, Number(draft ?? named!.number), context)
    return begin(said, context)
  },
})

/** Drafts a new letter, unless one about the same is on its way. */
async function begin(said: string, context: Context): Promise<OutgoingMessage[]> {
  const { sender } = context
  if (sender.role !== 'divisionHead' && sender.role !== 'leader') refuse('提示函由处长、厅领导起草。')
  const request = await readRequest(said, context)
  const { unit, hazards } = request
  const { kept, left } = await leaveOut(unit.name, hazards, context)
  const pending =
    (await pendingLetter(unit.name, hazards, context)) ??
    (kept.length < hazards.length && kept.length > 0 ? await pendingLetter(unit.name, kept, context) : null)
  if (pending !== null) {
    const { id, state } = pending
    if (state !== 'draft') refuse(`同样内容的稿${id}已送签，无需重复起草。查看请发送“/提示函 稿${id}”。`)
    const notWritten =
      request.note === null ? '。' : `；说明未写入，请发送“/提示函 修改 ${id} 正文 内容”补充。`
    const shown = await previewLetter(pending, context)
    return shown.map(message =>
      message.text === undefined
        ? message
        : { ...message, text: `已有稿${id}，未重复起草${notWritten}\n${message.text}` },
    )
  }
  const whole = await placeLetter({ id: 0, unit: unit.name, hazards, chain: null }, context)
  if (hazards.length > 0 && kept.length === 0)
    return refuse('obstacle' in whole ? whole.obstacle : `${left.join('；')}，无需重复发函。`)
  const placed = await placeLetter({ id: 0, unit: unit.name, hazards: kept, chain: null }, context)
  if ('obstacle' in placed) return refuse(placed.obstacle)
  return draftLetter({ ...request, hazards: kept }, sender.name, context, { left })
}

/** The register of a year: officials see all, others what has gone out to their own. */
async function register(year: number, context: Context): Promise<OutgoingMessage> {
  const { db, now, sender } = context
  const isPresent = year === Number(businessDate(now).slice(0, 4))
  const waiting = officials.includes(sender.role) ? await lettersIn(db, ['draft', 'submitted', 'held']) : []
  const sent = await readable(await lettersOfYear(db, year), context)
  const ended = await endedChains(db)
  const unanswered = isPresent ? await readable(await unansweredBefore(db, year), context) : []
  const former = unanswered.filter(({ chain }) => chain === null || !ended.has(chain))
  return context.reply(registerText({ year, waiting, former, sent, ended }, now))
}

/** One letter, by its document number; officials see those that have not gone out by their running number. */
async function show(
  named: { year: number | null; number: number } | null,
  id: number,
  context: Context,
): Promise<OutgoingMessage[]> {
  const isOfficial = officials.includes(context.sender.role)
  const sent = named === null ? null : await letterCalled(named, context)
  const found =
    sent ?? (isOfficial && (named === null || named.year === null) ? await letterById(context.db, id) : null)
  if (found === null || !(await mayRead(found, context)))
    return refuse('没有这一件提示函。请核对文号，或发送“/提示函”查看登记。')
  return [
    context.reply([...(await circumstances(found, context)), '────', letterText(found)].join('\n')),
    { to: context.reply('').to, file: letterFile(found) },
  ]
}

/** Where it stands, and who did what when. */
async function circumstances(found: Letter, { db, now }: Context): Promise<string[]> {
  const at = (time: string | null) => (time === null ? '' : momentText(new Date(time)))
  const { signer, signedAt, sentAt, acknowledgedBy, acknowledgedAt, answeredBy, answeredAt, answer } = found
  return [
    `${letterName(found)}：${standingText(found, now, found.chain !== null && (await endedChains(db)).has(found.chain))}`,
    `${at(found.draftedAt)} ${found.drafter}起草`,
    ...(signer === null
      ? []
      : [`${at(signedAt)} ${signer}签发${sentAt === null ? '' : `，${at(sentAt)}发出`}`]),
    ...(acknowledgedBy === null ? [] : [`${at(acknowledgedAt)} ${acknowledgedBy}收函`]),
    ...(answeredBy === null ? [] : [`${at(answeredAt)} ${answeredBy}回函：${answer}`]),
    ...(isAnswerReturned(found) ? [`原回函（已退回）：${answer}`] : []),
  ]
}
