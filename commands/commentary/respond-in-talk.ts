import { type Context, defineCommand } from '../command.ts'
import { takesReports } from '../conversation.ts'
import { hasSubstance } from './answer-substance.ts'
import { readCommentaryName } from './named-commentary.ts'
import { findFor, quotedCommentary, waitingFor } from './respond.ts'
import { takeAnswer, takeAnswerAndReport } from './take-answer.ts'

/** How somebody begins who answers without the command. */
const answering = /^\s*【?回应】?[\s：:，,]*/
const concerning = /^\s*关于(?=[^\n。；]{0,30}日?点评)/

/**
 * 回应 in ordinary words: an officer begins with 回应 or 关于…日点评 and names the number, or quotes the head's message.
 * Anything else is not for here.
 */
export const respondInTalk = defineCommand({
  name: '口头回应',
  aliases: [],
  usage: '回应<点评编号>：<内容>，如“回应危化二处第3期：已整改”',
  summary: '回应日点评（不必输入命令）',
  roles: 'anyone',
  async run(_args, context) {
    const { sender, room, text } = context
    if (sender.role !== 'reporter' || (room !== null && !takesReports(room))) return []
    const quoted = await quotedCommentary(context)
    const answers =
      quoted === null
        ? () => answerIn(text, context)
        : async () =>
            /回应/.test(text) || hasSubstance(text) ? takeAnswer(quoted, text.trim(), context) : []
    return takeAnswerAndReport(answers, text, context)
  },
})

async function answerIn(text: string, context: Context) {
  const divisions = context.directory.roster.divisions.map(({ name }) => name)
  if (concerning.test(text)) {
    const read = readCommentaryName(text.trim(), divisions)
    // What it is about is part of the sentence: it is kept whole.
    return read === null || read.rest === ''
      ? []
      : takeAnswer(await findFor(read.name, context), text.trim(), context)
  }
  const opening = answering.exec(text)?.[0]
  if (opening === undefined) return []
  const said = text.slice(opening.length).trim()
  const read = readCommentaryName(said, divisions)
  if (read !== null)
    return read.rest === '' ? [] : takeAnswer(await findFor(read.name, context), read.rest, context)
  const waiting = /[\s：:，,]$/.test(opening) && said !== '' ? await waitingFor(context) : []
  return waiting.length === 1 ? takeAnswer(waiting[0]!, said, context) : []
}
