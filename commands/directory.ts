import { createGazetteer, type Gazetteer } from '../reports/intake/units/gazetteer.ts'
import type { Division, Person, PersonRole, Room, RoomRole, Roster, Unit } from '../reports/roster/roster.ts'

/** The roster with its look-ups, built once and kept until another is imported. */
export interface Directory {
  roster: Roster
  gazetteer: Gazetteer
  /** Units of which a report is expected in every round, in roster order. */
  expected: Unit[]
  unit(name: string): Unit | null
  room(name: string): Room | null
  person(name: string): Person | null
  division(name: string): Division | null
  /** Whether a person is bound 绑定 on the chat platform, so that nobody else may use the name. */
  isBound(person: string): boolean
  /** Names of the rooms with a role. */
  roomsFor(role: RoomRole): string[]
  /** Names of the people with one of the roles. */
  peopleAs(...roles: PersonRole[]): string[]
  /** The reporting room that is nearest to a unit: its city's before one for the whole province. */
  reportingRoomOf(unit: string): string | null
  /** Names of a unit's reporting officers. */
  officersOf(unit: string): string[]
  /** Names of the heads 处长 of divisions. */
  headsOf(...divisions: string[]): string[]
  /** City of a unit, itself for a city; null for the province. */
  cityOf(unit: string): string | null
}

/** `bound` holds the names of the people who are bound on the chat platform. */
export function createDirectory(roster: Roster, bound: ReadonlySet<string> = new Set()): Directory {
  const gazetteer = createGazetteer(roster)
  const units = new Map(roster.units.map(unit => [unit.name, unit]))
  const rooms = new Map(roster.rooms.map(room => [room.name, room]))
  const people = new Map(roster.people.map(person => [person.name, person]))
  const divisions = new Map(roster.divisions.map(division => [division.name, division]))
  const roomOfJurisdiction = new Map(
    roster.rooms.filter(room => room.roles.includes('reporting')).map(room => [room.jurisdiction, room.name]),
  )
  const cityOf = (name: string): string | null => {
    const unit = units.get(name)
    if (unit === undefined || unit.level === 'province') return null
    return unit.level === 'city' || unit.parent === null ? unit.name : cityOf(unit.parent)
  }
  return {
    roster,
    gazetteer,
    expected: roster.units.filter(unit => unit.reports),
    unit: name => units.get(name) ?? null,
    room: name => rooms.get(name) ?? null,
    person: name => people.get(name) ?? null,
    division: name => divisions.get(name) ?? null,
    isBound: person => bound.has(person),
    roomsFor: role => roster.rooms.filter(room => room.roles.includes(role)).map(room => room.name),
    peopleAs: (...roles) =>
      roster.people.filter(person => roles.includes(person.role)).map(person => person.name),
    reportingRoomOf(name) {
      for (let unit = units.get(name); unit !== undefined; unit = units.get(unit.parent ?? '')) {
        const room = roomOfJurisdiction.get(unit.name)
        if (room !== undefined) return room
      }
      return null
    },
    officersOf: unit =>
      roster.people
        .filter(person => person.role === 'reporter' && person.unit === unit)
        .map(person => person.name),
    headsOf: (...divisions) =>
      roster.people
        .filter(person => person.role === 'divisionHead' && divisions.includes(person.division ?? ''))
        .map(person => person.name),
    cityOf,
  }
}
