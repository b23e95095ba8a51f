import { noteRoom, type RoomBinding } from '../../../storage/bindings.ts'
import { type Db, transact } from '../../../storage/database.ts'
import type { Bound } from './bound.ts'
import type { People } from './people.ts'
import type { Puppet } from './puppet.ts'

/** Why a room could not be found again. */
export type Doubt = 'missing' | 'doubtful'

export type Rooms = ReturnType<typeof createRooms>

/**
 * Which group is which room of the roster. Within a login the group's id decides, whatever it is called by then. After
 * a login with new ids a room is found again only where one group alone has the topic and the bound people that it had.
 */
export function createRooms(db: Db, puppet: Puppet, people: People, readBound: () => Promise<Bound>) {
  const note = (room: string, seen: Parameters<typeof noteRoom>[2]) =>
    transact(db, tx => noteRoom(tx, room, seen))

  /** Groups by topic that no room is bound to. */
  async function freeGroups(rooms: RoomBinding[]): Promise<Map<string, string[]>> {
    const taken = new Set(rooms.map(({ place }) => place))
    const groups = new Map<string, string[]>()
    for (const place of await puppet.roomList()) {
      if (taken.has(place)) continue
      const { topic } = await puppet.roomPayload(place)
      groups.set(topic, [...(groups.get(topic) ?? []), place])
    }
    return groups
  }

  /** Most of the bound people who were there are there. */
  async function hasItsPeople(place: string, { members }: RoomBinding): Promise<boolean> {
    const present = new Set(await people.presentIn(place))
    const still = members.filter(member => present.has(member)).length
    return still > 0 && still * 2 >= members.length
  }

  async function findAgain(lost: RoomBinding[], all: RoomBinding[]): Promise<Map<string, Doubt>> {
    const doubts = new Map<string, Doubt>()
    const groups = await freeGroups(all)
    const claims = new Map<string, string[]>()
    for (const binding of lost) {
      const candidates = groups.get(binding.topic) ?? []
      const matching: string[] = []
      for (const place of candidates) if (await hasItsPeople(place, binding)) matching.push(place)
      claims.set(binding.room, matching)
      if (matching.length !== 1) doubts.set(binding.room, candidates.length > 0 ? 'doubtful' : 'missing')
    }
    // Two rooms that match one group: neither is it.
    for (const [room, [place, ...others]] of claims) {
      if (place === undefined || others.length > 0) continue
      if ([...claims].some(([other, found]) => other !== room && found.includes(place)))
        doubts.set(room, 'doubtful')
      else await note(room, { place })
    }
    return doubts
  }

  /** What is known of a bound group moves with it: topic and people. */
  async function follow({ room, topic, members, place }: RoomBinding): Promise<void> {
    if (place === null) return
    const group = await puppet.roomPayload(place).catch(() => null)
    if (group === null || group.topic === '') return
    const present = await people.presentIn(place)
    const changed = group.topic !== topic || present.join() !== members.join()
    // Where nobody is to be seen, the address book is not there yet.
    if (changed && present.length > 0) await note(room, { topic: group.topic, members: present })
  }

  return {
    /** Looks for rooms that have not been found again; returns those that still are not, with the reason. */
    async reconcile(): Promise<Map<string, Doubt>> {
      await people.refresh()
      const { rooms } = await readBound()
      for (const binding of rooms) await follow(binding)
      const lost = rooms.filter(({ place }) => place === null)
      return lost.length === 0 ? new Map() : findAgain(lost, (await readBound()).rooms)
    },

    /** The room of the roster that is bound to a group; null where there is none. */
    async roomAt(place: string): Promise<string | null> {
      const { rooms } = await readBound()
      return rooms.find(binding => binding.place === place)?.room ?? null
    },

    /** Whether a group is called like a room that has not been found yet. */
    async mayBeLost(place: string): Promise<boolean> {
      const { rooms } = await readBound()
      const lost = rooms.filter(binding => binding.place === null)
      if (lost.length === 0) return false
      const { topic } = await puppet.roomPayload(place)
      return lost.some(binding => binding.topic === topic)
    },

    /** The group of a room; null while it is not bound. */
    async placeOf(room: string): Promise<string | null> {
      const { rooms } = await readBound()
      return rooms.find(binding => binding.room === room)?.place ?? null
    },
  }
}
