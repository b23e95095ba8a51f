import type { Person, Room, RoomRole, Roster } from '../../../reports/roster/roster.ts'

const roomsByRole: Record<Exclude<Person['role'], 'reporter'>, RoomRole[]> = {
  dutyOfficer: ['duty', 'reporting', 'provincial', 'heads', 'leaders', 'committee'],
  administrator: ['duty', 'reporting', 'provincial', 'heads', 'leaders', 'committee'],
  divisionHead: ['heads', 'provincial', 'committee'],
  leader: ['leaders', 'committee'],
  committeeMember: ['committee'],
}

/**
 * The rooms 群 in which a person sits, where that person works most first. A reporter sits in the reporting rooms whose
 * jurisdiction 属地 covers the unit, the nearest first; who is not in the roster is a stranger in every reporting room.
 */
export const roomsOf = (person: Person | null, roster: Roster): string[] => {
  if (person === null) return withRole(roster.rooms, 'reporting')
  if (person.role !== 'reporter')
    return [...new Set(roomsByRole[person.role].flatMap(role => withRole(roster.rooms, role)))]
  const line = lineOf(person.unit, roster)
  const reporting = line.flatMap(unit =>
    roster.rooms
      .filter(room => room.roles.includes('reporting') && room.jurisdiction === unit)
      .map(room => room.name),
  )
  // The province's own people report where the province's own inspections are reported.
  const provincial = line.length === 1 ? withRole(roster.rooms, 'provincial') : []
  return [...new Set([...provincial, ...reporting])]
}

const withRole = (rooms: Room[], role: RoomRole) =>
  rooms.filter(room => room.roles.includes(role)).map(room => room.name)

/** A unit and all above it, from near to far. */
const lineOf = (name: string | null, roster: Roster): string[] => {
  const line: string[] = []
  for (let next = name; next !== null && !line.includes(next); ) {
    line.push(next)
    next = roster.units.find(unit => unit.name === next)?.parent ?? null
  }
  return line
}
