import { nearestNames } from '../reports/intake/units/nearest-names.ts'
import type { Person } from '../reports/roster/roster.ts'
import { refuse } from './command.ts'

/** The person of the roster with a name; refuses with the names nearest to it. */
export function findPerson(written: string, people: Person[]): Person {
  const found = people.find(({ name }) => name === written)
  if (found !== undefined) return found
  const near = nearestNames(
    written,
    people.map(({ name }) => ({ key: name, name })),
  )
  const suggestion = near.length === 0 ? '请核对，或先登记入名册。' : `是否为：${near.join('、')}？`
  return refuse(`名册中没有“${written.slice(0, 20)}”。${suggestion}`)
}
