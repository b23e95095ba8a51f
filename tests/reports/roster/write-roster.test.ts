import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRoster } from '../../../reports/roster/read-roster.ts'
import type { Person, PersonRole, Room, RoomRole, Roster, Unit } from '../../../reports/roster/roster.ts'
import { writeRoster } from '../../../reports/roster/write-roster.ts'
import { readCsv, tablesToCsv } from '../../../reports/tables/csv.ts'
import { readWorkbook } from '../../../reports/tables/workbook.ts'
import { tablesToWorkbook } from '../../../reports/tables/write-workbook.ts'
import { industries } from '../../../reports/terms.ts'

const character = fc.constantFrom(...'四平铁东区处长甲乙Aa1', ...'=+-@\'"', ...',、；;（ &<', '𠮷', '👩‍🚒')
const text = fc
  .array(character, { minLength: 1, maxLength: 12 })
  .map(characters => characters.join('').trim())
  .filter(Boolean)
const names = (minLength: number) => fc.uniqueArray(text, { minLength, maxLength: minLength + 6 })
const maybe = <T>(values: T[]) => fc.constantFrom(null, ...values)

/** A roster that holds: the first of each kind is what every roster needs, the rest is as it comes. */
const rosters: fc.Arbitrary<Roster> = fc
  .tuple(names(3), names(1), names(4), names(2))
  .chain(([units, divisions, rooms, people]) =>
    fc.record({
      units: each(units, (unit, index) => unitOf(unit, index, units)),
      divisions: each(divisions, division =>
        fc.record({
          name: fc.constant(division),
          industries: fc.uniqueArray(fc.constantFrom(...industries), { minLength: 1 }),
        }),
      ),
      rooms: each(rooms, (room, index) => roomOf(room, index, units)),
      people: each(people, (person, index) => personOf(person, index, units, divisions)),
    }),
  )

const each = <T>(
  names: string[],
  make: (name: string, index: number) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> => fc.tuple(...names.map(make))

/** A province, then by turns a city in it and a county in the first city. */
const unitOf = (name: string, index: number, units: string[]) =>
  fc.record<Unit>({
    name: fc.constant(name),
    shortName: text,
    level: fc.constant(index === 0 ? 'province' : index % 2 === 1 ? 'city' : 'county'),
    parent: fc.constant(index === 0 ? null : units[index % 2 === 1 ? 0 : 1]!),
    reports: fc.boolean(),
  })

const singleRoles: RoomRole[][] = [['duty', 'provincial'], ['committee'], ['heads'], ['leaders']]

const roomOf = (name: string, index: number, units: string[]) =>
  fc.record<Room>({
    name: fc.constant(name),
    roles: fc.constant(singleRoles[index] ?? ['reporting', 'provincial']),
    jurisdiction: index < singleRoles.length ? maybe(units) : fc.constantFrom(...units),
  })

const freeRoles: PersonRole[] = ['dutyOfficer', 'leader', 'committeeMember', 'administrator']

const personOf = (name: string, index: number, units: string[], divisions: string[]) =>
  fc.record<Person>({
    name: fc.constant(name),
    role:
      index === 0
        ? fc.constant('reporter')
        : index === 1
          ? fc.constant('divisionHead')
          : fc.constantFrom(...freeRoles),
    unit: index === 0 ? fc.constantFrom(...units) : maybe(units),
    division: index === 1 ? fc.constantFrom(...divisions) : maybe(divisions),
  })

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(rosters, roster => {
      expect(readRoster(writeRoster(roster))).toEqual({ roster, faults: [] })
    }),
  )
})

test('through CSV files too', () => {
  fc.assert(
    fc.property(rosters, roster => {
      const files = tablesToCsv(writeRoster(roster))
      const tables = files.map(({ sheet, csv }) => readCsv(sheet, new TextEncoder().encode(csv)))
      expect(readRoster(tables)).toEqual({ roster, faults: [] })
    }),
  )
})

test('and through a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(rosters, async roster => {
      const tables = await readWorkbook(await tablesToWorkbook(writeRoster(roster)))
      expect(readRoster(tables)).toEqual({ roster, faults: [] })
    }),
    { numRuns: 20 },
  )
})
