import type { Chain } from '../../reports/escalation/chain.ts'
import { lettersOfChain, saveLetter } from '../../storage/letters.ts'
import type { Context } from '../command.ts'
import { cancelSigningReminder } from '../letters/signing-reminder.ts'

/** The rung of a letter 提示函 is taken back, or its chain has ended: what has not been sent is not sent. */
export async function cancelLetters(chain: Chain, context: Context): Promise<void> {
  const { db } = context
  for (const letter of await lettersOfChain(db, chain.id)) {
    if (letter.state === 'sent' || letter.state === 'cancelled') continue
    await saveLetter(db, { ...letter, state: 'cancelled' })
    await cancelSigningReminder(letter.id, context)
  }
}
