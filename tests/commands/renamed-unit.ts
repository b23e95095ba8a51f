import { type Db, transact } from '../../storage/database.ts'
import { readRoster, replaceRoster } from '../../storage/roster.ts'

/** 四平市铁东区 becomes 四平市铁东新区 in the roster, with its officer. */
export async function rename({ db }: { db: Db }): Promise<void> {
  const [old, name, shortName] = ['四平市铁东区', '四平市铁东新区', '铁东新区']
  const roster = await readRoster(db)
  await transact(db, tx =>
    replaceRoster(tx, {
      ...roster,
      units: roster.units.map(unit => (unit.name === old ? { ...unit, name, shortName } : unit)),
      people: roster.people.map(person => (person.unit === old ? { ...person, unit: name } : person)),
    }),
  )
}
