import {
  type PersonBinding,
  personBindings,
  type RoomBinding,
  roomBindings,
} from '../../../storage/bindings.ts'
import type { Db } from '../../../storage/database.ts'
import { readRoster, rosterVersion } from '../../../storage/roster.ts'

/** What of the roster is bound to WeChat, and who is in it at all. */
export interface Bound {
  people: PersonBinding[]
  rooms: RoomBinding[]
  /** Names of all people of the roster. */
  names: ReadonlySet<string>
}

/** Reads what is bound; once, until the roster or a binding changes. */
export function createBoundReader(db: Db) {
  let known: { version: number; bound: Bound } | null = null
  return async (): Promise<Bound> => {
    const version = await rosterVersion(db)
    if (known?.version === version) return known.bound
    const { people } = await readRoster(db)
    const bound = {
      people: await personBindings(db),
      rooms: await roomBindings(db),
      names: new Set(people.map(({ name }) => name)),
    }
    known = { version, bound }
    return bound
  }
}
