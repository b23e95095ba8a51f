import type { Roster } from '../../reports/roster/roster.ts'
import { personBindings, roomBindings } from '../../storage/bindings.ts'
import type { Db } from '../../storage/database.ts'

/** Bindings that say nothing any more, as the roster does not hold the room or person; sentences, one a line. */
export async function endedBindings(db: Db, { rooms, people }: Roster): Promise<string[]> {
  const lostRooms = (await roomBindings(db)).map(({ room }) => room).filter(isNotIn(rooms))
  const lostPeople = (await personBindings(db)).map(({ person }) => person).filter(isNotIn(people))
  return [
    lostRooms.length > 0 && `名册中已没有以下已绑定的群，现按未绑定的群处理：${lostRooms.join('、')}。`,
    lostPeople.length > 0 && `名册中已没有以下已绑定的人员，其绑定不再有效：${lostPeople.join('、')}。`,
  ].filter(line => line !== false)
}

function isNotIn(entries: { name: string }[]): (name: string) => boolean {
  const names = new Set(entries.map(({ name }) => name))
  return name => !names.has(name)
}
