import { tidyText } from '../../reports/commentary/tidy-text.ts'
import type { Verification } from '../../storage/verifications.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { firstWord, textAfter } from '../text-after.ts'
import {
  answered,
  askerOf,
  findVerification,
  isUnanswered,
  reportsInQuestion,
  settle,
} from './verify-outcome.ts'

/** Characters of an explanation: a head reads it on the phone. */
const explanationLimit = 500

/** 核实 确认: the unit says that what it reported is right. */
export const confirmVerification = defineCommand({
  name: '核实 确认',
  aliases: ['核实确认', 'hs qr'],
  usage: '/核实 确认 <核实编号>',
  summary: '答复核实：所报情况无误',
  roles: ['reporter'],
  async run([id], context) {
    return confirm(await askedOf(id, context), context)
  },
})

/** 核实 说明: the unit explains. */
export const explainVerification = defineCommand({
  name: '核实 说明',
  aliases: ['核实说明', 'hs sm'],
  usage: '/核实 说明 <核实编号> <情况>',
  summary: '答复核实：说明情况',
  roles: ['reporter'],
  async run([id], context) {
    const verification = await askedOf(id, context)
    const behind = textAfter(
      [
        ['核实', 'hs'],
        ['说明', 'sm'],
      ],
      context.text,
    )
    const text = tidyText(firstWord(behind).rest)
    if (text === '')
      return [
        context.reply(
          `请把情况写在编号后面，例如：/核实 说明 ${verification.id} 第2项已于今日整改完毕，复查记录随后报送`,
        ),
      ]
    return explain(verification, text, context)
  },
})

/** The verification, if the sender may answer it. */
async function askedOf(id: string | undefined, context: Context): Promise<Verification> {
  const verification = await findVerification(id, context.db)
  if (!mayAnswer(verification, context))
    refuse(`核实${verification.id}请由${verification.unit}或其所属市（州）的报送员答复。`)
  return verification
}

/** Officers of the unit or of its city; of a unit that the roster does not know any more, those of the group asked. */
export function mayAnswer({ unit, room }: Verification, { sender, message, directory }: Context): boolean {
  if (sender.role !== 'reporter' || sender.unit === null) return false
  return (
    directory.gazetteer.isWithin(unit, sender.unit) ||
    (directory.unit(unit) === null && message.room === room)
  )
}

/** The unit says that what it reported is right. */
export function confirm(verification: Verification, context: Context): Promise<OutgoingMessage[]> {
  if (isUnanswered(verification) && verification.reports.length === 0)
    refuse(`${verification.unit}尚未报送，无从确认。请报送检查情况或“零报告”，也可说明情况。`)
  return answer(verification, 'confirmed', null, context)
}

/** The unit explains. */
export function explain(
  verification: Verification,
  text: string,
  context: Context,
): Promise<OutgoingMessage[]> {
  if ([...text].length > explanationLimit)
    refuse(`说明共${[...text].length}字，请压缩到${explanationLimit}字以内。`)
  return answer(verification, 'explained', text, context)
}

async function answer(
  verification: Verification,
  state: 'confirmed' | 'explained',
  text: string | null,
  context: Context,
): Promise<OutgoingMessage[]> {
  if (!isUnanswered(verification)) refuse(`${answered(verification)}，无需再答复。`)
  const told = await settle(verification, state, text, context)
  const late = context.now > verification.dueAt && new Date(context.message.at) > verification.dueAt
  const said = state === 'confirmed' ? '确认无误' : '说明情况'
  return [
    context.reply(
      `核实${verification.id}（${reportsInQuestion(verification)}）已答复：${said}${late ? '，记为逾期' : ''}。已转${askerOf(verification)}。`,
    ),
    ...told,
  ]
}
