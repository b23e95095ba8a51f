import type { Table } from '../tables/table.ts'
import { readUnits } from './read-units.ts'
import type { Division, Person, Room, RoomRole, Roster } from './roster.ts'
import { type Fault, type RosterRow, rosterRows, shorten } from './roster-row.ts'
import { industryWords, personRoles, roomRoles, rosterSheets } from './roster-sheets.ts'

export type { Fault } from './roster-row.ts'

/**
 * Reads a roster 名册 from its four tables 单位, 处室, 群, 人员, in any order and among others. All faults are
 * told at once; the roster holds only where there are none.
 */
export function readRoster(tables: Table[]): { roster: Roster; faults: Fault[] } {
  const faults: Fault[] = []
  const unitRows = rosterRows(tables, 'units', faults)
  const units = unitRows ? readUnits(unitRows, faults) : []
  const unitNames = unitRows && namesOf(units)

  const divisionRows = rosterRows(tables, 'divisions', faults)
  const divisions = divisionRows?.map(readDivision) ?? []
  const divisionNames = divisionRows && namesOf(divisions)

  const roomRows = rosterRows(tables, 'rooms', faults)
  const rooms = roomRows ? readRooms(roomRows, unitNames, faults) : []

  const personRows = rosterRows(tables, 'people', faults)
  const people = personRows?.map(row => readPerson(row, unitNames, divisionNames)) ?? []
  return { roster: { units, divisions, rooms, people }, faults }
}

const namesOf = (named: { name: string }[]) => new Set(named.map(({ name }) => name))

const readDivision = (row: RosterRow): Division => ({
  name: row.name('处室'),
  industries: row.words('分管行业', industryWords),
})

/** Roles that one room at most can have, since the bot sends there without asking where. */
const single: RoomRole[] = ['committee', 'heads', 'leaders', 'duty']

function readRooms(rows: RosterRow[], units: Set<string> | null, faults: Fault[]): Room[] {
  const taken = new Map<RoomRole, string>()
  const rooms = rows.map(row => {
    const room: Room = {
      name: row.name('群名称'),
      roles: row.words('角色', roomRoles),
      jurisdiction: row.reference('属地', units),
    }
    if (room.roles.includes('reporting') && !room.jurisdiction) row.fail('属地', '报送群须填写属地')
    for (const role of single.filter(role => room.roles.includes(role))) {
      const other = taken.get(role)
      if (other !== undefined) {
        row.fail(
          '角色',
          `${roomRoles.write(role)}只能有一个，“${shorten(other)}”已是${roomRoles.write(role)}`,
        )
      } else taken.set(role, room.name)
    }
    return room
  })
  if (!taken.has('duty')) {
    faults.push({ sheet: rosterSheets.rooms.sheet, row: null, column: '角色', reason: '缺少值班群' })
  }
  return rooms
}

function readPerson(row: RosterRow, units: Set<string> | null, divisions: Set<string> | null): Person {
  const name = row.name('姓名')
  const role = row.word('角色', personRoles)
  const unit = row.reference('单位', units)
  const division = row.reference('处室', divisions)
  if (role === 'reporter' && !unit) row.fail('单位', '报送员须填写单位')
  if (role === 'divisionHead' && !division) row.fail('处室', '处长须填写处室')
  return { name, role: role ?? 'committeeMember', unit, division }
}
