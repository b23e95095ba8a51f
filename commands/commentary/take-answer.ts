import { commentaryTitle } from '../../reports/commentary/commentary-text.ts'
import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { addAnswer } from '../../storage/commentary-answers.ts'
import { type Context, refuse, UserError } from '../command.ts'
import { conversation, mentionOf, sentAtOf } from '../conversation.ts'
import type { Directory } from '../directory.ts'
import type { OutgoingMessage } from '../message.ts'
import { presentHeads } from '../present-heads.ts'
import { readsAsReport } from '../reads-as-report.ts'
import { submitReport } from '../submit-report.ts'
import { readAnswerStanding, standingOf, tally, unitsToAnswerFor } from './answer-standing.ts'
import type { Issued } from './named-commentary.ts'

/** An answer is no longer than a commentary, in characters. */
const answerLimit = 2000

/** Keeps an answer 回应 of a unit's officer, acknowledges it and tells the commentary's author. */
export async function takeAnswer(
  commentary: Issued,
  written: string,
  context: Context,
): Promise<OutgoingMessage[]> {
  const text = tidyText(written)
  const { db, directory, sender, message } = context
  const title = commentaryTitle(commentary.issued)
  const length = [...text].length
  if (length === 0) refuse('请写明回应内容，例如“/回应 3 已整改”。')
  if (length > answerLimit) refuse(`回应请在${answerLimit}字以内，现为${length}字，请精简后重新发送。`)
  const { answers, missing } = await readAnswerStanding(db, commentary)
  const units = meantUnits(await unitsToAnswerFor(commentary, context), text, missing, sender.unit, directory)
  const fresh = units.filter(unit => !answers.some(answer => answer.unit === unit && answer.text === text))
  if (fresh.length === 0) refuse(`对${title}的这条回应已收到，无需重复发送。`)
  const at = sentAtOf(context)
  const added = fresh.map(unit => ({ unit, person: sender.name, text, at }))
  for (const answer of added) await addAnswer(db, commentary.id, answer, message.id)
  const standing = standingOf(commentary.asked, [...answers, ...added])
  const whose = fresh.join('、')
  const people = presentHeads(commentary.author, commentary.division, directory)
  return [
    context.reply(`已收${whose}对${title}的回应${people.length > 0 ? `，已转${people.join('、')}` : ''}。`, {
      bundle: true,
      mentions: mentionOf(context),
    }),
    ...people.map(
      (person): OutgoingMessage => ({
        to: { person },
        text: `【回应】${title}：${whose}（${sender.name}）回应：${text}\n${tally(standing)}`.trimEnd(),
        bundle: true,
        priority: 'report',
      }),
    ),
  ]
}

/**
 * For whom an officer speaks: a city's officer for those of its counties that the answer names, else for all of the city
 * that were asked and have not answered yet, else for the city itself.
 */
function meantUnits(
  units: string[],
  text: string,
  missing: string[],
  own: string | null,
  { unit, gazetteer }: Directory,
): string[] {
  const said = units.filter(name => name !== own && text.includes(unit(name)?.shortName ?? name))
  // 四平市铁东区 names the district, not the city.
  const named = said.filter(name => !said.some(other => other !== name && gazetteer.isWithin(other, name)))
  if (named.length > 0) return named
  const open = units.filter(name => missing.includes(name))
  if (open.length > 0) return open
  return own !== null && units.includes(own) ? [own] : units
}

/**
 * Keeps an answer; what reads as a report 报送 as well is taken as both, and no fault of the one keeps the other from
 * being heard.
 */
export async function takeAnswerAndReport(
  answer: () => Promise<OutgoingMessage[]>,
  text: string,
  context: Context,
): Promise<OutgoingMessage[]> {
  if (!readsAsReport(text, context)) return answer()
  const answered = await answer().catch((error: unknown) => {
    if (error instanceof UserError) return [context.reply(error.message, { bundle: true })]
    throw error
  })
  const reported = await submitReport.run([], { ...context, text })
  const [answerTold, ...others] = answered
  const [reportTold, ...rest] = reported
  if (answerTold === undefined || reportTold === undefined) return [...answered, ...reported]
  if (conversation(answerTold.to) !== conversation(reportTold.to)) return [...answered, ...reported]
  return [{ ...reportTold, text: `${answerTold.text}\n${reportTold.text}` }, ...rest, ...others]
}
