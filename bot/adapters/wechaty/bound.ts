import {
  type PersonBinding,
  personBindings,
  type RoomBinding,
  roomBindings,
  roomBindingsVersion,
} from '../../../storage/bindings.ts'
import type { Db } from '../../../storage/database.ts'
import { readRoster, rosterVersion } from '../../../storage/roster.ts'

/** What of the roster is bound to WeChat. */
export interface Bound {
  people: PersonBinding[]
  rooms: RoomBinding[]
  /** Names of all rooms of the roster. */
  roomNames: ReadonlySet<string>
}

/** Reads what is bound; once, until the roster or a binding changes. */
export function createBoundReader(db: Db) {
  let known: { version: string; bound: Bound } | null = null
  return async (): Promise<Bound> => {
    const version = `${await rosterVersion(db)} ${await roomBindingsVersion(db)}`
    if (known?.version === version) return known.bound
    const roster = await readRoster(db)
    const names = (of: { name: string }[]) => new Set(of.map(({ name }) => name))
    const [people, rooms] = [names(roster.people), names(roster.rooms)]
    // What the roster does not know any more is bound to nothing: its messages are kept until it is bound again.
    const bound = {
      people: (await personBindings(db)).filter(({ person }) => people.has(person)),
      rooms: (await roomBindings(db)).filter(({ room }) => rooms.has(room)),
      roomNames: rooms,
    }
    known = { version, bound }
    return bound
  }
}
