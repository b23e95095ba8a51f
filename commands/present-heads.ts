import type { Directory } from './directory.ts'

/** Who answers now for what somebody of a division wrote: still the same, or the division's heads where he has left it. */
export function presentHeads(name: string, division: string | null, { person, roster }: Directory): string[] {
  const writer = person(name)
  if (writer !== null && (division === null || writer.division === division)) return [name]
  const heads = roster.people.filter(each => each.role === 'divisionHead' && each.division === division)
  if (heads.length > 0) return heads.map(each => each.name)
  return writer === null ? [] : [name]
}
