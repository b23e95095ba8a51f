import type { Chain } from '../../reports/escalation/chain.ts'
import { conversationsToldOfAny } from '../../storage/outbox-subjects.ts'
import type { Context } from '../command.ts'
import { conversationOf } from '../conversation.ts'
import { formerCity } from '../hazards/standing-to.ts'
import { rungSubject } from '../subjects.ts'

/**
 * Whether the sender may answer a rung: an officer of the unit or of its city, or the head of its government. Of a unit
 * that the roster does not know any more, those of its former city, and of the group where its notice was posted.
 */
export async function mayAnswer(chain: Chain, { db, sender, message, directory }: Context): Promise<boolean> {
  const own = directory.person(sender.name)?.unit ?? null
  if (own === null) return false
  if (sender.role === 'committeeMember') return own === chain.unit
  if (sender.role !== 'reporter') return false
  if (directory.gazetteer.isWithin(chain.unit, own)) return true
  if (directory.unit(chain.unit) !== null) return false
  if (formerCity(chain.unit, directory) === own) return true
  const told = await conversationsToldOfAny(db, anyRungOf(chain))
  return told.includes(conversationOf(message))
}

/** How the subjects of all rungs of a chain begin. */
const anyRungOf = ({ id }: Chain): string => rungSubject(id, 0).slice(0, -1)
