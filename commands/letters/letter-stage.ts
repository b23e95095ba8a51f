import { holdTime } from '../../reports/escalation/chain-steps.ts'
import { isOpen } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import type { Letter } from '../../reports/letter/letter.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import { readChannelState } from '../channel/channel-state.ts'
import type { Context } from '../command.ts'
import { inDaytime } from '../daytime.ts'
import { addresseeOf } from '../escalation/addressee.ts'
import { hazardsOf } from '../escalation/find-chain.ts'
import { isUnreachable } from '../escalation/notice.ts'
import { momentText } from '../moment-text.ts'
import { placeLetter } from './letter-chain.ts'

/** What goes out later than this was held up by a stop, in milliseconds. */
const punctuality = 60_000

/** The command with which a signed letter goes out. */
export const releaseWakeup = (id: number): string => `/提示函发出 ${id}`

/** What to say of a letter that is past the stage that somebody takes it for. */
export function alreadyGone(letter: Letter): string {
  const { id, state, sentAt, releaseAt } = letter
  switch (state) {
    case 'cancelled':
      return `稿${id}已取消。如需发函，请重新起草。`
    case 'sent':
      return `${letterName(letter)}已由${signedText(letter)}，${momentText(new Date(sentAt!))}发出，不能再改。`
    case 'held':
      return `稿${id}已由${signedText(letter)}，将于${momentText(new Date(releaseAt!))}发出；如需修改，请签发人先撤销：/提示函 撤销 ${id}`
    case 'submitted':
      return `稿${id}已送签。如需修改，请厅领导先退回：/退回 ${id} 理由`
    case 'draft':
      return `稿${id}尚未送签，请先送签：/提示函 送签 ${id}`
  }
}

/** 厅领导于5月18日10:02签发 */
export const signedText = ({ signer, signedAt }: Letter): string =>
  `${signer}于${momentText(new Date(signedAt!))}签发`

/** When to send out instead: after a stop or while the channel is away a withdrawal may be on its way; never at night. */
export async function postponed(
  releaseAt: Date,
  { db, calendar, now }: Pick<Context, 'db' | 'calendar' | 'now'>,
): Promise<Date | null> {
  const isAway = (await readChannelState(db))?.online === false
  const isLate = now.getTime() - releaseAt.getTime() > punctuality
  const later = inDaytime(isAway || isLate ? new Date(now.getTime() + holdTime) : now, calendar)
  return later > now ? later : null
}

/** Why a letter cannot go out as it stands; null where it can. */
export async function obstacleTo(letter: Letter, context: Context): Promise<string | null> {
  const { db, directory } = context
  if (isUnreachable(addresseeOf(letter.unit, 'government', directory)))
    return `${letter.unit}没有登记报送群，无法送达，请联系值班员登记。`
  const gone = (await hazardsOf(letter, db)).filter(hazard => !isOpen(hazard)).map(hazardNumber)
  if (gone.length > 0)
    return `${gone.join('、')}已销号或作废，与函中所述不符，请取消后重新起草：/提示函 取消 ${letter.id}`
  const placed = await placeLetter(letter, context)
  return 'obstacle' in placed ? placed.obstacle : null
}
