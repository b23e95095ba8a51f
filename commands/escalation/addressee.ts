import type { AddresseeKind } from '../../reports/escalation/policy.ts'
import type { Directory } from '../directory.ts'
import { formerCity } from '../hazards/standing-to.ts'

/** To whom a rung of the ladder speaks. */
export interface RungAddressee {
  /** The reporting group of the unit; null where none is known. */
  room: string | null
  /** Officers who are mentioned there. */
  officers: string[]
  /** Heads of the local government 属地政府主要负责人 whom the roster knows, who are written to as well. */
  government: string[]
}

/**
 * The addressee of a rung for a unit: its officers, those of its city too, or the local government. For a unit that the
 * roster does not know any more its former city stands in.
 */
export function addresseeOf(unit: string, kind: AddresseeKind, directory: Directory): RungAddressee {
  const known = directory.unit(unit) !== null
  const city = known ? directory.cityOf(unit) : formerCity(unit, directory)
  const withCity = (kind !== 'unit' || !known) && city !== null && city !== unit
  return {
    room: directory.reportingRoomOf(known ? unit : (city ?? unit)),
    officers: [...directory.officersOf(unit), ...(withCity ? directory.officersOf(city) : [])],
    government:
      kind === 'government'
        ? directory.roster.people
            .filter(person => person.role === 'committeeMember' && person.unit === unit)
            .map(({ name }) => name)
        : [],
  }
}
