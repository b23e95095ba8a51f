import type { Directory } from './directory.ts'

/** Who answers now for what somebody of a division wrote: still the same, or the division's heads where he has left it. */
export function presentHeads(
  name: string,
  division: string | null,
  { person, headsOf }: Directory,
): string[] {
  const writer = person(name)
  if (writer !== null && (division === null || writer.division === division)) return [name]
  const heads = division === null ? [] : headsOf(division)
  if (heads.length > 0) return heads
  return writer === null ? [] : [name]
}
