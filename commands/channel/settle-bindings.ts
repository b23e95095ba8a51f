import { bindPerson, endPending, pendingBindings } from '../../storage/bindings.ts'
import type { Tx } from '../../storage/database.ts'
import { addressee } from '../conversation.ts'
import type { Directory } from '../directory.ts'
import type { OutgoingMessage } from '../message.ts'
import { brief } from '../understood.ts'
import { unverifiedName } from './identity.ts'
import { titled } from './titled.ts'

type Pending = Awaited<ReturnType<typeof pendingBindings>>[number]

/**
 * Ends what a binding waits for: it holds from the moment at which the account has been given its remark, and comes to
 * nothing where that can no longer be. Returns what the duty group and the issuer of the code hear of it.
 */
export async function settleBindings(tx: Tx, directory: Directory, now: Date): Promise<OutgoingMessage[]> {
  const messages: OutgoingMessage[] = []
  for (const pending of await pendingBindings(tx)) {
    if (pending.state === 'waiting' || pending.state === 'sending') continue
    await endPending(tx, pending.remark)
    if (pending.state === 'sent') {
      const { person, remark, issuedBy } = pending
      await bindPerson(tx, { person, remark, issuedBy, boundAt: now.toISOString() })
      messages.push(...tellIssuer(bound(pending, directory), issuedBy, directory))
    } else messages.push(...lost(pending, directory))
  }
  return messages
}

function bound({ person, issuedBy, conversation }: Pending, directory: Directory): string {
  const replaced = directory.isBound(person) ? '原绑定已终止。' : ''
  return `【绑定】微信“${accountOf(conversation)}”已绑定为${titled(person, directory)}，绑定码由${issuedBy}签发。${replaced}如非本人，请立即发送“/解绑 ${person}”。`
}

function lost({ person, issuedBy, conversation, state }: Pending, directory: Directory): OutgoingMessage[] {
  const kept = directory.isBound(person) ? '原绑定仍然有效。' : ''
  const text = `【绑定】微信“${accountOf(conversation)}”绑定为${titled(person, directory)}未能完成，绑定码已作废。${kept}如仍需绑定，请重新发送“/绑定码 ${person}”。`
  const messages = tellIssuer(text, issuedBy, directory)
  // He may have read that he is bound.
  if (state === 'unconfirmed')
    messages.push({ to: addressee(conversation), text: '绑定未能完成，请联系值班员重新获取绑定码。' })
  return messages
}

/** The duty group and who issued a code. */
export const tellIssuer = (text: string, issuer: string, directory: Directory): OutgoingMessage[] => [
  ...directory.roomsFor('duty').map(room => ({ to: { room }, text })),
  // A code that was issued on the host has no issuer to write to.
  ...(directory.person(issuer) === null ? [] : [{ to: { person: issuer }, text }]),
]

/** What the account calls itself. */
function accountOf(conversation: string): string {
  const to = addressee(conversation)
  return brief('person' in to ? to.person.replace(unverifiedName(''), '') : to.room)
}
