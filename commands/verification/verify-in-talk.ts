import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { type Verification, verificationById } from '../../storage/verifications.ts'
import { type Context, defineCommand } from '../command.ts'
import { hasSubstance } from '../commentary/answer-substance.ts'
import { takesReports } from '../conversation.ts'
import { readsAsReport } from '../reads-as-report.ts'
import { confirm, explain, mayAnswer } from './verify-answer.ts'

/** 核实1：…, of an officer who names the verification. */
const naming = /^\s*核实\s*(\d{1,9})\s*[：:，,\s]\s*(.+)$/s
/** The head line of the message that asked, as it is quoted. */
const asking = /【核实】核实(\d{1,9})：/

/** 确认无误, 经核实，情况属实: all that is said, without punctuation. */
const confirming =
  /^(?:经|已|均|都|我局|我们|我单位|再次|核实|核对|核查|复核|确认|所报|以上|数据|情况|内容|全部)*(?:无误|属实|没有?问题|准确)了?$|^确认$/

/**
 * 核实 answered in ordinary words: the officer quotes the message that asked, or begins with its number. What reads as
 * a report is none of this: it answers by itself.
 */
export const verifyInTalk = defineCommand({
  name: '口头答复核实',
  aliases: [],
  usage: '核实<编号>：<情况>，如“核实1：确认无误”',
  summary: '答复核实（不必输入命令）',
  roles: 'anyone',
  async run(_args, context) {
    const { sender, room, message } = context
    if (sender.role !== 'reporter' || (message.room !== null && !takesReports(room))) return []
    const [, named, behind] = naming.exec(context.text) ?? []
    const quoted = asking.exec(message.quotedText ?? '')?.[1]
    const text = tidyText(behind ?? context.text.trim())
    const verification = await meant(named ?? quoted, context)
    if (verification === null || readsAsReport(text, context)) return []
    if (confirming.test(text.replace(/[@＠]\S+/g, '').replace(/[\p{P}\s]/gu, '')))
      return confirm(verification, context)
    return hasSubstance(text) ? explain(verification, text, context) : []
  },
})

async function meant(id: string | undefined, context: Context): Promise<Verification | null> {
  const verification = id === undefined ? null : await verificationById(context.db, Number(id))
  return verification !== null && mayAnswer(verification, context) ? verification : null
}
