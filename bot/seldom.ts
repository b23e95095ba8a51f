/** Says whether something may be said again: no more often than once in `rest` milliseconds for each key. */
export function createSeldom(rest: number, now: () => Date) {
  const said = new Map<string, number>()
  return (key: string): boolean => {
    const at = now().getTime()
    // A clock that is set back ends the rest.
    for (const [other, time] of said) if (Math.abs(at - time) >= rest) said.delete(other)
    if (said.has(key)) return false
    said.set(key, at)
    return true
  }
}
