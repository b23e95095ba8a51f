import type { InboxRow } from '../../storage/inbox.ts'
import { takesReports } from '../conversation.ts'
import type { Directory } from '../directory.ts'

/** Longer names are no names, in characters. */
const nameLimit = 100

/** A name from chat without characters that nobody sees: 张三 with a zero-width space behind it is 张三. */
export const cleanName = (name: string): string =>
  name
    .replace(/\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, nameLimit)

const unverified = '（未核实）'
const unboundGroup = '（未绑定）'

/** Name of somebody whom the platform does not vouch for: no name of the roster, so that it opens nothing. */
export const unverifiedName = (claimed: string): string => claimed.replaceAll(unverified, '') + unverified

/** The name that somebody shows whom the platform does not vouch for, such as for a mention. */
export const shownName = (name: string): string => name.replace(/（(?:未核实|重名)）/g, '')

/** Name of a group that no room of the roster is bound to 未绑定群. */
export const unboundName = (topic: string): string => topic.replaceAll(unboundGroup, '') + unboundGroup

/** Whether a text may be a command that binds 绑群, 绑定: all that is looked at in a group that is not bound. */
export const saysBinding = (text: string): boolean => /^\s*[/／]\s*(?:绑|bq|bd)/i.test(text)

/**
 * The message with the name under which its sender may act. Whoever is bound, or vouched for by the platform, is who he
 * is. Anyone can take a nickname or a group card, so a name alone opens one thing: a reporting officer 报送员 who is not
 * bound reports in the group of the own city. Everyone else keeps a name that nobody in the roster has.
 */
export function identify(message: InboxRow, directory: Directory): InboxRow {
  if (message.claimed === 0 || mayBe(message.sender, message.room, directory)) return message
  return { ...message, sender: unverifiedName(message.sender) }
}

function mayBe(name: string, roomName: string | null, directory: Directory): boolean {
  const room = roomName === null ? null : directory.room(roomName)
  if (room === null) return false
  const person = directory.person(name)
  // A name that nobody has: known by room and name, and what is reported under it waits for a duty officer.
  if (person === null) return !name.endsWith(unverified)
  if (person.role !== 'reporter' || person.unit === null || directory.isBound(name)) return false
  if (!takesReports(room)) return false
  return room.jurisdiction === null
    ? directory.unit(person.unit)?.level === 'province'
    : directory.gazetteer.isWithin(person.unit, room.jurisdiction)
}
