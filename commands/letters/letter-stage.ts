import type { Letter } from '../../reports/letter/letter.ts'
import { letterName } from '../../reports/letter/letter-text.ts'
import type { Context } from '../command.ts'
import { addresseeOf } from '../escalation/addressee.ts'
import { isUnreachable } from '../escalation/notice.ts'
import { momentText } from '../moment-text.ts'
import { type Issued, issuedChain } from './issue-on-chain.ts'

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
const signedText = ({ signer, signedAt }: Letter): string =>
  `${signer}于${momentText(new Date(signedAt!))}签发`

/** The chain as it is once a letter that a leader has signed goes out; or why it cannot go out. */
export async function releasable(letter: Letter, signer: string, context: Context): Promise<Issued> {
  return isUnreachable(addresseeOf(letter.unit, 'government', context.directory))
    ? { obstacle: `${letter.unit}没有登记报送群，无法送达，请联系值班员登记。` }
    : issuedChain(letter, signer, context)
}
