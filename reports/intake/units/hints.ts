import { province } from '../../terms.ts'
import type { IntakeMessage } from '../parsed-message.ts'
import type { Gazetteer } from './gazetteer.ts'

/** What the room and the sender tell before the text is read. All are full unit names. */
export interface Hints {
  /** Where names are looked for first: this unit and all below it. */
  scope: string | null
  /** Of a reporting room 报送群: whom a report there may speak for; `only` admits the unit itself alone. */
  jurisdiction: { unit: string; only: boolean } | null
  /** The sender's unit. */
  sender: string | null
}

function readRoom(name: string, gazetteer: Gazetteer): Omit<Hints, 'sender'> {
  const room = gazetteer.room(name)
  const own = { scope: province, jurisdiction: { unit: province, only: true } }
  if (room) {
    const unit = room.jurisdiction
    if (room.roles.includes('reporting') && unit) return { scope: unit, jurisdiction: { unit, only: false } }
    if (room.roles.includes('provincial')) return own
    return { scope: unit, jurisdiction: null }
  }
  const reporting = /报送/.test(name)
  if (reporting && /省本级|省厅|省应急/.test(name)) return own
  const mention = gazetteer.findMention(name, { bare: true })
  const found = mention === null ? null : gazetteer.resolve(mention, null)
  if (found?.kind !== 'found') return { scope: null, jurisdiction: null }
  return { scope: found.unit, jurisdiction: reporting ? { unit: found.unit, only: false } : null }
}

function readSender(name: string, scope: string | null, gazetteer: Gazetteer): string | null {
  const person = gazetteer.person(name)
  if (person?.unit) return person.unit
  if (person?.division || person?.role === 'divisionHead') return province
  const mention = gazetteer.findMention(name, { bare: true })
  const found = mention === null ? null : gazetteer.resolve(mention, scope)
  return found?.kind === 'found' ? found.unit : null
}

/** Reads the hints of a message; what the roster does not list may still name a unit. */
export function readHints({ room, from }: IntakeMessage, gazetteer: Gazetteer): Hints {
  const where = room ? readRoom(room, gazetteer) : { scope: null, jurisdiction: null }
  const sender = from ? readSender(from, where.scope, gazetteer) : null
  // In the province's own room, and in a county's, only one unit can be meant.
  const only = where.jurisdiction?.only || gazetteer.unit(where.scope ?? '')?.level === 'county'
  return { ...where, sender: sender ?? (only ? where.scope : null) }
}
