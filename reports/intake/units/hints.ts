import type { Division } from '../../roster/roster.ts'
import { type Industry, province } from '../../terms.ts'
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
  /** What the sender's division is in charge of, where that is one industry. */
  industry: Industry | null
}

/** The industry of a division 处室 in charge of only one. */
export const industryOfDivision = (division: Division | undefined): Industry | null =>
  division?.industries.length === 1 ? division.industries[0]! : null

function readRoom(name: string, gazetteer: Gazetteer): Pick<Hints, 'scope' | 'jurisdiction'> {
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

/** 市应急局小王, 县局-老李: an office that the room places. */
const relativeOffice = /(?<!\p{Script=Han})[市州县区](?:应急|安监|局)/u
/** 李长春: a given name, not a city. */
const personalName = /^\p{Script=Han}{2,3}$/u

function readSender(name: string, scope: string | null, gazetteer: Gazetteer): string | null {
  const person = gazetteer.person(name)
  if (person?.unit) return person.unit
  if (person?.division || person?.role === 'divisionHead') return province
  const mention = gazetteer.findMention(name, { bare: true }) ?? relativeOffice.exec(name)?.[0] ?? null
  if (mention === null || (personalName.test(name) && !name.startsWith(mention))) return null
  const found = gazetteer.resolve(mention, scope)
  return found.kind === 'found' ? found.unit : null
}

/** The unit for which whoever speaks in a room speaks, if nothing else tells: of one that no roster lists, what its name says. */
function ownUnit(
  room: string | null,
  { scope, jurisdiction }: Pick<Hints, 'scope' | 'jurisdiction'>,
  gazetteer: Gazetteer,
) {
  if (jurisdiction) return jurisdiction.unit
  const level = gazetteer.unit(scope ?? '')?.level
  const isListed = gazetteer.room(room ?? '') !== undefined
  return level === 'county' || (level === 'city' && !isListed) ? scope : null
}

/** Reads the hints of a message; what the roster does not list may still name a unit. */
export function readHints({ room, from }: IntakeMessage, gazetteer: Gazetteer): Hints {
  const where = room ? readRoom(room, gazetteer) : { scope: null, jurisdiction: null }
  const sender = from ? readSender(from, where.scope, gazetteer) : null
  // Where neither the text nor the sender names one, the group gives the unit.
  const own = ownUnit(room, where, gazetteer)
  const division = gazetteer.division(gazetteer.person(from ?? '')?.division ?? from ?? '')
  return { ...where, sender: sender ?? own, industry: industryOfDivision(division) }
}
