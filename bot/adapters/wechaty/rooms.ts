import { cleanName } from '../../../commands/channel/identity.ts'
import { noteRoom, type RoomBinding } from '../../../storage/bindings.ts'
import { type Db, type Tx, transact } from '../../../storage/database.ts'
import { releaseHeld } from '../../../storage/inbox.ts'
import { createSeldom } from '../../seldom.ts'
import type { Bound } from './bound.ts'
import type { People } from './people.ts'
import type { Puppet } from './puppet.ts'

/** Why it is not known which group a room is: none matches, or more than one does. */
export type Doubt = 'missing' | 'doubtful'

/** Messages that were kept for longer are not handled any more, in milliseconds. */
const heldTime = 24 * 3_600_000

export type Rooms = ReturnType<typeof createRooms>

interface Surroundings {
  db: Db
  puppet: Puppet
  people: People
  readBound: () => Promise<Bound>
  now: () => Date
}

/**
 * Which group is which room of the roster. Within a login the group's id decides, whatever it is called by then. After
 * a login with new ids a room is found again only where one group alone has the topic, the bound people and most of
 * the members that it had; where another turns up that has them too, it is unknown again until a person binds it.
 */
export function createRooms({ db, puppet, people, readBound, now }: Surroundings) {
  const mayLook = createSeldom(60_000, now)
  /** Where each room was at the last look. */
  let lately = new Map<string, string | null>()

  const note = (room: string, seen: Parameters<typeof noteRoom>[2]) =>
    transact(db, tx => noteRoom(tx, room, seen))

  /** The room is the group; what was kept of it is handled. */
  const place = (room: string, group: string) =>
    transact(db, async tx => {
      await noteRoom(tx, room, { place: group, inferred: true })
      await release(tx, room, group)
    })

  const release = (tx: Tx, room: string, group: string) =>
    releaseHeld(tx, group, room, new Date(now().getTime() - heldTime))

  /** A room may have been missing in the roster for a while: what was kept meanwhile is handled. */
  async function handleHeld(): Promise<void> {
    const { rooms } = await readBound()
    const placed = new Map(rooms.map(({ room, place: group }) => [room, group]))
    for (const [room, group] of placed)
      if (group !== null && lately.get(room) !== group) await transact(db, tx => release(tx, room, group))
    lately = placed
  }

  /** Groups by topic that no room was bound to by a person. */
  async function groupsByTopic(rooms: RoomBinding[]): Promise<Map<string, string[]>> {
    const taken = new Set(rooms.filter(({ inferred }) => !inferred).map(binding => binding.place))
    const groups = new Map<string, string[]>()
    for (const group of await puppet.roomList()) {
      if (taken.has(group)) continue
      const { topic } = await puppet.roomPayload(group)
      groups.set(topic, [...(groups.get(topic) ?? []), group])
    }
    return groups
  }

  /** The bound people and the others are most of those who were there, and few besides. */
  async function hasItsPeople(group: string, { members, crowd }: RoomBinding): Promise<boolean> {
    const present = await people.presentIn(group)
    return present.length > 0 && areAlike(members, present) && areAlike(crowd, await crowdOf(group))
  }

  /** What all others in a group show: the account itself is in every copy of it. */
  async function crowdOf(group: string): Promise<string[]> {
    const members = await people.membersOf(group)
    return members
      .filter(({ id }) => id !== puppet.currentUserId)
      .map(({ shown }) => cleanName(shown))
      .sort()
  }

  /** Looks for the rooms that no person has bound in this login. */
  async function find(unsure: RoomBinding[], rooms: RoomBinding[]): Promise<Map<string, Doubt>> {
    const doubts = new Map<string, Doubt>()
    const groups = await groupsByTopic(rooms)
    const matches = new Map<RoomBinding, string[]>()
    for (const binding of unsure) {
      const candidates = groups.get(binding.topic) ?? []
      const matching: string[] = []
      for (const group of candidates) if (await hasItsPeople(group, binding)) matching.push(group)
      matches.set(binding, matching)
      if (matching.length !== 1) doubts.set(binding.room, candidates.length > 0 ? 'doubtful' : 'missing')
    }
    for (const [binding, matching] of matches) {
      // Two rooms that match one group: neither is it.
      const rivals = [...matches].filter(
        ([other, found]) => other !== binding && found.some(group => matching.includes(group)),
      )
      if (rivals.length > 0) doubts.set(binding.room, 'doubtful')
      const isClear = matching.length === 1 && rivals.length === 0
      if (binding.place === null) {
        if (isClear) await place(binding.room, matching[0]!)
      } else if (matching.length > 1 && matching.includes(binding.place)) {
        // It was taken for this group, and now there is another that is as like it.
        await note(binding.room, { place: null, inferred: false })
      } else doubts.delete(binding.room)
    }
    return doubts
  }

  /** What is known of a bound group moves with it: topic and people. */
  async function follow({ room, topic, members, crowd, place: group }: RoomBinding): Promise<void> {
    if (group === null) return
    const seen = await puppet.roomPayload(group).catch(() => null)
    const present = await people.presentIn(group)
    // Where nobody is to be seen, the address book is not there yet.
    if (seen === null || seen.topic === '' || present.length === 0) return
    const shown = await crowdOf(group)
    const before = new Set(crowd)
    const strangers = shown.filter(name => !before.has(name)).length + Math.abs(shown.length - crowd.length)
    const isOther = strangers * 10 > shown.length
    if (seen.topic !== topic || present.join() !== members.join() || isOther)
      await note(room, { topic: seen.topic, members: present, crowd: shown })
  }

  return {
    /** Looks for rooms that have not been found again; returns those that still are not, with the reason. */
    async reconcile(): Promise<Map<string, Doubt>> {
      await people.refresh()
      const { rooms } = await readBound()
      const unsure = rooms.filter(binding => binding.place === null || binding.inferred)
      const doubts = unsure.length === 0 ? new Map<string, Doubt>() : await find(unsure, rooms)
      for (const binding of (await readBound()).rooms) await follow(binding)
      await handleHeld()
      return doubts
    },

    /** The room of the roster that is bound to a group; null where there is none. */
    async roomAt(group: string): Promise<string | null> {
      const { rooms } = await readBound()
      return rooms.find(binding => binding.place === group)?.room ?? null
    },

    /** Handles what was kept of a group, where it was bound while that was on its way. */
    async handleHeldOf(group: string): Promise<void> {
      const room = await this.roomAt(group)
      if (room !== null) await transact(db, tx => release(tx, room, group))
    },

    /**
     * Whether a group that no room is bound to is called like one of which it is not certain where it is. Said once a
     * minute of each, however much is talked there: to look through all groups takes a while.
     */
    async mayBeLost(group: string): Promise<boolean> {
      const { rooms } = await readBound()
      if (rooms.some(binding => binding.place === group)) return false
      const unsure = rooms.filter(binding => binding.place === null || binding.inferred)
      if (unsure.length === 0) return false
      const { topic } = await puppet.roomPayload(group)
      return unsure.some(binding => binding.topic === topic) && mayLook(group)
    },

    /** Whether a group is bound, or called like a room of the roster or a group that was bound. */
    async mayBeOurs(group: string): Promise<boolean> {
      const { rooms, roomNames } = await readBound()
      if (rooms.some(binding => binding.place === group)) return true
      const { topic } = await puppet.roomPayload(group)
      return roomNames.has(topic) || rooms.some(binding => binding.topic === topic)
    },

    /** The group of a room; null while it is not bound. */
    async placeOf(room: string): Promise<string | null> {
      const { rooms } = await readBound()
      return rooms.find(binding => binding.room === room)?.place ?? null
    },
  }
}

/**
 * Whether more than half of each are in the other. It holds both ways: where a copy was taken for a group, the group
 * itself is like the copy, and is noticed when it shows up.
 */
function areAlike(some: string[], others: string[]): boolean {
  const known = new Set(others)
  const common = new Set(some.filter(name => known.has(name))).size
  const most = Math.max(new Set(some).size, known.size)
  return most === 0 || common * 2 > most
}
