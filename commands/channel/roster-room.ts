import type { Room, RoomRole } from '../../reports/roster/roster.ts'
import { roomRoles } from '../../reports/roster/roster-sheets.ts'
import { refuse } from '../command.ts'
import type { Directory } from '../directory.ts'
import { findUnit } from '../find-unit.ts'

/** The one room of the roster that is meant by a role and a jurisdiction 属地, or by its name; refuses otherwise. */
export function findRoom(words: string[], directory: Directory): Room {
  const named = directory.room(words.join(' '))
  if (named !== null) return named
  const [word = '', place] = words
  const role =
    roomRoles.read(word) ??
    refuse(`没有“${word.slice(0, 20)}”这一角色，请写明：${roomRoles.words.join('、')}。`)
  const jurisdiction = place === undefined ? null : findUnit(place, null, directory, '属地')
  const all = roomsAs(role, directory)
  const found = place === undefined ? all : all.filter(room => room.jurisdiction === jurisdiction)
  if (found.length === 1) return found[0]!
  const which = `${jurisdiction ?? ''}${word}`
  if (found.length > 1)
    return refuse(`名册中有${found.length}个${which}：${described(found)}。请写明属地或群名称。`)
  const others = all.length === 0 ? '' : `名册中有：${described(all)}。`
  return refuse(`名册中没有${which}，请先登记入名册。${others}`)
}

/** How a room's binding is to be ordered. */
export function bindingCommand(room: Room, directory: Directory): string {
  const role = room.roles.find(
    candidate =>
      roomsAs(candidate, directory).filter(({ jurisdiction }) => jurisdiction === room.jurisdiction)
        .length === 1,
  )
  if (role === undefined) return `/绑群 ${room.name}`
  return ['/绑群', roomRoles.write(role), room.jurisdiction].filter(Boolean).join(' ')
}

/** Rooms of the roster with a role. */
const roomsAs = (role: RoomRole, { roster }: Directory): Room[] =>
  roster.rooms.filter(({ roles }) => roles.includes(role))

const described = (rooms: Room[]): string =>
  rooms
    .map(({ name, jurisdiction }) => (jurisdiction === null ? name : `${name}（${jurisdiction}）`))
    .join('、')
