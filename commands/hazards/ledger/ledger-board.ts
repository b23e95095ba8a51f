import { placeName } from '../../../reports/daily/phrases.ts'
import { type Board, type BoardQuestion, compileBoard } from '../../../reports/hazards/board.ts'
import { province } from '../../../reports/terms.ts'
import { ledgerAt } from '../../../storage/board.ts'
import type { Db } from '../../../storage/database.ts'
import type { Directory } from '../../directory.ts'

/** The board 清零台账 as it stood when it was asked for, whenever it is made; cities in the order of the roster. */
export async function boardOf(
  db: Db,
  directory: Pick<Directory, 'roster' | 'cityOf'>,
  question: BoardQuestion,
): Promise<Board> {
  const cities = directory.roster.units.filter(({ level }) => level === 'city').map(({ name }) => name)
  // A unit that the roster does not have any more is told by its name.
  const cityOf = (unit: string): string =>
    unit === province
      ? placeName(unit)
      : (directory.cityOf(unit) ?? cities.find(city => unit.startsWith(city)) ?? unit)
  const order = new Map([placeName(province), ...cities].map((name, i) => [name, i]))
  const rankOf = (unit: string) => order.get(cityOf(unit)) ?? order.size
  const entries = await ledgerAt(db, question)
  entries.sort((a, b) => rankOf(a.hazard.unit) - rankOf(b.hazard.unit))
  return compileBoard(question, entries, cityOf)
}
