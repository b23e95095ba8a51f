import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { type Chain, currentRung } from '../../reports/escalation/chain.ts'
import { chainInNotice, chainName } from '../../reports/escalation/chain-text.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { chainById } from '../../storage/chains.ts'
import { sentLetterOfChain } from '../../storage/letters.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { hasSubstance } from '../commentary/answer-substance.ts'
import { takeAnswerAndReport } from '../commentary/take-answer.ts'
import { mentionOf, sentAtOf, takesReports } from '../conversation.ts'
import { takeAnswer as takeLetterAnswer } from '../letters/take-answer.ts'
import type { OutgoingMessage } from '../message.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import { findChain } from './find-chain.ts'
import { mayAnswer } from './may-answer.ts'
import { isRepeated, recordAnswer } from './record-answer.ts'

/** Characters of an answer. */
const answerLimit = 2000

/** 反馈: the addressee of a rung answers. */
export const answerChain = defineCommand({
  name: '反馈',
  aliases: ['fk'],
  usage: '/反馈 <督办编号> <内容>，如“/反馈 督办3 已整改，现场正常”',
  summary: '反馈督办办理情况',
  roles: ['reporter', 'committeeMember'],
  takesText: true,
  async run(args, context) {
    const said = saidBehind([['反馈', 'fk']], args, context)
    const quoted = chainInNotice(context.message.quotedText ?? '')
    const { word, rest } = firstWord(said)
    const [, glued, behind] = /^(督办\s*\d{1,9})[：:，,号]*\s*(.*)$/su.exec(said) ?? []
    // Behind a quoted notice the number may be left out.
    const isNamed = glued !== undefined || /^[\d０-９]{1,9}[：:，,]?$/u.test(word)
    if (!isNamed && quoted !== null) return take(await ownToAnswer(`${quoted}`, context), said, context)
    const name = glued?.replace(/\s/g, '') ?? (word === '' ? undefined : word)
    return take(await ownToAnswer(name, context), behind ?? rest, context)
  },
})

async function ownToAnswer(written: string | undefined, context: Context): Promise<Chain> {
  if (written === undefined) return refuse('请写明督办编号和内容，例如：/反馈 督办3 已整改，现场正常')
  const chain = await findChain(written, context)
  return (await mayAnswer(chain, context))
    ? chain
    : refuse(`${chainName(chain)}请由${chain.unit}或其所属市（州）的报送员反馈。`)
}

/** 督办3：…, of an officer who names the chain. */
const naming = /^\s*(?:反馈\s*)?督办\s*(\d{1,9})号?\s*[：:，,\s]\s*(.+)$/su

/** 反馈 in ordinary words: an officer quotes the notice of a rung, or begins with its number. */
export const answerChainInTalk = defineCommand({
  name: '口头反馈督办',
  aliases: [],
  usage: '督办<编号>：<内容>，如“督办3：已整改”',
  summary: '反馈督办办理情况（不必输入命令）',
  roles: 'anyone',
  async run(_args, context) {
    const { sender, room, message, text } = context
    if (sender.role !== 'reporter' && sender.role !== 'committeeMember') return []
    if (message.room !== null && !takesReports(room)) return []
    const [, named, behind] = naming.exec(text) ?? []
    const id = named ?? chainInNotice(message.quotedText ?? '')
    const chain = id === null ? null : await chainById(context.db, Number(id))
    const said = behind ?? text.trim()
    if (chain === null || !(await mayAnswer(chain, context)) || !hasSubstance(said)) return []
    return takeAnswerAndReport(() => take(chain, said, context), said, context)
  },
})

async function take(chain: Chain, written: string, context: Context): Promise<OutgoingMessage[]> {
  const text = tidyText(written)
  const length = [...text].length
  if (length === 0) refuse(`请写明反馈内容，例如：/反馈 ${chainName(chain)} 已整改，现场正常`)
  if (length > answerLimit) refuse(`反馈请在${answerLimit}字以内，现为${length}字，请精简后重新发送。`)
  const { sender, message } = context
  const said = { by: sender.name, at: sentAtOf(context).toISOString(), text, inboxId: message.id }
  if (isRepeated(chain, said)) refuse(`对${chainName(chain)}的这条反馈已收到，无需重复发送。`)
  const letter = await letterOf(chain, context)
  if (letter !== null) return takeLetterAnswer(letter, text, null, context)
  const told = await recordAnswer(chain, said, context)
  return [
    context.reply(`已收到对${chainName(chain)}的反馈，已转分管处室。`, {
      bundle: true,
      mentions: mentionOf(context),
    }),
    ...told,
  ]
}

/** The letter 提示函 at which a chain stands: what answers the rung answers the letter. */
async function letterOf(chain: Chain, { db }: Context): Promise<Letter | null> {
  if (chain.state !== 'open' || currentRung(chain) !== '提示函') return null
  return sentLetterOfChain(db, chain.id)
}
