import type { Person, PersonRole, RoomRole, Roster, Unit } from '../reports/roster/roster.ts'
import type { Industry } from '../reports/terms.ts'
import type { Db, Tx } from './database.ts'
import { readSetting, writeSetting } from './settings.ts'

/** The whole roster, in the order of its tables. */
export async function readRoster(db: Db): Promise<Roster> {
  const units = await db.selectFrom('units').selectAll().orderBy('position').execute()
  const divisions = await db.selectFrom('divisions').selectAll().orderBy('position').execute()
  const rooms = await db.selectFrom('rooms').selectAll().orderBy('position').execute()
  const people = await db.selectFrom('people').selectAll().orderBy('position').execute()
  return {
    units: units.map(
      ({ name, shortName, level, parent, reports, headTitle, governmentName }): Unit => ({
        name,
        shortName,
        level,
        parent,
        reports: reports === 1,
        ...(headTitle !== null && { headTitle }),
        ...(governmentName !== null && { governmentName }),
      }),
    ),
    divisions: divisions.map(({ name, industries }) => ({
      name,
      industries: JSON.parse(industries) as Industry[],
    })),
    rooms: rooms.map(({ name, roles, jurisdiction }) => ({
      name,
      roles: JSON.parse(roles) as RoomRole[],
      jurisdiction,
    })),
    people: people.map(
      ({ name, role, unit, division }): Person => ({ name, role: role as PersonRole, unit, division }),
    ),
  }
}

/** Replaces the roster by another, whole. */
export async function replaceRoster(tx: Tx, roster: Roster): Promise<void> {
  for (const table of ['units', 'divisions', 'rooms', 'people'] as const) await tx.deleteFrom(table).execute()
  for (const [position, unit] of roster.units.entries())
    await tx
      .insertInto('units')
      .values({
        ...unit,
        headTitle: unit.headTitle ?? null,
        governmentName: unit.governmentName ?? null,
        reports: unit.reports ? 1 : 0,
        position,
      })
      .execute()
  for (const [position, { name, industries }] of roster.divisions.entries())
    await tx
      .insertInto('divisions')
      .values({ name, industries: JSON.stringify(industries), position })
      .execute()
  for (const [position, { name, roles, jurisdiction }] of roster.rooms.entries())
    await tx
      .insertInto('rooms')
      .values({ name, roles: JSON.stringify(roles), jurisdiction, position })
      .execute()
  for (const [position, person] of roster.people.entries())
    await tx
      .insertInto('people')
      .values({ ...person, position })
      .execute()
  await noteRosterChange(tx)
}

const versionKey = 'roster.version'

/** Has those who keep a copy of the roster read it again. */
export const noteRosterChange = async (tx: Tx): Promise<void> =>
  writeSetting(tx, versionKey, String((await rosterVersion(tx)) + 1))

/** Counts the imports and bindings: whoever keeps a copy of the roster reads it again when this has changed. 0: never imported. */
export const rosterVersion = async (db: Db): Promise<number> =>
  Number((await readSetting(db, versionKey)) ?? 0)
